import { describe, expect, test } from '@jest/globals';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { typeFilter } from './type-filter.rules.js';

describe('a filter of kinds', () => {
  test.each([...contractsByType.keys()])('may be %s', (type) => {
    expect(typeFilter.test(type)).toBe(true);
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
});
