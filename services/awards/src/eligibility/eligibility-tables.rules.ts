import { definePolicy, everyone } from '@jejaring/chassis/work/policy.rules';

/** Certificates without their holders; only events write them. */
export const certificateCopyPolicy = definePolicy({
  table: 'certificate_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** Numbers without cases; only events write them. */
export const handledCaseCountPolicy = definePolicy({
  table: 'handled_case_count',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});
