/** The three time zones of Indonesia (Keputusan Presiden 41/1987). */
export type TimeZone = 'WIB' | 'WITA' | 'WIT';

const hoursAhead: Record<TimeZone, number> = { WIB: 7, WITA: 8, WIT: 9 };

// Bali, Nusa Tenggara, South, East and North Kalimantan, Sulawesi.
const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
// Maluku and Papua.
const eastern = ['81', '82', '91', '92', '93', '94', '95', '96'];

/** The zone of a region, by its province. */
export function zoneOf(regionCode: string): TimeZone {
  const province = regionCode.slice(0, 2);
  if (central.includes(province)) return 'WITA';
  return eastern.includes(province) ? 'WIT' : 'WIB';
}

/** When a day begins at a place. */
export const startOfDay = (day: string, zone: TimeZone): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - hoursAhead[zone] * 3_600_000);

/** The calendar date at a place; the server's own zone never matters. */
export const localDate = (instant: Date, zone: TimeZone): string =>
  new Date(instant.getTime() + hoursAhead[zone] * 3_600_000).toISOString().slice(0, 10);
