import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';

/** Numbers of an organization without persons; kept up by completions and certificates. */
export const trainingRecordPolicy = definePolicy({
  table: 'training_record',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});
