import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import { measurers } from '../network/network.rules.js';

/**
 * What an organization is credited with, without cases. Nobody else sees any of it: an organization
 * works in one place, and its few cases would be recognised there.
 */
export const handledCasePolicy = definePolicy({
  table: 'handled_case_count',
  access: 'restricted',
  read: measurers('organization_id'),
  write: [],
  commands: {},
});
