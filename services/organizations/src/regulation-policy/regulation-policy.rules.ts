import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';

/** What the regulations of one time demand of boards and members. */
export interface RegulationPolicy {
  /** The regulations that say so, by which a decision names its law. */
  regulations: readonly string[];
  validFrom: string;
  validTo: string | null;
  /** Members are everybody of these ages, without joining (stelsel pasif); null where no text was at hand. */
  memberAges: { min: number; max: number } | null;
  /** Below it nobody may hold a seat. */
  officerAgeMin: number;
  /** Above it a seat is warned of and not refused; null sets no limit. */
  officerAgeMax: number | null;
  termYears: Record<RegionLevel, number>;
  /** Null sets no minimum. */
  minOfficers: number | null;
}

const years = (village: number, above: number): RegulationPolicy['termYears'] => ({
  VILLAGE: village,
  DISTRICT: above,
  REGENCY: above,
  PROVINCE: above,
  NATION: above,
});

const of2010 = { officerAgeMin: 17, officerAgeMax: 45, termYears: years(3, 5), minOfficers: null };
// Permensos 25/2019 limits the officers' age from below alone; the dispute of 2022 was settled so.
const of2019 = {
  officerAgeMin: 17,
  officerAgeMax: null,
  termYears: years(5, 5),
  minOfficers: null,
};
const youth = { min: 13, max: 45 };

/**
 * Dated, never overwritten: a board is judged by the text in force on its day, for ever. Where only
 * the year or month of a text is certain, its first day stands (of Permensos 25/2019 the last of 2019).
 */
const policies: readonly RegulationPolicy[] = [
  {
    regulations: ['Permensos 77/HUK/2010'],
    validFrom: '2010-01-01',
    validTo: '2013-01-01',
    memberAges: null,
    ...of2010,
  },
  {
    regulations: ['Permensos 77/HUK/2010', 'Permensos 23/2013'],
    validFrom: '2013-01-01',
    validTo: '2019-12-31',
    memberAges: youth,
    ...of2010,
  },
  {
    regulations: ['Permensos 25/2019'],
    validFrom: '2019-12-31',
    validTo: '2025-08-01',
    memberAges: youth,
    ...of2019,
  },
  {
    // The amendment's full text was not at hand: ages and terms stand as before until it is.
    regulations: ['Permensos 25/2019', 'Permensos 9/2025'],
    validFrom: '2025-08-01',
    validTo: null,
    memberAges: youth,
    ...of2019,
  },
];

/** What was demanded on a day; null before the first regulation that is recorded. */
export const policyOn = (day: string): RegulationPolicy | null =>
  policies.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo),
  ) ?? null;

/** The same day some years later; 29 February ends with the month. */
export function addYears(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + count, month, 0)).getUTCDate();
  const moved = Date.UTC(year + count, month - 1, Math.min(date, last));
  return new Date(moved).toISOString().slice(0, 10);
}

/** Completed years of life on a day. */
export function ageOn(birthDate: string, day: string): number {
  const had = day.slice(5) >= birthDate.slice(5);
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (had ? 0 : 1);
}
