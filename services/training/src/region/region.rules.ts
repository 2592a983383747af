/** How far training reached, as it was counted. */
export interface Reach {
  unitsReached: number;
  unitsTotal: number;
  certificatesIssued: number;
  /** Head counts of reports, at their lower ends. */
  participantsStated: number;
  /** The same at their upper ends; null where one has none. */
  statedAtMost: number | null;
}

export type CountedIn = 'UNITS' | 'PERSONS';

/** Lists of participants tell units; reports of head counts tell persons, and no unit. */
export const countedIn = ({ unitsReached, participantsStated }: Reach): CountedIn[] => [
  ...(unitsReached > 0 ? (['UNITS'] as const) : []),
  ...(participantsStated > 0 ? (['PERSONS'] as const) : []),
];

/** As if each person of a report came from another unit that nobody else came from. */
export const unitsReachedAtMost = ({ unitsReached, unitsTotal, statedAtMost }: Reach): number =>
  statedAtMost === null ? unitsTotal : Math.min(unitsTotal, unitsReached + statedAtMost);
