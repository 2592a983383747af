import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';

/** What the register knows of awards; only events write it. */
export const honourPolicy = definePolicy({
  table: 'honour',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});
