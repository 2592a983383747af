import type { PersonFacts } from '../officer/officer.service.js';

const given = ['Adi', 'Bunga', 'Candra', 'Dian', 'Eko', 'Fitri', 'Galih', 'Hana', 'Imam', 'Jihan'];
const family = ['Pratama', 'Lestari', 'Saputra', 'Wulandari', 'Kusuma', 'Maharani', 'Nugraha'];

const pick = (from: readonly string[], index: number) => from[index % from.length]!;
const two = (value: number) => String(value).padStart(2, '0');

/** Of no province and of no person: the region part 99.99.99 exists nowhere. */
function nikOf(birthDate: string, sex: PersonFacts['sex'], serial: number): string {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const dayPart = sex === 'FEMALE' ? day + 40 : day;
  const born = `${two(dayPart)}${two(month)}${two(year % 100)}`;
  return `999999${born}${String(serial + 1).padStart(4, '0')}`;
}

/** The next invented person who lives at a place; the same on every machine. */
export function inventPerson(
  serial: number,
  residenceRegionCode: string,
  fields: Partial<PersonFacts> = {},
): PersonFacts {
  const sex = serial % 2 === 0 ? ('MALE' as const) : ('FEMALE' as const);
  const birthDate =
    fields.birthDate ??
    `${1986 + (serial % 11)}-${two(1 + (serial % 12))}-${two(1 + (serial % 28))}`;
  const name = `${pick(given, serial)} Contoh ${pick(family, Math.floor(serial / 3))}`;
  const nik = nikOf(birthDate, fields.sex ?? sex, serial);
  return { name, nik, birthDate, sex, residenceRegionCode, officialPositions: [], ...fields };
}
