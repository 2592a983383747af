import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskNik, readNik, register } from './beneficiary.rules.js';

const today = new Date('2026-11-20T00:00:00Z');

describe('an identity number', () => {
  test('tells birth year and sex', () => {
    expect(readNik('9999995203900001', today)).toEqual({ birthYear: 1990, sex: 'FEMALE' });
    expect(readNik('9999991203050001', today)).toEqual({ birthYear: 2005, sex: 'MALE' });
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

describe('registering a person', () => {
  test('needs an identity number or the reason why there is none', () => {
    expect(register({}, today)).toMatchObject({
      refused: 'invalid-input',
      field: 'nikAbsentReason',
    });
    expect(register({ nikAbsentReason: 'LOST_DOCUMENTS' }, today)).toMatchObject({ refused: null });
  });

  test('prefers what was declared to what the number tells', () => {
    expect(register({ nik: '9999995203900001', birthYear: 1991 }, today)).toEqual({
      refused: null,
      birthYear: 1991,
      sex: 'FEMALE',
    });
  });

  test('names the field of an impossible number, and never repeats it', () => {
    const refusal = register({ nik: '1234' }, today);

    expect(refusal).toMatchObject({ refused: 'invalid-input', field: 'nik' });
    expect(JSON.stringify(refusal)).not.toContain('1234');
  });
});
