import type { RowClause } from '@jejaring/trust/rights/policy.rules';
import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { assetConditions } from '@jejaring/schema/vocabulary';
import { givers, outside } from './programme.rules.js';

export type AssetCondition = (typeof assetConditions)[number];

const offices = [{ roles: givers, within: 'region_code' }];
const holders: RowClause[] = [
  { roles: ['KT_OFFICER', 'PSKS_WORKER'], organization: 'organization_id' },
];

/** Who uses a piece may say how it fares; the office may always. */
export const assetReporters = [...givers, 'KT_OFFICER', 'PSKS_WORKER'] as const;

export const assetPolicy = definePolicy({
  table: 'asset',
  access: 'public',
  read: everyone,
  write: [...offices, ...holders],
  commands: { REPORT_CONDITION: [...offices, ...holders] },
});

export const assetConditionPolicy = definePolicy({
  table: 'asset_condition',
  access: 'public',
  read: everyone,
  write: [...offices, ...holders],
  commands: {},
});

export type AssetCommand = keyof typeof assetPolicy.commands;

/** A serial number tells thieves and forgers more than citizens: it is for the office and the holder. */
export const serialReaders: readonly RowClause[] = [
  ...offices,
  ...holders,
  { roles: ['AUDITOR'], within: 'region_code' },
];

export interface AssetState {
  organizationId: string;
  regionCode: string;
  condition: AssetCondition;
  since: string;
}

export type AssetRefusal =
  NotAllowed | InvalidInput | { refused: 'wrong-condition'; condition: AssetCondition };

/** What a piece can become; given back and written off are the end. */
const follows: Record<AssetCondition, AssetCondition[]> = {
  IN_USE: ['DAMAGED', 'LOST', 'RETURNED', 'WRITTEN_OFF'],
  DAMAGED: ['IN_USE', 'LOST', 'RETURNED', 'WRITTEN_OFF'],
  LOST: ['IN_USE', 'DAMAGED', 'WRITTEN_OFF'],
  RETURNED: [],
  WRITTEN_OFF: [],
};

/** Taking a piece back or out of the books is the office's. */
const officeOnly: AssetCondition[] = ['RETURNED', 'WRITTEN_OFF'];

export function reportCondition(
  state: AssetState,
  asked: { condition: AssetCondition; since: string; today: string },
  caller: Caller,
): Decision<{ condition: AssetCondition; since: string }, AssetRefusal> {
  const { condition, since, today } = asked;
  const clauses = officeOnly.includes(condition) ? offices : assetPolicy.commands.REPORT_CONDITION;
  if (!may(clauses, caller, state)) return notAllowed('reportAssetCondition');
  if (!follows[state.condition].includes(condition)) {
    return { refused: 'wrong-condition', condition: state.condition };
  }
  if (since < state.since || since > today) return outside('since');
  return { refused: null, condition, since };
}

export const assetCommandsFor = (state: AssetState, caller: Caller): AssetCommand[] =>
  follows[state.condition].length > 0 && may(assetPolicy.commands.REPORT_CONDITION, caller, state)
    ? ['REPORT_CONDITION']
    : [];
