import { accountOf } from '@jejaring/chassis/work/standing';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import type { Random } from '../../proof/random.js';

const regencies = ['32.79', '32.09', '33.16', '33.1'];
const parts = ['01', '02'];

/** Villages of four regencies in two provinces; one regency's code begins like another's. */
export const villages = regencies.flatMap((regency) =>
  parts.flatMap((district) => ['2001', '2002'].map((unit) => `${regency}.${district}.${unit}`)),
);

const around = (code: string) =>
  code.split('.').map((_part, at, all) => all.slice(0, at + 1).join('.'));

/** Every place that a role can be for, the nation first. */
export const places = [...new Set(['', ...villages.flatMap(around)])];

export const organizations = Array.from(
  { length: 6 },
  (_one, at) => `0190a000-0000-7000-8000-00000000000${at}`,
);

/** What the register knows of somebody: nothing, that they may, or that they may no more. */
export const standings = ['UNKNOWN', 'RUNNING', 'ENDED', 'ELSEWHERE'] as const;
export type Standing = (typeof standings)[number];

export interface Actor {
  /** As the token says. */
  claim: Caller;
  /** As the register lets them stand: the word of `docs/rights.md`, in one line. */
  caller: Caller;
  standing: Standing;
}

/** Somebody with a role, for a place, perhaps for an organization. */
function drawActor(random: Random, role: Caller['role'], at: number): Actor {
  const claim: Caller = {
    ...anonymous(`request-${at}`),
    id: `actor-${at}`,
    role,
    region: random.next() < 0.08 ? null : random.pick(places),
    organizationId: random.next() < 0.3 ? null : random.pick(organizations),
  };
  const standing = random.pick(standings);
  const stands = standing === 'UNKNOWN' || standing === 'RUNNING' || role === 'PUBLIC';
  const caller = stands ? claim : { ...anonymous(claim.requestId), id: claim.id };
  return { claim, caller, standing };
}

export const drawActors = (random: Random, count: number): Actor[] =>
  Array.from({ length: count }, (_one, at) => drawActor(random, roles[at % roles.length]!, at));

/** The row of `standing` that the register's events would have left; null where it knows nobody. */
export function standingRow({ claim, standing }: Actor, id: string): object | null {
  if (standing === 'UNKNOWN') return null;
  return {
    appointment_id: id,
    account: accountOf(claim.id),
    role: standing === 'ELSEWHERE' ? 'TRAINER_ELSEWHERE' : claim.role,
    region_code: claim.region ?? '',
    organization_id: claim.organizationId,
    office_id: null,
    valid_from: '2020-01-01T00:00:00Z',
    valid_to: standing === 'ENDED' ? '2024-01-01T00:00:00Z' : null,
  };
}
