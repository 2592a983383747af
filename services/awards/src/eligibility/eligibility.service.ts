import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Award } from '../award/award.entity.js';
import { CertificateCopy, HandledCaseCount } from './eligibility.entity.js';
import type { NomineeFacts } from './eligibility.rules.js';

/**
 * Who judges an organization and who changes a fact about it take turns, so that no fact slips in
 * between the judging and the row that tells its result. Take it before any competition's row.
 */
export async function holdFacts(work: Work, organizationIds: readonly string[]): Promise<void> {
  for (const id of [...organizationIds].sort())
    await work.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
}

/** What is known of a nominee now; asks nobody outside. */
export async function gatherFacts(work: Work, organizationId: string): Promise<NomineeFacts> {
  const certificates = await work.list(CertificateCopy, { organizationId, revoked: false });
  const awards = await work.list(Award, { organizationId });
  return {
    organization: await work.find(OrganizationCopy, { id: organizationId }),
    certificates: certificates.flatMap(({ issuedOn }) => issuedOn ?? []),
    handledCases: await work.list(HandledCaseCount, { organizationId }),
    awards: awards.map(({ grantedOn }) => grantedOn),
  };
}
