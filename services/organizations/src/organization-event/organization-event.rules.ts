import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import type { organizationEventKinds } from '@jejaring/schema/vocabulary';
import { keeping } from '../work-programme/work-programme.rules.js';

export type OrganizationEventKind = (typeof organizationEventKinds)[number];

export const organizationEventStatuses = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type OrganizationEventStatus = (typeof organizationEventStatuses)[number];

export const organizationEventPolicy = definePolicy({
  table: 'organization_event',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { LINK: keeping, HOLD: keeping, CANCEL: keeping },
});

export type OrganizationEventCommand = keyof typeof organizationEventPolicy.commands;
export const organizationEventCommands = Object.keys(
  organizationEventPolicy.commands,
) as OrganizationEventCommand[];

export interface OrganizationEventState {
  status: OrganizationEventStatus;
  organizationId: string;
  regionCode: string;
  startsOn: string;
}

export type OrganizationEventRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'organization-not-active' }
  | { refused: 'too-early' }
  | {
      refused: 'wrong-state';
      status: OrganizationEventStatus;
      expected: OrganizationEventStatus[];
    };

export interface EventPlan {
  kind: OrganizationEventKind;
  startsOn: string;
  endsOn: string;
  venue: { regionCode: string | null; regionExists: boolean; derivedBecause: string | null } | null;
}

const faults = {
  kind: {
    en: 'A Rakerda is held by a board of a regency, a province or the nation.',
    id: 'Rakerda diadakan oleh pengurus kabupaten/kota, provinsi, atau nasional.',
  },
  endsOn: { en: 'It ends before it begins.', id: 'Tanggal selesai sebelum tanggal mulai.' },
  venue: {
    en: 'There is no region with this code.',
    id: 'Tidak ada wilayah dengan kode ini.',
  },
  derivedBecause: {
    en: 'Only the region of a venue is concluded.',
    id: 'Hanya wilayah tempat yang dapat disimpulkan.',
  },
};

function faultOf({ kind, startsOn, endsOn, venue }: EventPlan, level: RegionLevel) {
  const isRegional = level !== 'VILLAGE' && level !== 'DISTRICT';
  if (kind === 'RAKERDA' && !isRegional) return 'kind';
  if (endsOn < startsOn) return 'endsOn';
  if (venue === null) return null;
  const { regionCode, regionExists, derivedBecause } = venue;
  if (regionCode !== null && !regionExists) return 'venue';
  return regionCode === null && derivedBecause !== null ? 'derivedBecause' : null;
}

/** Its board plans it, or an office writes down what took place. */
export function plan(
  input: EventPlan,
  host: { id: string; regionCode: string; status: string; level: RegionLevel },
  caller: Caller,
): Decision<object, OrganizationEventRefusal> {
  const row = { organizationId: host.id, regionCode: host.regionCode };
  if (!may(keeping, caller, row)) return notAllowed('planOrganizationEvent');
  if (host.status !== 'ACTIVE') return { refused: 'organization-not-active' };
  const fault = faultOf(input, host.level);
  return fault === null ? { refused: null } : invalidInput(fault, faults[fault]);
}

const expected: Record<OrganizationEventCommand, OrganizationEventStatus[]> = {
  LINK: ['PLANNED', 'HELD'],
  HOLD: ['PLANNED'],
  CANCEL: ['PLANNED'],
};

/** What was held is not called off, and nothing is held before its first day. */
export function step(
  command: OrganizationEventCommand,
  event: OrganizationEventState,
  today: string,
  caller: Caller,
): Decision<{ status: OrganizationEventStatus }, OrganizationEventRefusal> {
  if (!may(organizationEventPolicy.commands[command], caller, event)) return notAllowed(command);
  const { status } = event;
  if (!expected[command].includes(status)) {
    return { refused: 'wrong-state', status, expected: expected[command] };
  }
  if (command === 'HOLD' && today < event.startsOn) return { refused: 'too-early' };
  if (command === 'LINK') return { refused: null, status };
  return { refused: null, status: command === 'HOLD' ? 'HELD' : 'CANCELLED' };
}

/** Activities that stand in the programmes of its host. */
export function link(
  event: OrganizationEventState,
  activities: { asked: number; found: readonly { organizationId: string }[] },
  today: string,
  caller: Caller,
): Decision<object, OrganizationEventRefusal> {
  const decision = step('LINK', event, today, caller);
  if (decision.refused !== null) return decision;
  const { asked, found } = activities;
  const all = found.length === asked;
  if (all && found.every(({ organizationId }) => organizationId === event.organizationId))
    return { refused: null };
  return invalidInput('activities', {
    en: 'An activity is not one of the organization that holds the event.',
    id: 'Ada kegiatan yang bukan milik organisasi penyelenggara.',
  });
}

export const commandsFor = (
  event: OrganizationEventState,
  today: string,
  caller: Caller,
): OrganizationEventCommand[] =>
  organizationEventCommands.filter(
    (command) => step(command, event, today, caller).refused === null,
  );
