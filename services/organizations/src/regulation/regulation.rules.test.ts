import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import type { RegulationState } from './regulation.rules.js';
import {
  bringIntoForce,
  citationOf,
  commandsFor,
  lawGivers,
  mayKeep,
  register,
  replace,
  revoke,
} from './regulation.rules.js';

const aCaller = (role: Role, region: string): Caller => ({ ...anonymous('test'), role, region });
const ministry = aCaller('KEMENSOS_STAFF', '');
const province = aCaller('DINSOS_PROVINCE_STAFF', '36');

const draft: RegulationState = {
  id: 'a',
  kind: 'PERMENSOS',
  regionCode: '',
  number: '25',
  status: 'DRAFT',
  validFrom: null,
  validTo: null,
};
const old: RegulationState = { ...draft, id: 'old', status: 'IN_FORCE', validFrom: '2010-01-01' };
const fresh: RegulationState = { ...old, id: 'new', validFrom: '2019-12-31' };

describe('mayKeep', () => {
  test.each<[Role, string, string, boolean]>([
    ['KEMENSOS_STAFF', '', '', true],
    ['KEMENSOS_STAFF', '', '36', false],
    ['KEMENSOS_STAFF', '36', '', false],
    ['DINSOS_PROVINCE_STAFF', '36', '36', true],
    ['DINSOS_PROVINCE_STAFF', '36', '36.04', false],
    ['DINSOS_PROVINCE_STAFF', '36', '63', false],
    ['DINSOS_REGENCY_HEAD', '32.09', '32.09', true],
    ['DINSOS_REGENCY_HEAD', '32.09', '32.74', false],
    ['VILLAGE_HEAD', '32.09', '32.09', false],
  ])('%s of %j keeps those of %j: %s', (role, region, regionCode, expected) => {
    expect(mayKeep(aCaller(role, region), { regionCode })).toBe(expected);
  });
});

describe('register', () => {
  test('enters a kind at the level at which it is made', () => {
    expect(register(draft, true, ministry).refused).toBeNull();
    expect(register({ kind: 'PERDA', regionCode: '36' }, true, province).refused).toBeNull();
  });

  test('refuses another level, an unknown region and another office', () => {
    const fault = { refused: 'invalid-input', field: 'region' };

    expect(register({ kind: 'PERBUP', regionCode: '36' }, true, province)).toMatchObject(fault);
    expect(register({ kind: 'PERGUB', regionCode: '36' }, false, province)).toMatchObject(fault);
    expect(register(draft, true, province).refused).toBe('not-allowed');
  });
});

describe('bringIntoForce', () => {
  const input = { number: null, validFrom: '2019-12-31' };

  test('gives a draft its number and its first day', () => {
    expect(bringIntoForce(draft, input, ministry)).toEqual({
      refused: null,
      status: 'IN_FORCE',
      number: '25',
      validFrom: '2019-12-31',
    });
    const unnumbered = { ...draft, number: null };
    expect(bringIntoForce(unnumbered, { ...input, number: '9' }, ministry)).toMatchObject({
      number: '9',
    });
  });

  test('refuses what is no draft, and one without a number', () => {
    expect(bringIntoForce(old, input, ministry)).toEqual({
      refused: 'wrong-state',
      status: 'IN_FORCE',
    });
    expect(bringIntoForce({ ...draft, number: null }, input, ministry)).toMatchObject({
      field: 'number',
    });
    expect(bringIntoForce(draft, input, province).refused).toBe('not-allowed');
  });
});

describe('replace and revoke', () => {
  test('end what is in force', () => {
    expect(replace(old, fresh, '2019-12-31', ministry)).toEqual({
      refused: null,
      status: 'REPLACED',
      validTo: '2019-12-31',
    });
    expect(revoke(old, '2019-12-31', ministry)).toMatchObject({ status: 'REVOKED' });
    const since = { ...fresh, status: 'REPLACED' as const, validTo: '2025-08-01' };
    expect(replace(old, since, '2019-12-31', ministry).refused).toBeNull();
    expect(replace(old, { ...since, validTo: '2019-12-31' }, '2019-12-31', ministry).refused).toBe(
      'invalid-input',
    );
  });

  test.each<[string, RegulationState | null]>([
    ['nothing', null],
    ['itself', old],
    ['a draft', draft],
    ['one of another region', { ...fresh, regionCode: '36' }],
    ['one that begins later', { ...fresh, validFrom: '2020-01-01' }],
  ])('refuse to put %s in its place', (_what, by) => {
    expect(replace(old, by, '2019-12-31', ministry)).toMatchObject({ field: 'by' });
  });

  test('refuse a draft, a day before it began, and another office', () => {
    expect(revoke(draft, '2019-12-31', ministry).refused).toBe('wrong-state');
    expect(revoke(old, '2010-01-01', ministry)).toMatchObject({ field: 'on' });
    expect(revoke(old, '2019-12-31', province).refused).toBe('not-allowed');
  });
});

test('a regulation is cited as people cite it', () => {
  expect(citationOf({ kind: 'PERMENSOS', number: '25', year: 2019 })).toBe('Permensos 25/2019');
  expect(citationOf({ kind: 'PERGUB', number: null, year: 2019 })).toBe('Pergub (2019)');
});

test('a region obeys the nation, its province and its regency', () => {
  expect(lawGivers('32.09.01.2001')).toEqual(['', '32', '32.09']);
  expect(lawGivers('36')).toEqual(['', '36']);
  expect(lawGivers('')).toEqual(['']);
});

test('viewerCan names what the stage allows, to its keeper alone', () => {
  expect(commandsFor(draft, ministry)).toEqual(['BRING_INTO_FORCE']);
  expect(commandsFor(old, ministry)).toEqual(['REPLACE', 'REVOKE']);
  expect(commandsFor({ ...old, status: 'REPLACED' }, ministry)).toEqual([]);
  expect(commandsFor(draft, province)).toEqual([]);
});
