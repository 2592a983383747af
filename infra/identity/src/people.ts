import type { DemoPerson } from '@jejaring/chassis/testing/demo-people';
import { claimsOf, demoPeople } from '@jejaring/chassis/testing/demo-people';
import type { CallerClaims } from './claims.rules.js';

/** Somebody to sign in as while developing. None of them exists. */
export interface Person extends CallerClaims {
  id: string;
  name: string;
}

const toPerson = (person: DemoPerson): Person => ({ id: person.id, ...claimsOf(person) });

export const people: readonly Person[] = demoPeople.map(toPerson);

export const findPerson = (id: string): Person | null =>
  people.find((person) => person.id === id) ?? null;
