import { describe, expect, test } from '@jest/globals';
import { addYears, ageOn, policyOn } from './regulation-policy.rules.js';

describe('policyOn', () => {
  test('on 25 June 2014 lets officers be 17 to 45 and a village board sit three years', () => {
    expect(policyOn('2014-06-25')).toMatchObject({
      regulations: ['Permensos 77/HUK/2010', 'Permensos 23/2013'],
      memberAges: { min: 13, max: 45 },
      officerAgeMin: 17,
      officerAgeMax: 45,
      termYears: { VILLAGE: 3, REGENCY: 5 },
    });
  });

  test('on 30 October 2019 is still that of 2014', () => {
    expect(policyOn('2019-10-30')).toBe(policyOn('2014-06-25'));
  });

  test('on 28 October 2020 gives every board five years and no highest age', () => {
    expect(policyOn('2020-10-28')).toMatchObject({
      regulations: ['Permensos 25/2019'],
      officerAgeMax: null,
      termYears: { VILLAGE: 5, DISTRICT: 5, REGENCY: 5, PROVINCE: 5, NATION: 5 },
    });
  });

  test('changes on the day a regulation begins, without a gap', () => {
    expect(policyOn('2019-12-30')?.termYears.VILLAGE).toBe(3);
    expect(policyOn('2019-12-31')?.termYears.VILLAGE).toBe(5);
    expect(policyOn('2026-11-20')?.regulations).toContain('Permensos 9/2025');
  });

  test('is silent before the first regulation that is recorded', () => {
    expect(policyOn('2009-12-31')).toBeNull();
  });
});

describe('days of a term', () => {
  test.each([
    ['2014-02-01', 3, '2017-02-01'],
    ['2020-02-29', 5, '2025-02-28'],
    ['2020-02-29', 4, '2024-02-29'],
  ])('%s and %i years is %s', (day, count, end) => {
    expect(addYears(day, count)).toBe(end);
  });

  test.each([
    ['1997-06-25', '2014-06-25', 17],
    ['1997-06-26', '2014-06-25', 16],
    ['2000-02-29', '2025-02-28', 24],
  ])('born %s is on %s %i', (birthDate, day, age) => {
    expect(ageOn(birthDate, day)).toBe(age);
  });
});
