import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import { socialOffices } from '@jejaring/schema/roles';
import { organizerHands } from '../competition/competition.rules.js';

const statuses = ['ANNOUNCED'] as const;

/** Values are the organizer's until the announcement; then the nominee's and its offices' too. */
export const rankingEntryPolicy = definePolicy({
  table: 'ranking_entry',
  access: 'restricted',
  read: [
    ...organizerHands,
    { roles: ['AUDITOR'], everywhere: true },
    { roles: ['KT_OFFICER', 'PSKS_WORKER'], organization: 'organization_id', statuses },
    { roles: socialOffices, within: 'region_code', statuses },
  ],
  write: organizerHands,
  commands: {},
});
