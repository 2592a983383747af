import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskNik, nikWarnings, readNik } from './nik.rules.js';

const today = new Date('2026-11-20T00:00:00Z');

describe('an identity number', () => {
  test('tells birth year and sex', () => {
    expect(readNik('9999995203900001', today)).toEqual({
      bornOn: '1990-03-12',
      birthYear: 1990,
      sex: 'FEMALE',
    });
    expect(readNik('9999991203050001', today)).toMatchObject({ birthYear: 2005, sex: 'MALE' });
  });

  test.each([
    ['15 digits', '999999520390001'],
    ['letters', '99999952039000O1'],
    ['31 February', '9999993102900001'],
    ['month 13', '9999991213900001'],
    ['day 0', '9999990003900001'],
    ['day 72', '9999997203900001'],
    ['serial 0000', '9999995203900000'],
    ['province 00', '0099995203900001'],
    ['a birthday to come', '9999993112260001'],
  ])('is impossible with %s', (_why, nik) => {
    expect(readNik(nik, today)).toBeNull();
  });

  test('shows no more than its last two digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (tail) => {
        const nik = `999999520${String(tail).padStart(7, '0')}`;
        expect(maskNik(nik)).toBe(`••••••••••••••${nik.slice(-2)}`);
      }),
    );
  });
});

describe('what was declared beside a number', () => {
  const nik = readNik('9999995203900001', today)!;

  test('is warned of where it differs, and never refused', () => {
    expect(nikWarnings(nik, { birthDate: '1990-03-12', sex: 'FEMALE' })).toEqual([]);
    expect(nikWarnings(nik, { birthDate: '1990-03-13', sex: 'MALE' })).toEqual([
      'NIK_BIRTHDATE_MISMATCH',
      'NIK_SEX_MISMATCH',
    ]);
  });

  test('is compared by what the digits say, for they name no century', () => {
    expect(nikWarnings(nik, { birthDate: '1890-03-12', sex: 'FEMALE' })).toEqual([]);
  });
});
