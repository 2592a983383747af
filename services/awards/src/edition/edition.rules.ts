import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';

const owner = [
  { roles: socialOffices, within: 'owner_region_code' },
  { roles: ['KEMENSOS_STAFF'] as const, everywhere: true as const },
];

export const editionPolicy = definePolicy({
  table: 'edition',
  access: 'public',
  read: everyone,
  write: owner,
  commands: { CREATE: owner },
});

/** An office opens an edition for its own region, the ministry for any and for the nation. */
export const createEdition = (
  edition: { ownerRegionCode: string },
  caller: Caller,
): Decision<object> =>
  may(editionPolicy.commands.CREATE, caller, edition)
    ? { refused: null }
    : notAllowed('createEdition');
