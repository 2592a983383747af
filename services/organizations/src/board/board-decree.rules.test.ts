import { describe, expect, test } from '@jest/globals';
import { paperProblem, signatoryOf } from './board-decree.rules.js';

describe('signatoryOf', () => {
  test.each([
    ['VILLAGE', '32.79.04.2006', 'KEPALA_DESA'],
    ['VILLAGE', '32.79.01.1006', 'LURAH'],
    ['VILLAGE', '91.03.01.3001', 'KEPALA_DESA'],
    ['DISTRICT', '32.79.04', 'CAMAT'],
    ['REGENCY', '33.16', 'BUPATI'],
    ['REGENCY', '32.79', 'WALI_KOTA'],
    ['PROVINCE', '36', 'GUBERNUR'],
    ['NATION', '', 'MENTERI_SOSIAL'],
  ] as const)('of level %s in %s is %s', (level, regionCode, signatory) => {
    expect(signatoryOf(level, regionCode)).toBe(signatory);
  });
});

describe('the paper of a board', () => {
  const decree = {
    number: '141/1',
    issuedOn: '2024-02-01',
    signatory: 'KEPALA_DESA',
    capacity: 'PJ',
  } as const;
  const board = { level: 'VILLAGE', regionCode: '32.79.04.2006' } as const;

  test('counts when the head of its level signed, acting or not', () => {
    expect(paperProblem(decree, board, '2024-02-01')).toBeNull();
  });

  test.each([
    ['another head signed', { signatory: 'CAMAT' as const }, 'decree.signatory'],
    ['its day is still to come', { issuedOn: '2024-02-02' }, 'decree'],
  ])('is refused when %s', (_why, fields, field) => {
    expect(paperProblem({ ...decree, ...fields }, board, '2024-02-01')).toMatchObject({
      refused: 'invalid-input',
      field,
    });
  });
});
