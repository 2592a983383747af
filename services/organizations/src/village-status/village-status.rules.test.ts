import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { RecordFacts, StateFacts } from './village-status.rules.js';
import { recordStatus, stateSummary } from './village-status.rules.js';

const banten = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });
const elsewhere = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const officer = aCaller({ role: 'KT_OFFICER', region: '36' });
const field = (decision: object) => (decision as { field?: string }).field;

describe('recordStatus', () => {
  const facts: RecordFacts = {
    regionCode: '36.04.22.2001',
    regionKind: 'DESA',
    scheme: 'IPD',
    year: 2018,
    level: 'MANDIRI',
    score: 76.5,
    thisYear: 2026,
  };

  test('is for the offices in charge', () => {
    expect(recordStatus(facts, banten)).toEqual({ refused: null });
    expect(recordStatus(facts, elsewhere).refused).toBe('not-allowed');
    expect(recordStatus(facts, officer).refused).toBe('not-allowed');
  });

  test.each([
    [{ regionKind: 'KELURAHAN' as const }, 'regionCode'],
    [{ regionKind: 'KECAMATAN' as const }, 'regionCode'],
    [{ regionKind: null }, 'regionCode'],
    [{ level: 'MAJU' as const }, 'level'],
    [{ level: 'SANGAT_TERTINGGAL' as const }, 'level'],
    [{ year: 2013 }, 'year'],
    [{ year: 2027 }, 'year'],
    [{ scheme: 'IDM' as const, score: 1.2 }, 'score'],
    [{ score: -1 }, 'score'],
  ])('refuses %j', (change, named) => {
    expect(field(recordStatus({ ...facts, ...change }, banten))).toBe(named);
  });

  test('takes MAJU where the index has it, and a customary village', () => {
    const idm = { ...facts, scheme: 'IDM', level: 'MAJU', score: 0.75 } as const;
    expect(recordStatus({ ...idm, regionKind: 'DESA_ADAT' }, banten)).toEqual({ refused: null });
  });
});

describe('stateSummary', () => {
  const facts: StateFacts = {
    regionCode: '36',
    regionExists: true,
    isVillage: false,
    scheme: 'IPD',
    year: 2018,
    levels: [
      { level: 'MANDIRI', count: 143 },
      { level: 'BERKEMBANG', count: 1_047 },
      { level: 'TERTINGGAL', count: 48 },
    ],
    thisYear: 2026,
  };

  test('is for the offices in charge', () => {
    expect(stateSummary(facts, banten)).toEqual({ refused: null });
    expect(stateSummary(facts, elsewhere).refused).toBe('not-allowed');
  });

  test.each([
    [{ regionExists: false }, 'regionCode'],
    [{ isVillage: true }, 'regionCode'],
    [{ levels: facts.levels.slice(1) }, 'levels'],
    [{ levels: [...facts.levels.slice(1), facts.levels[1]!] }, 'levels'],
    [{ levels: [...facts.levels, { level: 'MAJU' as const, count: 1 }] }, 'level'],
    [{ year: 2027 }, 'year'],
  ])('refuses %j', (change, named) => {
    expect(field(stateSummary({ ...facts, ...change }, banten))).toBe(named);
  });
});
