import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice } from '@jejaring/schema/roles';
import type { ventureKinds, ventureSectors } from '@jejaring/schema/vocabulary';
import { keeping } from '../work-programme/work-programme.rules.js';

export type VentureKind = (typeof ventureKinds)[number];
export type VentureSector = (typeof ventureSectors)[number];

export const ventureStatuses = ['PROPOSED', 'VERIFIED', 'ACTIVE', 'DORMANT', 'CLOSED'] as const;
export type VentureStatus = (typeof ventureStatuses)[number];

const office = [{ roles: [...regencyOffice, ...provinceOffice] as const, within: 'region_code' }];

/** Names of businesses are public; who owns one household's share is kept nowhere here. */
export const economicVenturePolicy = definePolicy({
  table: 'economic_venture',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: {
    VERIFY: office,
    ACTIVATE: keeping,
    REST: keeping,
    CLOSE: keeping,
    REPORT: keeping,
  },
});

/** A report is between the venture and the offices. */
export const ventureReportPolicy = definePolicy({
  table: 'venture_report',
  access: 'regional',
  read: keeping,
  write: keeping,
  commands: {},
});

export type VentureCommand = keyof typeof economicVenturePolicy.commands;
export const ventureCommands = Object.keys(economicVenturePolicy.commands) as VentureCommand[];

export interface VentureState {
  status: VentureStatus;
  organizationId: string;
  regionCode: string;
}

export type VentureRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'organization-not-active' }
  | { refused: 'wrong-state'; status: VentureStatus; expected: VentureStatus[] };

// The programme of joint business groups (KUBE): 5 to 20 households, neighbours in one kecamatan.
const households = { fewest: 5, most: 20 };

/** A joint business group counts its households; the business of a Karang Taruna has none. */
export function propose(
  input: { kind: VentureKind; memberHouseholds: number | null },
  organization: { id: string; regionCode: string; status: string },
  caller: Caller,
): Decision<object, VentureRefusal> {
  const { id: organizationId, regionCode } = organization;
  if (!may(keeping, caller, { organizationId, regionCode })) return notAllowed('proposeVenture');
  if (organization.status !== 'ACTIVE') return { refused: 'organization-not-active' };
  const { kind, memberHouseholds: count } = input;
  if (kind === 'UEP_KT' && count === null) return { refused: null };
  const fits = count !== null && count >= households.fewest && count <= households.most;
  if (kind === 'KUBE' && fits) {
    return isNeighbourhood(regionCode) ? { refused: null } : faults.regionCode;
  }
  return faults.memberHouseholds;
}

/** A kecamatan or a village in one: the group lives where its organization sits. */
const isNeighbourhood = (regionCode: string) => regionCode.split('.').length >= 3;

const faults = {
  regionCode: invalidInput('organizationId', {
    en: 'A joint business group lives in one kecamatan: its organization sits there or below.',
    id: 'Anggota KUBE berada dalam satu kecamatan: organisasinya berkedudukan di sana.',
  }),
  memberHouseholds: invalidInput('memberHouseholds', {
    en: 'A joint business group has 5 to 20 households; another venture has none.',
    id: 'KUBE beranggotakan 5 sampai 20 keluarga; usaha lain tidak menyebut keluarga.',
  }),
};

const steps: Record<VentureCommand, { from: VentureStatus[]; to: VentureStatus }> = {
  VERIFY: { from: ['PROPOSED'], to: 'VERIFIED' },
  ACTIVATE: { from: ['VERIFIED', 'DORMANT'], to: 'ACTIVE' },
  REST: { from: ['ACTIVE'], to: 'DORMANT' },
  CLOSE: { from: ['PROPOSED', 'VERIFIED', 'ACTIVE', 'DORMANT'], to: 'CLOSED' },
  REPORT: { from: ['ACTIVE'], to: 'ACTIVE' },
};

export function step(
  command: VentureCommand,
  venture: VentureState,
  caller: Caller,
): Decision<{ status: VentureStatus }, VentureRefusal> {
  if (!may(economicVenturePolicy.commands[command], caller, venture)) return notAllowed(command);
  const { from, to } = steps[command];
  if (from.includes(venture.status)) return { refused: null, status: to };
  return { refused: 'wrong-state', status: venture.status, expected: from };
}

export const commandsFor = (venture: VentureState, caller: Caller): VentureCommand[] =>
  ventureCommands.filter((command) => step(command, venture, caller).refused === null);

/** A month is told by its first day, once it has begun. */
export function report(
  venture: VentureState,
  { month, today }: { month: string; today: string },
  caller: Caller,
): Decision<{ status: VentureStatus }, VentureRefusal> {
  const decision = step('REPORT', venture, caller);
  if (decision.refused !== null || (month.endsWith('-01') && month <= today)) return decision;
  return invalidInput('month', {
    en: 'The month is given by its first day, and has begun.',
    id: 'Bulan ditulis dengan hari pertamanya dan sudah dimulai.',
  });
}
