import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { covers, levelOf } from '@jejaring/chassis/work/scope.rules';
import { officials, socialOffices } from '@jejaring/schema/roles';
import type { Audience } from './statistics.rules.js';

export interface Sight {
  /** To whom a number may be told for the caller to be told. */
  audiences: readonly Audience[];
  /** Whether the caller is in charge of the region and sees what is. */
  inCharge: boolean;
  /** Whether regions of this size have numbers for this caller at all. */
  counted: boolean;
}

const isOf = (roles: readonly string[], { role }: Caller) => roles.includes(role);

const isInCharge = (caller: Caller, region: string): boolean =>
  isOf(socialOffices, caller) &&
  (region === '' ? caller.region === '' : covers(caller.region, region));

const broad: readonly RegionLevel[] = ['NATION', 'PROVINCE', 'REGENCY'];

// Customary thresholds: 5 between authorities, 11 in public; in public from the regency up, for
// officials from the district up, because a village's numbers are its people's (docs/decisions).
export function sightOf(caller: Caller, region: string): Sight {
  const level = levelOf(region);
  if (isInCharge(caller, region))
    return { audiences: ['PUBLIC', 'OFFICIAL', 'CHARGE'], inCharge: true, counted: true };
  if (isOf(officials, caller)) {
    const counted = broad.includes(level) || level === 'DISTRICT';
    return { audiences: ['PUBLIC', 'OFFICIAL'], inCharge: false, counted };
  }
  return { audiences: ['PUBLIC'], inCharge: false, counted: broad.includes(level) };
}
