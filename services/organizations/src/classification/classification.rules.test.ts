import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
import type { AssessedOrganization, ClassificationState } from './classification.rules.js';
import {
  commandsFor,
  determine,
  draft,
  object,
  score,
  seesScores,
  verify,
} from './classification.rules.js';
import type { Scores } from './instrument.rules.js';

const organizationId = '0190a1b2-0000-7000-8000-000000000001';
const aCaller = (role: Role, region: string, fields: Partial<Caller> = {}): Caller => ({
  ...anonymous('test'),
  id: `${role} ${region}`,
  role,
  region,
  ...fields,
});
const staff = aCaller('DINSOS_REGENCY_STAFF', '32.79');
const head = aCaller('DINSOS_REGENCY_HEAD', '32.79');
const elsewhere = aCaller('DINSOS_REGENCY_HEAD', '33.16');
const officer = aCaller('KT_OFFICER', '32.79.04.2006', { organizationId });

const village: AssessedOrganization = {
  id: organizationId,
  kind: 'KARANG_TARUNA',
  level: 'VILLAGE',
  regionCode: '32.79.04.2006',
  live: true,
};
const board: AssessedOrganization = { ...village, id: 'b', level: 'REGENCY', regionCode: '32.79' };
const scores: Scores = {
  ORGANISATION: 70,
  HUMAN_RESOURCES: 60,
  FACILITIES: 50,
  ADMINISTRATION: 40,
  PARTNERSHIP: 30,
  PROGRAMME: 100,
};
const decree = {
  number: '466/1/2024',
  issuedOn: '2024-11-15',
  signatoryPosition: 'Kepala Dinas Sosial',
  signatoryCapacity: 'DEFINITIVE' as const,
};
const state = (fields: Partial<ClassificationState> = {}): ClassificationState => ({
  organizationId,
  regionCode: village.regionCode,
  status: 'DRAFT',
  scoredBy: null,
  proposedClass: null,
  ...fields,
});
const scored = state({ status: 'SCORED', scoredBy: staff.id, proposedClass: 'BERKEMBANG' });
const verified = { ...scored, status: 'VERIFIED' as const };
const today = '2024-11-20';

describe('draft', () => {
  const input = { year: 2024, thisYear: 2024, hasInstrument: true };

  test('begins for a Karang Taruna of a village, by the office of its regency alone', () => {
    for (const role of roles) {
      const may = draft(village, input, aCaller(role, '32.79')).refused === null;
      expect([role, may]).toEqual([role, role.startsWith('DINSOS_REGENCY')]);
    }
    expect(draft(village, input, elsewhere).refused).toBe('not-allowed');
  });

  test('refuses other kinds and levels, one that ended, a year to come, and a day without instrument', () => {
    for (const other of [{ kind: 'LKS' }, { level: 'DISTRICT' as const }, { live: false }]) {
      expect(draft({ ...village, ...other }, input, staff)).toMatchObject({
        field: 'organizationId',
      });
    }
    expect(draft(village, { ...input, year: 2025 }, staff)).toMatchObject({ field: 'year' });
    expect(draft(village, { ...input, hasInstrument: false }, staff)).toEqual({
      refused: 'no-instrument',
    });
  });
});

describe('score', () => {
  test('takes six scores of assessors of whom one is from above', () => {
    expect(score(state(), { scores, assessors: [{ organization: board }] }, staff)).toEqual({
      refused: null,
      status: 'SCORED',
      scoredBy: staff.id,
    });
  });

  test.each<[string, AssessedOrganization[]]>([
    ['nobody', []],
    ['the assessed itself, beside the board', [board, village]],
    ['the next village', [{ ...village, id: 'c' }]],
    ['the board of another regency', [{ ...board, regionCode: '33.16' }]],
    ['an LKS of the regency', [{ ...board, kind: 'LKS' }]],
    ['a board that was dissolved', [{ ...board, live: false }]],
  ])('refuses assessors from %s', (_who, organizations) => {
    const assessors = organizations.map((organization) => ({ organization }));
    expect(score(state(), { scores, assessors }, staff)).toMatchObject({ field: 'assessors' });
  });

  test('refuses scores outside 0 to 100, what was verified, and another office', () => {
    const input = { scores, assessors: [{ organization: board }] };

    const odd = { ...input, scores: { ...scores, PROGRAMME: 101 } };
    expect(score(state(), odd, staff)).toMatchObject({ field: 'scores' });
    expect(score(verified, input, staff)).toEqual({ refused: 'wrong-state', status: 'VERIFIED' });
    expect(score(state(), input, elsewhere).refused).toBe('not-allowed');
  });
});

describe('verify and determine', () => {
  test('are of another hand than the one that scored', () => {
    expect(verify(scored, head)).toEqual({ refused: null, status: 'VERIFIED' });
    expect(determine(verified, { class: null, decree }, today, head)).toEqual({
      refused: null,
      status: 'DETERMINED',
      determinedClass: 'BERKEMBANG',
    });
    expect(verify(scored, staff)).toEqual({ refused: 'own-scores' });
    expect(determine(verified, { class: null, decree }, today, staff)).toEqual({
      refused: 'own-scores',
    });
  });

  test('let the decree depart from the scores, also after an objection', () => {
    const objected = { ...verified, status: 'UNDER_OBJECTION' as const };

    expect(determine(objected, { class: 'MAJU', decree }, today, head)).toMatchObject({
      status: 'DETERMINED',
      determinedClass: 'MAJU',
    });
  });

  test('refuse the wrong stage, the office of another regency, the province, and a decree of tomorrow', () => {
    const input = { class: null, decree };

    expect(verify(state(), head).refused).toBe('wrong-state');
    expect(determine(scored, input, today, head).refused).toBe('wrong-state');
    expect(determine(verified, input, today, elsewhere).refused).toBe('not-allowed');
    const province = aCaller('DINSOS_PROVINCE_HEAD', '32');
    expect(determine(verified, input, today, province).refused).toBe('not-allowed');
    expect(determine(verified, input, '2024-11-14', head)).toMatchObject({ field: 'decree' });
  });
});

describe('object', () => {
  test('is for the assessed organization, against what was determined', () => {
    const determined = { ...verified, status: 'DETERMINED' as const };

    expect(object(determined, officer)).toEqual({ refused: null, status: 'UNDER_OBJECTION' });
    expect(object(verified, officer).refused).toBe('wrong-state');
    const other = { ...officer, organizationId: 'another' };
    expect(object(determined, other).refused).toBe('not-allowed');
    expect(object(determined, head).refused).toBe('not-allowed');
  });
});

test('viewerCan names what the stage allows to each', () => {
  expect(commandsFor(scored, staff)).toEqual(['SCORE']);
  expect(commandsFor(scored, head)).toEqual(['SCORE', 'VERIFY']);
  expect(commandsFor(verified, head)).toEqual(['DETERMINE']);
  expect(commandsFor({ ...verified, status: 'DETERMINED' }, officer)).toEqual(['OBJECT']);
  expect(commandsFor(scored, elsewhere)).toEqual([]);
});

test('scores are seen by the assessed and the offices above it', () => {
  const seen = (caller: Caller) => seesScores(scored, caller);

  expect([officer, staff, aCaller('DINSOS_PROVINCE_STAFF', '32')].map(seen)).toEqual([
    true,
    true,
    true,
  ]);
  expect([elsewhere, anonymous('test'), { ...officer, organizationId: 'x' }].map(seen)).toEqual([
    false,
    false,
    false,
  ]);
});
