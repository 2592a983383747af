import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import { provinceOffice, regencyOffice } from '@jejaring/schema/roles';

/** Kinds of regulations, how each is cited, and at which level it is made. */
export const regulationKinds = {
  UU: { cited: 'UU', levels: ['NATION'] },
  PP: { cited: 'PP', levels: ['NATION'] },
  INPRES: { cited: 'Inpres', levels: ['NATION'] },
  PERMENSOS: { cited: 'Permensos', levels: ['NATION'] },
  PERMENDAGRI: { cited: 'Permendagri', levels: ['NATION'] },
  PERDIRJEN: { cited: 'Perdirjen', levels: ['NATION'] },
  PERDA: { cited: 'Perda', levels: ['PROVINCE', 'REGENCY'] },
  PERGUB: { cited: 'Pergub', levels: ['PROVINCE'] },
  PERBUP: { cited: 'Perbup', levels: ['REGENCY'] },
  PERWAL: { cited: 'Perwal', levels: ['REGENCY'] },
} as const satisfies Record<string, { cited: string; levels: readonly RegionLevel[] }>;
export type RegulationKind = keyof typeof regulationKinds;

export const regulationStatuses = ['DRAFT', 'IN_FORCE', 'REPLACED', 'REVOKED'] as const;
export type RegulationStatus = (typeof regulationStatuses)[number];

/** Which office keeps the regulations of a level: its own, never those above or below. */
const keepers: Partial<Record<RegionLevel, readonly Role[]>> = {
  NATION: ['KEMENSOS_STAFF'],
  PROVINCE: provinceOffice,
  REGENCY: regencyOffice,
};
export const regulationKeepers = ['KEMENSOS_STAFF', ...provinceOffice, ...regencyOffice] as const;
const keeping = [{ roles: regulationKeepers, within: 'region_code' }];

export const regulationPolicy = definePolicy({
  table: 'regulation',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { BRING_INTO_FORCE: keeping, REPLACE: keeping, REVOKE: keeping },
});
export type RegulationCommand = keyof typeof regulationPolicy.commands;

export const regulationLinkPolicy = definePolicy({
  table: 'regulation_link',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: {},
});

export type RegulationRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: RegulationStatus }
  | { refused: 'already-registered' };

export interface RegulationState {
  id: string;
  kind: RegulationKind;
  regionCode: string;
  number: string | null;
  status: RegulationStatus;
  validFrom: string | null;
  validTo: string | null;
}

/** Whether it was law on a day; one that was replaced later was. */
const heldOn = ({ status, validFrom, validTo }: RegulationState, day: string): boolean =>
  status !== 'DRAFT' && validFrom! <= day && (validTo === null || validTo > day);

export function mayKeep(caller: Caller, row: { regionCode: string }): boolean {
  if (caller.role === 'SYSTEM') return true;
  const theirs: readonly string[] = keepers[levelOf(row.regionCode)] ?? [];
  return theirs.includes(caller.role) && may(keeping, caller, row);
}

/** `Permensos 25/2019`; one without a number yet is cited by its year alone. */
export const citationOf = (of: { kind: RegulationKind; number: string | null; year: number }) =>
  of.number === null
    ? `${regulationKinds[of.kind].cited} (${of.year})`
    : `${regulationKinds[of.kind].cited} ${of.number}/${of.year}`;

/** Enters the register as a draft, at the level at which its kind is made. */
export function register(
  input: { kind: RegulationKind; regionCode: string },
  regionExists: boolean,
  caller: Caller,
): Decision<object, RegulationRefusal> {
  if (!mayKeep(caller, input)) return notAllowed('registerRegulation');
  const levels: readonly RegionLevel[] = regulationKinds[input.kind].levels;
  if (regionExists && levels.includes(levelOf(input.regionCode))) return { refused: null };
  return invalidInput('region', {
    en: 'There is no such region, or this kind of regulation is not made at its level.',
    id: 'Wilayah tidak ada, atau jenis peraturan ini tidak dibuat pada tingkatnya.',
  });
}

/** A draft with its number begins to be law on a day. */
export function bringIntoForce(
  state: RegulationState,
  input: { number: string | null; validFrom: string },
  caller: Caller,
): Decision<{ status: RegulationStatus; number: string; validFrom: string }, RegulationRefusal> {
  if (!mayKeep(caller, state)) return notAllowed('bringIntoForce');
  if (state.status !== 'DRAFT') return { refused: 'wrong-state', status: state.status };
  const number = input.number ?? state.number;
  if (number !== null) {
    return { refused: null, status: 'IN_FORCE', number, validFrom: input.validFrom };
  }
  return invalidInput('number', {
    en: 'A regulation in force has a number.',
    id: 'Peraturan yang berlaku memiliki nomor.',
  });
}

const beforeItsTime = invalidInput('on', {
  en: 'It would end before it began.',
  id: 'Berakhir sebelum mulai berlaku.',
});

function endOf(
  state: RegulationState,
  on: string,
  command: 'replaceRegulation' | 'revokeRegulation',
  caller: Caller,
): Decision<object, RegulationRefusal> {
  if (!mayKeep(caller, state)) return notAllowed(command);
  if (state.status !== 'IN_FORCE') return { refused: 'wrong-state', status: state.status };
  return on > state.validFrom! ? { refused: null } : beforeItsTime;
}

/** Another regulation of the same place, itself in force by then, takes its place. */
export function replace(
  state: RegulationState,
  by: RegulationState | null,
  on: string,
  caller: Caller,
): Decision<{ status: RegulationStatus; validTo: string }, RegulationRefusal> {
  const decision = endOf(state, on, 'replaceRegulation', caller);
  if (decision.refused !== null) return decision;
  const fits =
    by !== null && by.id !== state.id && by.regionCode === state.regionCode && heldOn(by, on);
  if (fits) return { refused: null, status: 'REPLACED', validTo: on };
  return invalidInput('by', {
    en: 'What replaces it is a regulation of the same region in force on that day.',
    id: 'Penggantinya adalah peraturan wilayah yang sama yang berlaku pada tanggal itu.',
  });
}

export function revoke(
  state: RegulationState,
  on: string,
  caller: Caller,
): Decision<{ status: RegulationStatus; validTo: string }, RegulationRefusal> {
  const decision = endOf(state, on, 'revokeRegulation', caller);
  return decision.refused === null ? { refused: null, status: 'REVOKED', validTo: on } : decision;
}

/** The codes whose regulations hold in a region: the nation's, the province's, the regency's. */
export function lawGivers(regionCode: string): string[] {
  const parts = regionCode === '' ? [] : regionCode.split('.').slice(0, 2);
  return ['', ...parts.map((_part, index) => parts.slice(0, index + 1).join('.'))];
}

/** The commands that would not be refused for the caller's part or the state. */
export function commandsFor(state: RegulationState, caller: Caller): RegulationCommand[] {
  if (!mayKeep(caller, state)) return [];
  if (state.status === 'DRAFT') return ['BRING_INTO_FORCE'];
  return state.status === 'IN_FORCE' ? ['REPLACE', 'REVOKE'] : [];
}
