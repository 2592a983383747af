import { describe, expect, test } from '@jest/globals';
import { aScheme } from '../criteria/criteria.fixture.js';
import type { Calendar, CompetitionTerms } from './terms.rules.js';
import { checkTerms, workingDaysAfter } from './terms.rules.js';

const terms = (fields: Partial<CompetitionTerms> = {}): CompetitionTerms => ({
  title: 'Lomba',
  days: 1,
  quotaPerSubRegion: null,
  winnersPlanned: 12,
  promoteCount: 0,
  objectionDays: 3,
  statedEntrants: null,
  eligibility: [],
  judging: null,
  calendar: null,
  prizes: [],
  ...fields,
});
const calendar = (fields: Partial<Calendar>): Calendar => ({
  nominationFrom: null,
  nominationTo: null,
  judgingFrom: null,
  judgingTo: null,
  announceOn: null,
  ...fields,
});
const prize = { rank: 1, title: 'Juara I', money: '11400000', goods: null };

describe('checkTerms', () => {
  test('states a range of entrants that is one', () => {
    const stated = (upTo: number) =>
      terms({ statedEntrants: { value: 400, upTo, qualifier: 'APPROXIMATE' } });

    expect(checkTerms(stated(499)).refused).toBeNull();
    expect(checkTerms(stated(399))).toMatchObject({ field: 'statedEntrants' });
  });

  test('counts the days of the calendar as people do: 22 to 24 July are three', () => {
    const july = calendar({ judgingFrom: '2024-07-22', judgingTo: '2024-07-24' });

    expect(checkTerms(terms({ days: 3, calendar: july })).refused).toBeNull();
    expect(checkTerms(terms({ days: 2, calendar: july }))).toMatchObject({ field: 'days' });
  });

  test.each([
    ['calendar', { calendar: calendar({ nominationTo: '2024-07-02', judgingFrom: '2024-07-01' }) }],
    ['promoteCount', { promoteCount: 13 }],
    ['prizes', { prizes: [prize, prize] }],
    ['criteria', { judging: aScheme({ criteria: [] }) }],
  ])('names the field %s at fault', (field, fields) => {
    expect(checkTerms(terms(fields))).toMatchObject({ refused: 'invalid-input', field });
  });

  test('takes a whole plan', () => {
    const plan = { judging: aScheme(), prizes: [prize], promoteCount: 12 };
    expect(checkTerms(terms(plan)).refused).toBeNull();
  });
});

describe('workingDaysAfter', () => {
  test.each([
    ['2019-10-30', 3, '2019-11-04'],
    ['2024-07-26', 1, '2024-07-29'],
    ['2024-07-27', 1, '2024-07-29'],
    ['2024-07-24', 0, '2024-07-24'],
  ])('of %s and %d is %s', (day, count, end) => {
    expect(workingDaysAfter(day, count)).toBe(end);
  });
});
