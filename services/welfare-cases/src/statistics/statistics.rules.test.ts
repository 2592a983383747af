import { describe, expect, test } from '@jest/globals';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import type { StoredCell } from './statistics-report.rules.js';
import { report } from './statistics-report.rules.js';
import type { CountedRow } from './statistics.rules.js';
import { judge, monthsDue, tabulate } from './statistics.rules.js';
import { groupOfCategory, groupsIn, welfareGroups } from './welfare-group.rules.js';

describe('the groups of problems', () => {
  test('hold every one of the 26 categories, and none is empty', () => {
    expect(Object.keys(groupOfCategory)).toEqual([...welfareCategories]);
    expect(new Set(Object.values(groupOfCategory))).toEqual(new Set(welfareGroups));
  });

  test('are seven as named in 2014, and seven by the law, which joins two of its own', () => {
    const values = (scheme: 'S1' | 'UU11_2009') => groupsIn(scheme).map(({ value }) => value);

    expect(values('S1')).toEqual(welfareGroups.slice(0, 7));
    expect(values('UU11_2009')).toEqual([
      'POVERTY',
      'NEGLECT',
      'DISABILITY',
      'REMOTENESS',
      'SOCIAL_DESTITUTION_AND_DEVIANCE',
      'DISASTER_VICTIM',
      'VIOLENCE_EXPLOITATION_DISCRIMINATION',
    ]);
    expect(groupsIn('UU11_2009').flatMap(({ groups }) => groups)).toHaveLength(8);
  });
});

describe('the months that are due', () => {
  const at = (text: string) => new Date(text);

  test('begin with the first case and end three days after the month, in western Indonesia', () => {
    expect(monthsDue('2026-08', null, at('2026-11-03T16:59:59Z'))).toEqual(['2026-08', '2026-09']);
    expect(monthsDue('2026-08', null, at('2026-11-03T17:00:00Z'))).toContain('2026-10');
  });

  test('follow the last one published, over the turn of the year', () => {
    expect(monthsDue('2026-01', '2026-11', at('2027-01-10T00:00:00Z'))).toEqual(['2026-12']);
    expect(monthsDue('2026-01', '2026-12', at('2027-01-10T00:00:00Z'))).toEqual([]);
  });

  test('are none without a case', () => {
    expect(monthsDue(null, null, at('2027-01-10T00:00:00Z'))).toEqual([]);
  });
});

const aRow = (region: string, cases: number, category = 'FAKIR_MISKIN'): CountedRow => ({
  region,
  cases,
  values: {
    CATEGORY: category,
    SEX: 'FEMALE',
    AGE_BAND: 'FROM_60',
    STATUS: 'ACCEPTED',
    CHANNEL: 'KT',
  },
});

describe('a published table', () => {
  test('adds up: every region and every breakdown to the same total', () => {
    const rows = [aRow('32.79.01', 2), aRow('32.79.02', 3, 'ODHA'), aRow('33.16.05', 4)];
    const { counts } = tabulate('REPORTED', ['32.79.01', '32.79.02', '33.16.05'], rows);

    const of = (region: string, name: string) =>
      [...counts]
        .filter(([cell]) => cell.startsWith(`${region}|${name}|`))
        .reduce((sum, [, count]) => sum + count, 0);
    for (const [region, total] of [
      ['', 9],
      ['32', 5],
      ['32.79', 5],
      ['33.16.05', 4],
    ] as const) {
      for (const name of [
        'TOTAL',
        'CATEGORY',
        'CATEGORY.GROUP',
        'SEX',
        'AGE_BAND',
        'STATUS',
        'CHANNEL',
      ])
        expect(of(region, name)).toBe(total);
    }
  });

  test('tells the public nothing of districts, and no audience a number below its threshold', () => {
    const rows = [
      aRow('32.79.01', 30),
      aRow('32.79.02', 30),
      aRow('32.79.02', 7, 'ODHA'),
      aRow('33.16.05', 40),
    ];
    const cells = judge(tabulate('REPORTED', ['32.79.01', '32.79.02', '33.16.05'], rows));

    for (const { regionCode, cases, audience } of cells) {
      if (audience === 'PUBLIC') expect([cases >= 11, regionCode.length < 8]).toEqual([true, true]);
      if (audience === 'OFFICIAL') expect(cases).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(cells.map(({ audience }) => audience))).toContain('PUBLIC');
  });
});

describe('a report', () => {
  const aCell = (fields: Partial<StoredCell>): StoredCell => ({
    month: '2026-09',
    dimension: 'GROUP',
    value: 'SOCIAL_DESTITUTION',
    cases: 20,
    audience: 'PUBLIC',
    ...fields,
  });
  const asked = {
    months: ['2026-09', '2026-10'],
    by: 'GROUP' as const,
    scheme: 'UU11_2009' as const,
    audiences: ['PUBLIC' as const],
    inCharge: false,
  };
  const joined = (cells: StoredCell[], fields: object = {}) =>
    report(cells, { ...asked, ...fields }).values.find(
      ({ value }) => value === 'SOCIAL_DESTITUTION_AND_DEVIANCE',
    );

  test('adds up what may be told, and is silent where a part may not', () => {
    const cells = [aCell({}), aCell({ month: '2026-10', cases: 30 })];
    expect(joined(cells)).toMatchObject({ count: null, suppressed: true, atLeast: 50 });

    const both = cells.flatMap((cell) => [cell, { ...cell, value: 'BEHAVIOURAL_DEVIANCE' }]);
    expect(joined(both)).toMatchObject({ count: 100, suppressed: false, atLeast: 100 });
  });

  test('does not count what is for others', () => {
    const cells = [
      aCell({ audience: 'OFFICIAL' }),
      aCell({ month: '2026-10', audience: 'CHARGE' }),
    ];

    expect(joined(cells)).toMatchObject({ count: null, atLeast: 0 });
    expect(joined(cells, { audiences: ['PUBLIC', 'OFFICIAL'] })).toMatchObject({ atLeast: 20 });
  });

  test('tells those in charge that there was nothing, and others no difference to a few', () => {
    const all = { audiences: ['PUBLIC', 'OFFICIAL', 'CHARGE'], inCharge: true };
    expect(joined([], all)).toMatchObject({ count: 0, suppressed: false });
    expect(joined([])).toEqual(joined([aCell({ cases: 2, audience: 'CHARGE' })]));
  });

  test('of no month is no number', () => {
    expect(report([], { ...asked, months: [] }).total).toMatchObject({ count: null, atLeast: 0 });
  });
});
