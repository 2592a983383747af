import { invalidInput, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { Organization } from '../organization/organization.entity.js';
import { MembershipSnapshot } from './membership.entity.js';
import { amend, record } from './membership.rules.js';

export interface MemberCount {
  activeMale: number;
  activeFemale: number;
  passiveEstimate: number | null;
  source: string;
}

const counted = invalidInput('asOf', {
  en: 'The members of this day are counted already; amend that count.',
  id: 'Anggota pada tanggal ini sudah tercatat; perbaikilah catatan itu.',
});

export async function recordMembership(
  work: Work,
  input: MemberCount & { organizationId: string; asOf: string },
): Promise<MembershipSnapshot> {
  const organization = await work.get(Organization, input.organizationId);
  const today = work.now.toISOString().slice(0, 10);
  proceed(record(organization, { asOf: input.asOf, today }, work.caller));
  const { regionCode } = organization;
  try {
    const row = { ...input, id: work.newId(), version: 1, regionCode };
    return await work.insert(MembershipSnapshot, row);
  } catch (error) {
    if (isUniqueViolation(error, 'membership_snapshot_one_a_day')) return refuse(counted);
    throw error;
  }
}

export async function amendMembership(
  work: Work,
  { id, expectedVersion, ...count }: MemberCount & { id: string; expectedVersion: number },
): Promise<MembershipSnapshot> {
  const row = await work.getAt(MembershipSnapshot, id, expectedVersion);
  proceed(amend(row, work.caller));
  return work.update(MembershipSnapshot, row, count);
}
