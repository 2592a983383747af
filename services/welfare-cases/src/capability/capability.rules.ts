import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, NotAllowed, NotFound } from '@jejaring/chassis/work/refusal';
import { notAllowed, notFound } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { regencyOffice } from '@jejaring/schema/roles';

/** What an organization can do is public: it is how others find help. */
export const capabilityPolicy = definePolicy({
  table: 'service_capability',
  access: 'public',
  read: everyone,
  write: [
    { roles: ['KT_OFFICER', 'PSKS_WORKER'], organization: 'id' },
    { roles: regencyOffice, everywhere: true },
  ],
  commands: {},
});

const own = [{ roles: ['KT_OFFICER', 'PSKS_WORKER'] as const, organization: 'id' }];
const supervising = [{ roles: regencyOffice, within: 'region_code' }];

/** An organization declares for itself, or its regency's office records the paper. */
export function declare(
  organization: { id: string; regionCode: string } | null,
  organizationId: string,
  caller: Caller,
): Decision<object, NotAllowed | NotFound> {
  if (organization === null) return notFound(organizationId);
  const allowed = may([...own, ...supervising], caller, organization);
  return allowed ? { refused: null } : notAllowed('declareServiceCapability');
}
