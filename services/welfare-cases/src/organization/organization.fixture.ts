import { randomUUID } from 'node:crypto';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { ServiceCapability } from '../capability/capability.entity.js';

/** An active village Karang Taruna of Kota Banjar that serves elderly people there. */
export function anOrganization(
  service: TestService,
  fields: Partial<OrganizationCopy & ServiceCapability> = {},
): Promise<string> {
  const { id = randomUUID(), regionCode = '32.79.04.2006', status = 'ACTIVE' } = fields;
  const {
    categories = ['LANJUT_USIA_TELANTAR'],
    regions = ['32.79'],
    monthlyCapacity = 10,
  } = fields;
  return service.asSystem(async (work) => {
    const copy = { id, kind: 'KARANG_TARUNA', level: 'VILLAGE', regionCode, status };
    await work.put(OrganizationCopy, copy, ['id']);
    await work.insert(ServiceCapability, { id, version: 1, categories, regions, monthlyCapacity });
    return id;
  });
}
