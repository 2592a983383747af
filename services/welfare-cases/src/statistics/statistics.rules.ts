import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { reportChannels } from '../case/case-report.rules.js';
import { caseStatuses } from '../case/case.rules.js';
import type { CountTable, Dimension } from './suppression.rules.js';
import { cellOf, groupOf, hideSmall, totalOf } from './suppression.rules.js';
import { groupOfCategory } from './welfare-group.rules.js';

/** Numbers without persons; which of them a caller is told is decided by their audience. */
export const statisticsCellPolicy = definePolicy({
  table: 'statistics_cell',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

export const statisticsMonthPolicy = definePolicy({
  table: 'statistics_month',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** Cases reported in the month; cases open when the month was published. */
export const measures = ['REPORTED', 'OPEN'] as const;
export type Measure = (typeof measures)[number];

/** Who may be told a number: everybody, officials, or only the office in charge. */
export const audiences = ['PUBLIC', 'OFFICIAL', 'CHARGE'] as const;
export type Audience = (typeof audiences)[number];

/** Below this nobody but the office in charge is told (design: 5 between authorities, 11 in public). */
export const thresholds = { OFFICIAL: 5, PUBLIC: 11 } as const;

export const ageBands = [
  'UNDER_6',
  'FROM_6_TO_17',
  'FROM_18_TO_59',
  'FROM_60',
  'NOT_STATED',
] as const;
export const sexes = ['FEMALE', 'MALE', 'NOT_STATED'] as const;

/** Where a counted case can stand: on hold or restricted it stands where it did before; a rejected one is none. */
export const countedStatuses = caseStatuses.filter(
  (status) => status !== 'REJECTED' && status !== 'ON_HOLD' && status !== 'RESTRICTED',
);

const flat = (name: string, values: readonly string[]): Dimension => ({
  name,
  values: values.map((value) => ({ value, group: null })),
});

const byCategory: Dimension = {
  name: 'CATEGORY',
  values: welfareCategories.map((value) => ({ value, group: groupOfCategory[value] })),
};

const dimensionsOf: Record<Measure, readonly Dimension[]> = {
  REPORTED: [
    byCategory,
    flat('SEX', sexes),
    flat('AGE_BAND', ageBands),
    flat('STATUS', countedStatuses),
    flat('CHANNEL', reportChannels),
  ],
  OPEN: [byCategory],
};

/** So many cases of one district that agree in every dimension. */
export interface CountedRow {
  region: string;
  cases: number;
  /** The value of each dimension, by its name. */
  values: Readonly<Record<string, string>>;
}

/** A district and everything it lies in, the nation first. */
export function regionsAround(district: string): string[] {
  const parts = district.split('.');
  return ['', ...parts.map((_part, index) => parts.slice(0, index + 1).join('.'))];
}

const parentOf = (code: string): string | null =>
  code === '' ? null : code.slice(0, Math.max(0, code.lastIndexOf('.')));

/** The districts that ever had a case, with all they lie in; one that had none in this month counts nothing. */
function regionTree(districts: readonly string[]): CountTable['regions'] {
  const codes = new Set(['', ...districts.flatMap(regionsAround)]);
  return [...codes].sort().map((code) => ({ code, parent: parentOf(code) }));
}

const cellsOf = (region: string, { values }: CountedRow, dimensions: readonly Dimension[]) =>
  dimensions.flatMap(({ name, values: all }) => {
    const value = values[name]!;
    const group = all.find((each) => each.value === value)?.group ?? null;
    const cell = cellOf(region, name, value);
    return group === null ? [cell] : [cell, groupOf(region, name, group)];
  });

/** The whole table of one measure: every region, every dimension, totals and groups. */
export function tabulate(
  measure: Measure,
  districts: readonly string[],
  rows: readonly CountedRow[],
): CountTable {
  const dimensions = dimensionsOf[measure];
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const region of regionsAround(row.region)) {
      for (const cell of [totalOf(region), ...cellsOf(region, row, dimensions)])
        counts.set(cell, (counts.get(cell) ?? 0) + row.cases);
    }
  }
  return { regions: regionTree(districts), dimensions, counts };
}

/** What a stored number is broken down by; a total has no value. */
export type CellDimension =
  'TOTAL' | 'CATEGORY' | 'GROUP' | 'SEX' | 'AGE_BAND' | 'STATUS' | 'CHANNEL';

export interface JudgedCell {
  regionCode: string;
  dimension: CellDimension;
  value: string;
  cases: number;
  audience: Audience;
}

const isBroad = (region: string) => levelOf(region) !== 'DISTRICT';

/**
 * Every number with its audience. Officials see districts, the public regencies and what is larger;
 * what is kept from officials is kept from the public first, so that both views together tell no
 * more than the officials' own.
 */
export function judge(table: CountTable): JudgedCell[] {
  const fromOfficials = hideSmall(table, thresholds.OFFICIAL);
  const broad = { ...table, regions: table.regions.filter(({ code }) => isBroad(code)) };
  const kept = [...fromOfficials].filter((cell) => isBroad(cell.split('|')[0]!));
  const fromPublic = hideSmall(broad, thresholds.PUBLIC, kept);
  return [...table.counts].map(([cell, cases]) => {
    const [regionCode, kind, value] = cell.split('|') as [string, string, string];
    const open = isBroad(regionCode) && !fromPublic.has(cell) ? 'PUBLIC' : 'OFFICIAL';
    const dimension = (kind === 'CATEGORY.GROUP' ? 'GROUP' : kind) as CellDimension;
    const audience = fromOfficials.has(cell) ? 'CHARGE' : open;
    return { regionCode, dimension, value, cases, audience };
  });
}

// Reports of the last days still come in.
const graceMs = 3 * 86_400_000;

const monthAfter = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

/** First moment of a month in western Indonesia. */
export const startOf = (month: string): Date => new Date(`${month}-01T00:00:00+07:00`);
export const endOf = (month: string): Date => startOf(monthAfter(month));

/** The months that can be published by now, three days after their end, oldest first: from the first case on, behind the last one published. */
export function monthsDue(first: string | null, last: string | null, now: Date): string[] {
  const months: string[] = [];
  const from = last === null ? first : monthAfter(last);
  if (from === null) return months;
  const isDue = (month: string) => now.getTime() >= endOf(month).getTime() + graceMs;
  for (let month = from; isDue(month); month = monthAfter(month)) months.push(month);
  return months;
}
