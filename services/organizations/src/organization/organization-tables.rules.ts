import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import { organizationPolicy, registryActors } from './organization.rules.js';

/** Periods begin with registration, so all of them are public. */
export const organizationPeriodPolicy = definePolicy({
  table: 'organization_period',
  access: 'public',
  read: everyone,
  write: organizationPolicy.write.filter((clause) => 'within' in clause),
  commands: {},
});

/** The last serial given per region. */
export const registrationCounterPolicy = definePolicy({
  table: 'registration_counter',
  access: 'public',
  read: everyone,
  write: [{ roles: registryActors, everywhere: true }],
  commands: {},
});

/** Who records a fact of the register may record its sources, inside their regions. */
export const sourceWriters = [
  { roles: [...registryActors, 'KEMENSOS_STAFF'] as const, within: 'region_code' },
];
