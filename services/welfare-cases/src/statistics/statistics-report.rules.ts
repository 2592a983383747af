import { welfareCategories } from '@jejaring/schema/vocabulary';
import { reportChannels } from '../case/case-report.rules.js';
import { ageBands, countedStatuses, sexes } from './statistics.rules.js';
import type { Audience } from './statistics.rules.js';
import type { GroupScheme } from './welfare-group.rules.js';
import { groupsIn } from './welfare-group.rules.js';

export const breakdowns = ['CATEGORY', 'GROUP', 'SEX', 'AGE_BAND', 'STATUS', 'CHANNEL'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** A published number, as it is stored. */
export interface StoredCell {
  month: string;
  dimension: string;
  value: string;
  cases: number;
  audience: Audience;
}

export interface ReportedCell {
  value: string;
  /** Null while a month of it may not be told. */
  count: number | null;
  suppressed: boolean;
  /** What the months that may be told add up to. */
  atLeast: number;
}

const alone = (values: readonly string[]) => values.map((value) => ({ value, parts: [value] }));

/** The lines of a breakdown, and the stored values that each is made of. */
function linesOf(
  by: Breakdown,
  scheme: GroupScheme | null,
): { value: string; parts: readonly string[] }[] {
  if (by === 'GROUP')
    return groupsIn(scheme).map(({ value, groups }) => ({ value, parts: groups }));
  const values = {
    CATEGORY: welfareCategories,
    SEX: sexes,
    AGE_BAND: ageBands,
    STATUS: countedStatuses,
    CHANNEL: reportChannels,
  };
  return alone(values[by]);
}

export interface Asked {
  months: readonly string[];
  by: Breakdown;
  scheme: GroupScheme | null;
  audiences: readonly Audience[];
  inCharge: boolean;
}

/**
 * A report over published months. A number is told when each month of it and each part of it may be
 * told: it is then no more than what the caller could add up. What is not stored is nothing, which
 * only those in charge are told.
 */
export function report(cells: readonly StoredCell[], asked: Asked) {
  const { months, audiences, inCharge } = asked;
  const stored = new Map(
    cells.map((cell) => [`${cell.month} ${cell.dimension} ${cell.value}`, cell]),
  );
  const told = (dimension: string, value: string): (number | null)[] =>
    months.map((month) => {
      const cell = stored.get(`${month} ${dimension} ${value}`);
      if (cell === undefined) return inCharge ? 0 : null;
      return audiences.includes(cell.audience) ? cell.cases : null;
    });
  const line = (value: string, numbers: readonly (number | null)[]): ReportedCell => {
    const atLeast = numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
    const suppressed = numbers.length === 0 || numbers.includes(null);
    return { value, count: suppressed ? null : atLeast, suppressed, atLeast };
  };
  const values = linesOf(asked.by, asked.scheme).map(({ value, parts }) =>
    line(
      value,
      parts.flatMap((part) => told(asked.by, part)),
    ),
  );
  return { total: line('', told('TOTAL', '')), values };
}
