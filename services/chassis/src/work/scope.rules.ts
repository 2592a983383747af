import type { Role } from '@jejaring/schema/roles';

/** Who asks, in which role, for which regions; the gateway's signed word or a named system purpose. */
export interface Caller {
  /** Subject of the token; `anonymous` without one; `system:<purpose>` inside the service. */
  id: string;
  role: Role | 'SYSTEM';
  /** Region range the role works in: a dotted code, '' for the nation, null for none. */
  region: string | null;
  /** Organization the caller acts for, as stored (UUID). */
  organizationId: string | null;
  officeId: string | null;
  requestId: string;
  /** How the bearer signed in, where it was more than a password. */
  assurance?: 'MULTI_FACTOR';
}

export const anonymous = (requestId: string): Caller => ({
  id: 'anonymous',
  role: 'PUBLIC',
  region: null,
  organizationId: null,
  officeId: null,
  requestId,
});

/** Consumers, clocks and loaders work as the system, for a purpose that the audit names. */
export const systemCaller = (purpose: string): Caller => ({
  id: `system:${purpose}`,
  role: 'SYSTEM',
  region: '',
  organizationId: null,
  officeId: null,
  requestId: `system:${purpose}`,
});

export interface RegionRange {
  low: string;
  high: string;
}

/**
 * The half-open range of codes inside a region, compared byte by byte: `32.79` holds everything
 * from `32.79` to below `32.79/`, because '/' follows '.' and precedes the digits. An absent
 * region gives a range that holds nothing. The nation's holds the nation itself, whose code is empty.
 */
export function regionRange(region: string | null): RegionRange {
  if (region === null) return { low: '', high: '' };
  if (region === '') return { low: '', high: ':' };
  return { low: region, high: `${region}/` };
}

/** Whether a region lies inside another, compared by whole segments. */
export function covers(region: string | null, code: string): boolean {
  const { low, high } = regionRange(region);
  return code >= low && code < high;
}

export type RegionLevel = 'NATION' | 'PROVINCE' | 'REGENCY' | 'DISTRICT' | 'VILLAGE';

const levels: readonly RegionLevel[] = ['NATION', 'PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE'];

/** The level of a code, derived from its segments: `32.79` is a regency or city. */
export const levelOf = (code: string): RegionLevel =>
  levels[code === '' ? 0 : code.split('.').length] ?? 'VILLAGE';

/** The regency or city that a code lies in; a province or the nation stands for itself. */
export const regencyOf = (code: string): string => code.slice(0, 5);
