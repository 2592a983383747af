import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { givers, outside } from './programme.rules.js';

export const allocationStatuses = [
  'PLANNED',
  'DEFERRED',
  'PROCURED',
  'HANDED_OVER',
  'WITHDRAWN',
] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];

/** Where something is still to be handed over. */
export const pendingStatuses = ['PLANNED', 'DEFERRED', 'PROCURED'] as const;

// Of a programme of the province, the province decides, also where a regency receives.
const giving = [{ roles: givers, within: 'programme_region_code' }];

export const allocationPolicy = definePolicy({
  table: 'allocation',
  access: 'public',
  read: everyone,
  write: giving,
  commands: { PROCURE: giving, DEFER: giving, RESUME: giving, WITHDRAW: giving, HAND_OVER: giving },
});

export type AllocationCommand = keyof typeof allocationPolicy.commands;
const allocationCommands = Object.keys(allocationPolicy.commands) as AllocationCommand[];

/** Valid time of allocations: which status and which planned year, from when to when. */
export const allocationPeriodPolicy = definePolicy({
  table: 'allocation_period',
  access: 'public',
  read: everyone,
  write: giving,
  commands: {},
});

export const handoverPolicy = definePolicy({
  table: 'handover',
  access: 'public',
  read: everyone,
  write: giving,
  commands: {},
});

export interface AllocationState {
  programmeRegionCode: string;
  status: AllocationStatus;
  quantity: number;
  plannedFiscalYear: number;
  /** First day of what is recorded now. */
  since: string;
}

export type AllocationRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: AllocationStatus }
  | { refused: 'partly-handed-over' }
  | { refused: 'more-than-allocated' };

const steps: Record<AllocationCommand, { from: AllocationStatus[]; to: AllocationStatus }> = {
  PROCURE: { from: ['PLANNED'], to: 'PROCURED' },
  DEFER: { from: ['PLANNED', 'DEFERRED'], to: 'DEFERRED' },
  RESUME: { from: ['DEFERRED'], to: 'PLANNED' },
  WITHDRAW: { from: ['PLANNED', 'DEFERRED', 'PROCURED'], to: 'WITHDRAWN' },
  HAND_OVER: { from: ['PROCURED'], to: 'HANDED_OVER' },
};

export const commandNames: Record<AllocationCommand, string> = {
  PROCURE: 'procureAllocation',
  DEFER: 'deferAllocation',
  RESUME: 'resumeAllocation',
  WITHDRAW: 'withdrawAllocation',
  HAND_OVER: 'handOverAssets',
};

export interface StepFacts {
  day: string;
  /** The input field that gives the day. */
  dayField: string;
  today: string;
}

type Stepped = Pick<AllocationState, 'status' | 'since'>;

/** A step on a day that follows what is recorded already. */
export function step(
  command: AllocationCommand,
  state: AllocationState,
  { day, dayField, today }: StepFacts,
  caller: Caller,
): Decision<Stepped, AllocationRefusal> {
  if (!may(allocationPolicy.commands[command], caller, state)) {
    return notAllowed(commandNames[command]);
  }
  const { from, to } = steps[command];
  if (!from.includes(state.status)) return { refused: 'wrong-state', status: state.status };
  if (day < state.since || day > today) return outside(dayField);
  return { refused: null, status: to, since: day };
}

/** Puts it off to a later fiscal year: an intention, not a commitment. */
export function defer(
  state: AllocationState,
  facts: StepFacts & { plannedFiscalYear: number },
  caller: Caller,
): Decision<Stepped & { plannedFiscalYear: number }, AllocationRefusal> {
  const decision = step('DEFER', state, facts, caller);
  if (decision.refused !== null) return decision;
  const { plannedFiscalYear } = facts;
  if (plannedFiscalYear > state.plannedFiscalYear) return { ...decision, plannedFiscalYear };
  return invalidInput('plannedFiscalYear', {
    en: 'It is not later than the year it is planned for now.',
    id: 'Tahun tersebut tidak lebih akhir daripada tahun rencana saat ini.',
  });
}

/** Takes it back; what was handed over already stays handed over. */
export function withdraw(
  state: AllocationState,
  facts: StepFacts & { handedOver: number },
  caller: Caller,
): Decision<Stepped, AllocationRefusal> {
  const decision = step('WITHDRAW', state, facts, caller);
  if (decision.refused !== null || facts.handedOver === 0) return decision;
  return { refused: 'partly-handed-over' };
}

/** Hands over some or all of it; only the last piece closes the allocation. */
export function handOver(
  state: AllocationState,
  facts: StepFacts & { handedOver: number; serialNumbers: readonly string[] },
  caller: Caller,
): Decision<Stepped, AllocationRefusal> {
  const decision = step('HAND_OVER', state, facts, caller);
  if (decision.refused !== null) return decision;
  const { serialNumbers, handedOver } = facts;
  if (new Set(serialNumbers).size < serialNumbers.length) {
    return invalidInput('serialNumbers', {
      en: 'A serial number is named twice.',
      id: 'Ada nomor seri yang disebut dua kali.',
    });
  }
  const total = handedOver + serialNumbers.length;
  if (total > state.quantity) return { refused: 'more-than-allocated' };
  return total === state.quantity ? decision : { ...decision, status: 'PROCURED' };
}

/** Serial numbers are compared without spaces around them and without case. */
export const serialOf = (text: string): string => text.trim().toUpperCase();

export const allocationCommandsFor = (
  state: AllocationState,
  caller: Caller,
): AllocationCommand[] => {
  const facts = { day: state.since, dayField: 'decidedOn', today: state.since };
  return allocationCommands.filter(
    (command) => step(command, state, facts, caller).refused === null,
  );
};
