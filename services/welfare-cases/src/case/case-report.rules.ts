import { may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { caseReaders, frontDesks } from './case.rules.js';

/** A case is reported by those whose region range holds the village where the person lives. */
export function report(
  regionCode: string,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  const clause = { roles: caseReaders, within: 'region_code' };
  if (!may([clause], caller, { regionCode })) return notAllowed('reportCase');
  if (levelOf(regionCode) === 'VILLAGE') return { refused: null };
  return invalidInput('regionCode', {
    en: 'A case lies in the village where the person lives.',
    id: 'Kasus dicatat di desa/kelurahan tempat tinggal yang bersangkutan.',
  });
}

export const reportChannels = [
  'KT',
  'PSM',
  'TKSK',
  'PUSKESOS_SLRT',
  'COMMUNITY',
  'LKS',
  'SELF',
  'OTHER_OFFICE',
] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** The way a report came, when nobody says otherwise: that of whoever enters it. */
export function channelOf({ role }: Caller): ReportChannel {
  if (role === 'KT_OFFICER') return 'KT';
  if (role === 'PSKS_WORKER' || role === 'SOCIAL_WORKER') return 'PSM';
  return (frontDesks as readonly string[]).includes(role) ? 'PUSKESOS_SLRT' : 'OTHER_OFFICE';
}

/** The year of a case number is that of western Indonesia, seven hours ahead of UTC. */
export const caseYear = (now: Date): number =>
  new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();

/** `KS/32.79/2026/000123`: counted per regency or city and year. */
export const caseNumber = (regency: string, year: number, serial: number): string =>
  `KS/${regency}/${year}/${String(serial).padStart(6, '0')}`;

/**
 * `KS/32.79/2026/T4F07A1C2`: the number of a case that is sealed from its report on. It is outside the
 * series, whose gaps would otherwise tell how many there are.
 */
export const sealedNumber = (regency: string, year: number, id: string): string =>
  `KS/${regency}/${year}/T${id.slice(-8).toUpperCase()}`;
