import { definePolicy, everyone } from '@jejaring/chassis/work/policy.rules';

/** Awards are public; the announcement of a competition writes them. */
export const awardPolicy = definePolicy({
  table: 'award',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});
