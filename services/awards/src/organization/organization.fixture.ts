import { randomUUID } from 'node:crypto';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { TestService } from '@jejaring/chassis/testing/graph-client';

/** An active village Karang Taruna of Kota Banjar that the register has told of. */
export function anOrganization(
  service: TestService,
  fields: Partial<OrganizationCopy> = {},
): Promise<string> {
  const id = fields.id ?? randomUUID();
  return service.asSystem(async (work) => {
    const known = {
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
      regionCode: '32.79.04.2006',
      status: 'ACTIVE' as const,
      ...fields,
    };
    await work.put(OrganizationCopy, { ...known, id }, ['id']);
    return id;
  });
}
