import { describe, expect, test } from '@jest/globals';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { takes, typeFilter } from './type-filter.rules.js';

describe('a filter of kinds', () => {
  test.each([...contractsByType.keys()])('may be %s', (type) => {
    expect(typeFilter.test(type)).toBe(true);
    expect(takes([type], type)).toBe(true);
  });

  test.each(['training.*', 'welfare-cases.*', 'training.certificate.*'])('may be %s', (filter) => {
    expect(typeFilter.test(filter)).toBe(true);
  });

  test.each([
    '*',
    '',
    'training',
    '.*',
    'training.*.issued',
    'Training.*',
    'training..*',
    'a.*.v1',
  ])('is not %p', (filter) => {
    expect(typeFilter.test(filter)).toBe(false);
  });

  test('takes what stands below it, by whole words', () => {
    expect(takes(['training.*'], 'training.certificate.issued.v1')).toBe(true);
    expect(takes(['training.certificate.*'], 'training.certificate.issued.v1')).toBe(true);
    expect(takes(['training.cert.*'], 'training.certificate.issued.v1')).toBe(false);
    expect(takes(['awards.*', 'training.*'], 'organizations.board.elected.v1')).toBe(false);
    expect(takes(['training.certificate.issued.v1'], 'training.certificate.issued.v10')).toBe(
      false,
    );
  });
});
