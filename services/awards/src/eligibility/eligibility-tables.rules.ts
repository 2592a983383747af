import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';

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

/** Terms of boards; boards are public, and no name is here. Only events write it. */
export const boardCopyPolicy = definePolicy({
  table: 'board_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** Classes of Karang Taruna, as the register shows them; only events write it. */
export const classCopyPolicy = definePolicy({
  table: 'class_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});
