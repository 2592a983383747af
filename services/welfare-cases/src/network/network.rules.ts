import { may } from '@jejaring/trust/rights/policy.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';

/** The measures of an organization are its own officers' and the offices' whose region holds it. */
export const measurers = (organization: string) => [
  { roles: ['KT_OFFICER', 'PSKS_WORKER'] as const, organization },
  { roles: socialOffices, within: 'region_code' },
];

export const mayMeasure = (
  organization: { id: string; regionCode: string },
  caller: Caller,
): boolean => may(measurers('id'), caller, organization);

/** Share in basis points of those answered; null when nothing was answered yet. */
export const acceptanceRate = (accepted: number, refused: number): number | null =>
  accepted + refused === 0 ? null : Math.round((accepted * 10_000) / (accepted + refused));
