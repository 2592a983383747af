import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { may } from '@jejaring/trust/rights/policy.rules';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import { aScheme } from '../criteria/criteria.fixture.js';
import type { SealableSheet, SheetStatus } from './scoring.rules.js';
import {
  canonicalSheet,
  inChainOrder,
  reopen,
  scoreSheetPolicy,
  seal,
  sheetStatuses,
  submit,
} from './scoring.rules.js';

const me = aCaller({ role: 'JUROR', id: 'me' });
const sheet = (status: SheetStatus) => ({ actor: 'me', status });
const judging = { status: 'JUDGING' as const, judging: aScheme() };
const scores = { PROGRAM: 8_000, KEMITRAAN: 7_000 };

describe('who sees a score sheet', () => {
  const read = scoreSheetPolicy.read as Parameters<typeof may>[0];
  const row = (status: SheetStatus, actor = 'somebody') => ({
    actor,
    status,
    organizerRegionCode: '36',
    organizerOrganizationId: 'organizer',
  });

  test('is nobody but its juror until it is sealed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom('', '36', '36.04'),
        fc.constantFrom(...sheetStatuses.filter((status) => status !== 'SEALED')),
        (role, region, status) => {
          const caller = aCaller({ role, region, id: 'other', organizationId: 'organizer' });
          expect(may(read, caller, row(status))).toBe(false);
          expect(may(read, me, row(status, 'me'))).toBe(true);
        },
      ),
    );
  });

  test('is the organizer and the auditor when it is, and still no other juror', () => {
    const sees = (caller: ReturnType<typeof aCaller>) => may(read, caller, row('SEALED'));

    expect(sees(aCaller({ role: 'KT_OFFICER', organizationId: 'organizer' }))).toBe(true);
    expect(sees(aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' }))).toBe(true);
    expect(sees(aCaller({ role: 'AUDITOR' }))).toBe(true);
    expect(sees(aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' }))).toBe(false);
    expect(sees(aCaller({ role: 'KT_OFFICER', organizationId: 'nominee' }))).toBe(false);
    expect(sees(me)).toBe(false);
    expect(sees(aCaller({}))).toBe(false);
  });
});

describe('submit', () => {
  test('takes complete scores of one’s own open sheet', () => {
    expect(submit(sheet('OPEN'), judging, scores, me)).toMatchObject({
      refused: null,
      status: 'SUBMITTED',
    });
  });

  test('refuses another’s, a second time, too early and what is not complete', () => {
    const other = aCaller({ role: 'JUROR', id: 'other' });
    const early = { ...judging, status: 'NOMINATION_CLOSED' as const };

    expect(submit(sheet('OPEN'), judging, scores, other).refused).toBe('not-allowed');
    expect(submit(sheet('SUBMITTED'), judging, scores, me)).toMatchObject({
      refused: 'wrong-sheet-state',
      sheetStatus: 'SUBMITTED',
    });
    expect(submit(sheet('OPEN'), early, scores, me).refused).toBe('not-judging');
    expect(submit(sheet('OPEN'), judging, { PROGRAM: 1 }, me).refused).toBe('invalid-input');
  });
});

describe('reopen', () => {
  const chair = { role: 'CHAIR' as const, status: 'ACTIVE' as const };

  test('is for the chair, of what was handed in and is not sealed', () => {
    expect(reopen(sheet('SUBMITTED'), judging, chair)).toEqual({ refused: null, status: 'OPEN' });
    for (const status of ['OPEN', 'SEALED', 'EXCUSED'] as const)
      expect(reopen(sheet(status), judging, chair).refused).toBe('wrong-sheet-state');
  });

  test.each([
    ['nobody of the jury', null],
    ['a member', { ...chair, role: 'MEMBER' as const }],
    ['a chair who was taken out', { ...chair, status: 'RECUSED' as const }],
  ])('is not for %s', (_who, asking) => {
    expect(reopen(sheet('SUBMITTED'), judging, asking).refused).toBe('not-allowed');
  });

  test('is over when the competition is ranked', () => {
    expect(reopen(sheet('SUBMITTED'), { status: 'RANKED' }, chair).refused).toBe('not-judging');
  });
});

const filled = (nominationId: string, jurorId: string, fields: object = {}): SealableSheet => ({
  id: `${nominationId}${jurorId}`,
  competitionId: 'c',
  nominationId,
  jurorId,
  stage: 1,
  status: 'SUBMITTED',
  scores,
  ...fields,
});

describe('seal', () => {
  const open = { judging: aScheme(), seals: [] };

  test('takes what was handed in, in an order that does not tell who was first', () => {
    const sheets = [filled('b', 'x'), filled('a', 'y'), filled('a', 'x', { status: 'EXCUSED' })];
    const sealed = seal(1, open, sheets);

    expect(sealed).toMatchObject({ refused: null, sheets: [{ id: 'ay' }, { id: 'bx' }] });
    expect(inChainOrder([...sheets].reverse())).toEqual(inChainOrder(sheets));
  });

  test('waits for every sheet that is not excused', () => {
    const sheets = [filled('a', 'x'), filled('a', 'y', { status: 'OPEN', scores: null })];
    expect(seal(1, open, sheets)).toEqual({ refused: 'sheets-missing', missing: 1 });
  });

  test('is done once, for a stage that there is', () => {
    expect(seal(1, { ...open, seals: [{ stage: 1 }] }, []).refused).toBe('stage-sealed');
    expect(seal(3, open, []).refused).toBe('no-such-stage');
    expect(seal(1, { judging: null, seals: [] }, []).refused).toBe('no-such-stage');
  });
});

describe('canonicalSheet', () => {
  test('does not depend on the order in which scores were given', () => {
    const turned = filled('a', 'x', { scores: { KEMITRAAN: 7_000, PROGRAM: 8_000 } });
    expect(canonicalSheet(turned)).toBe(canonicalSheet(filled('a', 'x')));
  });

  test.each([
    { scores: { ...scores, PROGRAM: 8_001 } },
    { jurorId: 'y' },
    { nominationId: 'b' },
    { stage: 2 },
    { competitionId: 'd' },
  ])('tells a sheet from one with %j', (fields) => {
    expect(canonicalSheet(filled('a', 'x', fields))).not.toBe(canonicalSheet(filled('a', 'x')));
  });
});
