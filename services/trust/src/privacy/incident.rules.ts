import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { dataIncidentKinds } from '@jejaring/schema/vocabulary';
import { definePolicy, may } from '../rights/policy.rules.js';
import { answering, dueFrom } from './privacy-request.rules.js';

export type IncidentKind = (typeof dataIncidentKinds)[number];

export const incidentStatuses = ['OPEN', 'ASSESSED', 'NOTIFIED', 'CLOSED'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

export const handlings = [
  'ACCOUNT_BLOCKED',
  'RIGHTS_REDUCED',
  'CALLED_BACK',
  'DEVICE_WIPED',
  'KEYS_REPLACED',
  'RESTORED',
  'UNDER_INVESTIGATION',
] as const;
export type Handling = (typeof handlings)[number];

export const incidentPolicy = definePolicy({
  table: 'data_incident',
  access: 'restricted',
  read: answering,
  write: answering,
  commands: { REPORT: answering, ASSESS: answering, NOTIFY: answering, CLOSE: answering },
});

/** Who is affected: each in their own region, so that an officer sees those of theirs. */
export const incidentPersonPolicy = definePolicy({
  table: 'incident_person',
  access: 'restricted',
  read: answering,
  write: answering,
  commands: {},
});

export interface IncidentState {
  regionCode: string;
  status: IncidentStatus;
}

export type IncidentRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: IncidentStatus; expected: IncidentStatus[] };

export interface IncidentWindow {
  from: Date;
  to: Date;
  discoveredAt: Date;
}

// UU PDP 27/2022, article 46: persons and authority are told in writing within three days and nights.
export function report(
  incident: { regionCode: string } & IncidentWindow,
  caller: Caller,
  now: Date,
): Decision<{ dueAt: Date }, NotAllowed | InvalidInput> {
  if (!may(incidentPolicy.commands.REPORT, caller, incident)) return notAllowed('reportIncident');
  const { from, to, discoveredAt } = incident;
  if (from >= to || to > now)
    return invalidInput('to', {
      en: 'The time in which it happened begins before it ends, and is over.',
      id: 'Waktu kejadian dimulai sebelum berakhir dan sudah lewat.',
    });
  if (discoveredAt > now || discoveredAt < from)
    return invalidInput('discoveredAt', {
      en: 'It was discovered after it began, and before now.',
      id: 'Kejadian diketahui setelah dimulai dan sebelum sekarang.',
    });
  return { refused: null, dueAt: dueFrom(discoveredAt) };
}

const steps = {
  ASSESS: { from: ['OPEN', 'ASSESSED'], to: 'ASSESSED' },
  NOTIFY: { from: ['ASSESSED'], to: 'NOTIFIED' },
  CLOSE: { from: ['NOTIFIED'], to: 'CLOSED' },
} as const satisfies Record<string, { from: readonly IncidentStatus[]; to: IncidentStatus }>;
export type IncidentCommand = keyof typeof steps;

const names = {
  ASSESS: 'assessIncident',
  NOTIFY: 'notifyIncident',
  CLOSE: 'closeIncident',
} as const;

/** It is assessed, then told to persons and authority, then closed: what was told is never taken back. */
export function step(
  command: IncidentCommand,
  incident: IncidentState,
  caller: Caller,
): Decision<{ status: IncidentStatus }, IncidentRefusal> {
  if (!may(incidentPolicy.commands[command], caller, incident)) return notAllowed(names[command]);
  const { from, to } = steps[command];
  const { status } = incident;
  return (from as readonly IncidentStatus[]).includes(status)
    ? { refused: null, status: to }
    : { refused: 'wrong-state', status, expected: [...from] };
}

export const incidentCommands = Object.keys(steps) as IncidentCommand[];

/** The commands that would not be refused for the caller's part or the state. */
export const commandsFor = (incident: IncidentState, caller: Caller): IncidentCommand[] =>
  incidentCommands.filter((command) => step(command, incident, caller).refused === null);

export const isOverdue = (
  { status, dueAt }: { status: IncidentStatus; dueAt: Date },
  now: Date,
): boolean => (status === 'OPEN' || status === 'ASSESSED') && dueAt < now;
