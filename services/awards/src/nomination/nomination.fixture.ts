import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Competition } from '../competition/competition.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { Nomination } from './nomination.entity.js';

/** An eligible nomination of a village Karang Taruna, as handed in by its office. */
export async function aNomination(
  service: TestService,
  competition: Competition,
  fields: Partial<Nomination> = {},
): Promise<Nomination> {
  const { regionCode = '32.79.04.2006' } = fields;
  const organizationId = fields.organizationId ?? (await anOrganization(service, { regionCode }));
  return service.asSystem((work) =>
    work.insert(Nomination, {
      id: randomUUID(),
      version: 1,
      competitionId: competition.id,
      subRegionCode: regionCode.slice(0, 8),
      organizerRegionCode: competition.organizerRegionCode,
      organizerOrganizationId: competition.organizerOrganizationId,
      nominatedBy: 'fixture',
      representatives: [],
      submittedOn: '2026-11-01',
      eligibility: [],
      status: 'ELIGIBLE',
      reviewedBy: null,
      rank: null,
      ...fields,
      regionCode,
      organizationId,
    }),
  );
}

export const dinsos = (region: string, fields: object = {}) =>
  aCaller({
    role: region.length === 2 ? 'DINSOS_PROVINCE_STAFF' : 'DINSOS_REGENCY_STAFF',
    region,
    ...fields,
  });

export const officerOf = (organizationId: string, region = '32.79.04.2006') =>
  aCaller({ role: 'KT_OFFICER', region, organizationId });

export interface Nominated {
  nominateOrganization: {
    __typename: string;
    id?: string;
    version?: number;
    status?: string;
    ground?: string;
    field?: string;
    eligibility?: { rule: string; outcome: string; facts: object[] }[];
  };
}

const document = `mutation Nominate($input: NominateOrganizationInput!) {
  nominateOrganization(input: $input) {
    __typename
    ... on Nomination {
      id version status region { code }
      eligibility { rule outcome explanation { en id } facts { name number date } }
    }
    ... on Problem { message { en id } }
    ... on NominationRefusedProblem { ground }
    ... on InvalidInputProblem { field }
  }
}`;

/** Nominates through the graph, as the office of Kota Banjar unless said otherwise. */
export async function nominate(
  service: TestService,
  competition: Competition,
  organizationId: string,
  {
    caller = dinsos('32.79'),
    ...fields
  }: { caller?: ReturnType<typeof dinsos>; regionCode?: string; idempotencyKey?: string } = {},
) {
  const input = {
    idempotencyKey: randomUUID(),
    competitionId: encodeId('cmp', competition.id),
    organizationId: encodeId('org', organizationId),
    ...fields,
  };
  const { data, errors } = await service.ask<Nominated>(document, { input }, caller);
  if (errors.length > 0) throw errors[0]!;
  return data.nominateOrganization;
}
