import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { registerOffice } from '../office/office.service.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
const villages = villagesOf('32.79.04', 6);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, [...villages, '32.79.01.1006']);
});
afterAll(() => service?.stop());

describe('Organization.supervisors', () => {
  test('are the head of the village and the head of the social affairs office of the city', async () => {
    const organization = await anOrganization(service, {
      status: 'ACTIVE',
      regionCode: '32.79.01.1006',
    });
    await service.asSystem((work) =>
      registerOffice(work, {
        kind: 'DINSOS_KAB_KOTA',
        regionCode: '32.79',
        mandates: ['SOCIAL'],
        name: 'Dinas Sosial Kota Banjar',
        validFrom: '2017-01-01',
      }),
    );

    const { data, errors } = await service.ask(
      `query ($id: ID!) { organization(id: $id) {
         supervisors { kind position region { code } office { name } } } }`,
      { id: encodeId('org', organization.id) },
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      organization: {
        supervisors: [
          { kind: 'GENERAL', position: 'LURAH', region: { code: '32.79.01.1006' }, office: null },
          {
            kind: 'FUNCTIONAL',
            position: 'KEPALA_DINSOS_KAB_KOTA',
            region: { code: '32.79' },
            office: { name: 'Dinas Sosial Kota Banjar' },
          },
        ],
      },
    });
  });

  test('cost as many statements for many organizations as for few', async () => {
    for (let index = 0; index < 4; index += 1)
      await anOrganization(service, { status: 'ACTIVE', regionCode: villages[index]! });
    const list = (first: number) =>
      service.ask<{ organizations: { nodes: object[] } }>(
        `query ($first: Int!) { organizations(region: "32.79", kind: KARANG_TARUNA, first: $first) { nodes {
           supervisors { position region { name } office { name } } } } }`,
        { first },
        staff,
      );

    const [few, many] = [await list(1), await list(8)];

    expect(many.errors).toEqual([]);
    expect(many.data.organizations.nodes.length).toBeGreaterThan(
      few.data.organizations.nodes.length,
    );
    expect(many.statements).toBe(few.statements);
  });
});
