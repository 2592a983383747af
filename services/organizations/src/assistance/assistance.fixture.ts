import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { Office } from '../office/office.entity.js';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { kindOf, parentOf } from '../region/region.rules.js';

const parentAmong = (codes: readonly string[]) => (code: string) => {
  const parent = parentOf(code);
  return parent !== null && codes.includes(parent) ? parent : null;
};

/** Regions of the official list, by code alone. */
export async function someRegions(service: TestService, codes: readonly string[]): Promise<void> {
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, level, kind, parent, code, 'test'
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r (code, level, kind, parent) on conflict do nothing`,
    [codes, codes.map(levelOf), codes.map(kindOf), codes.map(parentAmong(codes))],
  );
}

/** A Karang Taruna that is in a status from a day on. */
export async function aRegistered(
  service: TestService,
  regionCode: string,
  {
    status = 'ACTIVE',
    validFrom = '2014-01-01',
  }: { status?: 'ACTIVE' | 'SUSPENDED'; validFrom?: string } = {},
): Promise<Organization> {
  const level = levelOf(regionCode) as RegionLevel;
  const organization = await anOrganization(service, { regionCode, level, status });
  await service.rows(
    `insert into organization_period (id, organization_id, region_code, status, valid_from)
     values ($1, $2, $3, $4, $5)`,
    [randomUUID(), organization.id, regionCode, status, validFrom],
  );
  return organization;
}

/** An office of social affairs. */
export function anOffice(service: TestService, regionCode: string): Promise<Office> {
  return service.asSystem((work) =>
    work.insert(Office, {
      id: randomUUID(),
      version: 1,
      kind: 'DINSOS_KAB_KOTA',
      regionCode,
      mandates: ['SOCIAL'],
    }),
  );
}
