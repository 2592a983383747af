import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { provinceOffice, regencyOffice, socialOffices } from '@jejaring/schema/roles';
import type { OrganizationKind, OrganizationStatus } from '../organization/organization.rules.js';

const offices = { roles: [...regencyOffice, ...provinceOffice], within: 'region_code' };
const own = { roles: ['KT_OFFICER'] as const, organization: 'organization_id' };

/** Counts of people of a village: for the organization and the offices that cover it. */
export const membershipPolicy = definePolicy({
  table: 'membership_snapshot',
  access: 'regional',
  read: [
    {
      roles: [...socialOffices, 'VILLAGE_HEAD', 'DISTRICT_HEAD', 'DISTRICT_SOCIAL_SECTION'],
      within: 'region_code',
    },
    { roles: ['KT_OFFICER', 'KT_MEMBER'], organization: 'organization_id' },
  ],
  write: [offices, own],
  commands: { RECORD: [offices, own], AMEND: [offices, own] },
});

/** Roles that tell how many members there are. */
export const memberCounters = ['KT_OFFICER', ...regencyOffice, ...provinceOffice] as const;

const live: readonly OrganizationStatus[] = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

/** Nobody joins: by law everybody of the ages is a member. What is counted are the active ones. */
export function record(
  organization: {
    id: string;
    kind: OrganizationKind;
    status: OrganizationStatus;
    regionCode: string;
  },
  { asOf, today }: { asOf: string; today: string },
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  const { id: organizationId, kind, status, regionCode } = organization;
  if (!may(membershipPolicy.commands.RECORD, caller, { organizationId, regionCode }))
    return notAllowed('recordMembership');
  if (kind !== 'KARANG_TARUNA' || !live.includes(status)) {
    return invalidInput('organizationId', {
      en: 'Members are counted of a registered Karang Taruna.',
      id: 'Anggota hanya dihitung untuk Karang Taruna yang terdaftar.',
    });
  }
  if (asOf <= today) return { refused: null };
  return invalidInput('asOf', {
    en: 'This day is still to come.',
    id: 'Tanggal ini belum tiba.',
  });
}

/** Corrects a count; the day stays. */
export function amend(
  snapshot: { organizationId: string; regionCode: string },
  caller: Caller,
): Decision<object, NotAllowed> {
  const allowed = may(membershipPolicy.commands.AMEND, caller, snapshot);
  return allowed ? { refused: null } : notAllowed('amendMembership');
}
