import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { Organization } from './organization.entity.js';

/** A submitted village Karang Taruna, complete, at a place of its own unless one is given. */
export function anOrganization(
  service: TestService,
  fields: Partial<Organization> = {},
): Promise<Organization> {
  const status = fields.status ?? 'SUBMITTED';
  const registered = ['ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED'].includes(status);
  return service.asSystem((work) =>
    work.insert(Organization, {
      id: randomUUID(),
      version: 1,
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
      name: 'Karang Taruna Contoh',
      regionCode: '32.79.04.2006',
      applicantId: 'somebody-else',
      registeredNumber: registered ? `KT-test-${randomUUID()}` : null,
      establishedOn: '2010-01-01',
      chairNameCipher: 'k1.x.y.z',
      documents: [],
      ...fields,
      status,
    }),
  );
}
