import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Organization } from '../organization/organization.entity.js';
import type { AccreditationGrade, PermitIssuer } from './permit.rules.js';
import { recordPermit } from './permit.rules.js';
import { Accreditation, OperatingPermit } from './welfare-resource.entity.js';

interface ForAPeriod {
  id: string;
  expectedVersion: number;
  validFrom: string;
  validTo: string;
}

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10);

async function receiver(
  work: Work,
  command: Parameters<typeof recordPermit>[0],
  { id, expectedVersion, validFrom, validTo }: ForAPeriod,
): Promise<Organization> {
  const row = await work.getAt(Organization, id, expectedVersion);
  const period = { validFrom, validTo, today: dayOf(work) };
  proceed(recordPermit(command, row, period, work.caller));
  // The new version is what the caller saw of the organization with its paper.
  return work.update(Organization, row, {});
}

export async function recordOperatingPermit(
  work: Work,
  input: ForAPeriod & { number: string; issuer: PermitIssuer },
): Promise<Organization> {
  const organization = await receiver(work, 'recordOperatingPermit', input);
  const { number, issuer, validFrom, validTo } = input;
  const { id: organizationId, regionCode } = organization;
  const permit = { organizationId, regionCode, number, issuer, validFrom, validTo };
  await work.insert(OperatingPermit, { id: work.newId(), ...permit });
  return organization;
}

export async function recordAccreditation(
  work: Work,
  input: ForAPeriod & { certificateNumber: string; grade: AccreditationGrade },
): Promise<Organization> {
  const organization = await receiver(work, 'recordAccreditation', input);
  const { certificateNumber, grade, validFrom, validTo } = input;
  const { id: organizationId, regionCode } = organization;
  const facts = { organizationId, regionCode, certificateNumber, grade, validFrom, validTo };
  await work.insert(Accreditation, { id: work.newId(), ...facts });
  return organization;
}
