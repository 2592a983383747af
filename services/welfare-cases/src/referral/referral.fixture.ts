import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCase } from '../case/case.fixture.js';
import { WelfareCase } from '../case/case.entity.js';
import { Consent } from '../consent/consent.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { Referral } from './referral.entity.js';
import { deadlines } from './referral.rules.js';

/** A referral sent just now between two organizations, with everything it needs. */
export async function aReferral(
  service: TestService,
  fields: Partial<Referral> = {},
): Promise<Referral> {
  const fromOrganizationId = fields.fromOrganizationId ?? (await anOrganization(service));
  const toOrganizationId = fields.toOrganizationId ?? (await anOrganization(service));
  const row = fields.caseId
    ? await service.asSystem((work) => work.get(WelfareCase, fields.caseId!))
    : await aCase(service, { assignedOrganizationId: fromOrganizationId });
  const { id: caseId, regionCode, beneficiaryId, sealed } = row;
  const consentId = await aConsent(service, {
    caseId,
    regionCode,
    recordedByOrganizationId: fromOrganizationId,
    sealed,
  });
  return service.asSystem((work) =>
    work.insert(Referral, {
      id: randomUUID(),
      version: 1,
      kind: 'SERVICE',
      status: 'SENT',
      sections: [],
      createdAt: work.now,
      sentAt: work.now,
      ...deadlines(work.now, false),
      ...fields,
      caseId,
      regionCode,
      beneficiaryId,
      sealed,
      consentId: fields.consentId === undefined ? consentId : fields.consentId,
      fromOrganizationId,
      toOrganizationId,
    }),
  );
}

/** A signed consent to share with anybody. */
export async function aConsent(service: TestService, fields: Partial<Consent>): Promise<string> {
  const id = randomUUID();
  await service.asSystem((work) =>
    work.insert(Consent, {
      id,
      version: 1,
      givenBy: 'SELF',
      method: 'SIGNED_FORM',
      purposes: ['CASE_HANDLING', 'SHARE_WITH_ORG'],
      sharedWith: null,
      givenAt: work.now,
      expiresAt: null,
      withdrawnAt: null,
      sealed: false,
      textVersion: 1,
      ...fields,
    }),
  );
  return id;
}
