import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';

// A request lies in the nation, whose code is empty: nobody of one region makes or sees any.
const ministry = [{ roles: ['KEMENSOS_STAFF'] as const, within: 'region_code' }];

export const redriveRequestPolicy = definePolicy({
  table: 'redrive_request',
  access: 'restricted',
  read: [{ roles: ['KEMENSOS_STAFF', 'AUDITOR'], within: 'region_code' }],
  write: ministry,
  commands: { REQUEST: ministry },
});

export const requestRedrive = (caller: Caller): Decision<object> =>
  may(redriveRequestPolicy.commands.REQUEST, caller, { regionCode: '' })
    ? { refused: null }
    : notAllowed('redriveParkedEvents');
