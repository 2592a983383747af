import { describe, expect, test } from '@jest/globals';
import { register } from './beneficiary.rules.js';

const today = new Date('2026-11-20T00:00:00Z');

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
