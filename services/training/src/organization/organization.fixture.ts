import { randomUUID } from 'node:crypto';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { TestService } from '@jejaring/chassis/testing/graph-client';

/** An active village Karang Taruna of Kota Banjar. */
export function anOrganization(
  service: TestService,
  fields: Partial<OrganizationCopy> = {},
): Promise<string> {
  const copy = {
    id: randomUUID(),
    kind: 'KARANG_TARUNA',
    level: 'VILLAGE',
    regionCode: '32.79.04.2006',
    status: 'ACTIVE' as const,
    ...fields,
  };
  return service.asSystem(async (work) => {
    await work.put(OrganizationCopy, copy, ['id']);
    return copy.id;
  });
}
