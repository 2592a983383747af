import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';

export const regionKinds = [
  'PROVINCE',
  'KABUPATEN',
  'KOTA',
  'KECAMATAN',
  'DESA',
  'KELURAHAN',
  'DESA_ADAT',
] as const;
export type RegionKind = (typeof regionKinds)[number];

/** Levels that regions have; the nation has no code of its own. */
export const searchedLevels = [
  'PROVINCE',
  'REGENCY',
  'DISTRICT',
  'VILLAGE',
] as const satisfies RegionLevel[];

const villageKinds: Record<string, RegionKind> = { 1: 'KELURAHAN', 2: 'DESA', 3: 'DESA_ADAT' };

/** The kind is told by the code: a city's second part is 71 to 99, a kelurahan's last begins with 1. */
export function kindOf(code: string): RegionKind {
  const parts = code.split('.');
  if (parts.length === 1) return 'PROVINCE';
  if (parts.length === 2) return Number(parts[1]) >= 71 ? 'KOTA' : 'KABUPATEN';
  if (parts.length === 3) return 'KECAMATAN';
  const kind = villageKinds[parts[3]!.charAt(0)];
  if (kind === undefined) throw new Error(`The village code ${code} has no kind.`);
  return kind;
}

/** The code of the region that holds this one; null above a province. */
export const parentOf = (code: string): string | null =>
  code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;

/** The codes above a region, the province first. */
export function ancestorsOf(code: string): string[] {
  const parts = code.split('.');
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'));
}

/** Lower case, one space between words, no marks that people leave out. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ');

/** The name without the kind that precedes it: "Kabupaten Cirebon" is found as "cirebon". */
export const bareName = (name: string): string =>
  searchable(name).replace(/^(kabupaten|kota) /, '');

/** As people write a place: "Mulyasari, Kec. Pataruman, Kota Banjar, Jawa Barat". */
export function pathOf(code: string, names: ReadonlyMap<string, string>): string {
  const named = [code, ...ancestorsOf(code).reverse()].map((each) => {
    const name = names.get(each) ?? each;
    return levelOf(each) === 'DISTRICT' && each !== code ? `Kec. ${name}` : name;
  });
  return named.join(', ');
}
