import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { Evidence } from '@jejaring/evidence/evidence.entity';
import { anOrganization } from '../organization/organization.fixture.js';
import type { Referral } from '../referral/referral.entity.js';
import { aConsent, aReferral } from '../referral/referral.fixture.js';
import { aCase } from './case.fixture.js';
import type { WelfareCase } from './case.entity.js';
import { FollowUp, Intervention } from './case.entity.js';

/** A case in service with something in each of its parts, and a referral. */
export interface WholeCase {
  row: WelfareCase;
  referral: Referral;
  assigned: string;
  reporting: string;
}

let districts = 10;
/** A village in a district that has no other case. */
export const aFreshVillage = () => `32.79.${(districts += 1)}.2001`;

/** A service, a visit and a file of a case. */
const addParts = (service: TestService, row: WelfareCase, assigned: string): Promise<void> =>
  service.asSystem(async (work) => {
    const { id: caseId, regionCode, sealed } = row;
    const part = { caseId, regionCode, sealed };
    const given = { service: 'CARE', givenOn: '2026-11-01', providerOrganizationId: assigned };
    await work.insert(Intervention, { id: randomUUID(), ...part, ...given });
    const visit = { visitedOn: '2026-11-02', finding: 'BETTER' as const, aftercare: false };
    const visitor = { visitorOrganizationId: assigned };
    await work.insert(FollowUp, { id: randomUUID(), ...part, ...visit, ...visitor });
    await work.insert(Evidence, {
      id: randomUUID(),
      version: 1,
      subjectTable: 'welfare_case',
      subjectId: caseId,
      kind: 'PHOTO',
      contentType: 'image/png',
      size: 1,
      sha256: '0'.repeat(64),
      takenOn: null,
      status: 'PENDING',
      uploadedBy: 'somebody',
      attachedAt: work.now,
    });
  });

export async function aWholeCase(
  service: TestService,
  fields: Partial<WelfareCase> = {},
  referred: Partial<Referral> = {},
): Promise<WholeCase> {
  const regionCode = fields.regionCode ?? aFreshVillage();
  const assigned = fields.assignedOrganizationId ?? (await anOrganization(service, { regionCode }));
  const reporting = await anOrganization(service, { regionCode });
  const row = await aCase(service, {
    status: 'IN_SERVICE',
    legalBasis: 'CONSENT',
    severities: { HEALTH: 3 },
    goals: [{ service: 'CARE', dueOn: '2026-12-31', result: null }],
    assignedOrganizationId: assigned,
    reportedByOrganizationId: reporting,
    ...fields,
    regionCode,
  });
  const { id: caseId, sealed } = row;
  const consentId = await aConsent(service, {
    caseId,
    regionCode,
    sealed,
    recordedByOrganizationId: reporting,
  });
  const toOrganizationId =
    referred.toOrganizationId ?? (await anOrganization(service, { regionCode }));
  const referral = await aReferral(service, {
    fromOrganizationId: assigned,
    ...referred,
    caseId,
    consentId,
    toOrganizationId,
  });
  await addParts(service, row, assigned);
  return { row, referral, assigned, reporting };
}

const shown = `id status urgency category region { code } assessment { severity } goals { service } legalBasis
  beneficiary { id } interventions { service } followUps { finding } consents { id } evidence { id }
  referrals { id } outcome viewerCan`;

export interface Shown {
  id: string;
  region: { code: string };
  [field: string]: unknown;
}

/** What a caller is shown of a case by its id. */
export async function lookAt(
  service: TestService,
  row: WelfareCase,
  caller: Caller,
): Promise<Shown | null> {
  const { data, errors } = await service.ask<{ case: Shown | null }>(
    `query ($id: ID!) { case(id: $id) { ${shown} } }`,
    { id: encodeId('case', row.id) },
    caller,
  );
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join());
  return data.case;
}

const parts = {
  IDENTITY: ({ beneficiary, region }: Shown) =>
    beneficiary !== null && region.code.length > 'xx.xx.xx'.length,
  ASSESSMENT: ({ assessment }: Shown) => (assessment as []).length > 0,
  PLAN: ({ goals }: Shown) => (goals as []).length > 0,
  INTERVENTIONS: ({ interventions }: Shown) => (interventions as []).length > 0,
  FOLLOW_UPS: ({ followUps }: Shown) => (followUps as []).length > 0,
  CONSENTS: ({ consents, legalBasis }: Shown) => (consents as []).length > 0 && legalBasis !== null,
  DOCUMENTS: ({ evidence }: Shown) => (evidence as []).length > 0,
} as const;

/** The sections of what is shown that hold something; null when the case is not there. */
export const sectionsIn = (seen: Shown | null): string[] | null =>
  seen &&
  Object.entries(parts)
    .filter(([_section, holds]) => holds(seen))
    .map(([section]) => section);

const partTables = {
  welfare_case: 'id',
  intervention: 'case_id',
  follow_up: 'case_id',
  consent: 'case_id',
  referral: 'case_id',
  evidence: 'subject_id',
  welfare_case_history: 'id',
  consent_history: 'case_id',
  referral_history: 'case_id',
  break_glass: 'case_id',
};

/** The tables in which row-level security lets a caller find something of the case, or of whom it is about. */
export const tablesSeen = (
  service: TestService,
  row: WelfareCase,
  caller: Caller,
): Promise<string[]> =>
  service.database.inWork({ caller, readOnly: true }, async (work) => {
    const seen: string[] = [];
    const holds = async (table: string, column: string, id: string) => {
      const found = await work.sql(`select from ${table} where ${column} = $1 limit 1`, [id]);
      if (found.length > 0) seen.push(table);
    };
    for (const [table, column] of Object.entries(partTables)) await holds(table, column, row.id);
    await holds('beneficiary', 'id', row.beneficiaryId);
    return seen;
  });
