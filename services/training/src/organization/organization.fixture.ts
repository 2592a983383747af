import { randomUUID } from 'node:crypto';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { SeatCopy } from '@jejaring/register/copies/seat-copy';
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

/** A chair of a village board of Kota Banjar, in office while nothing else is said. */
export function aSeat(
  service: TestService,
  { organizationId, ...fields }: Partial<SeatCopy> & { organizationId: string },
): Promise<string> {
  const seat = {
    id: randomUUID(),
    officerId: randomUUID(),
    boardId: randomUUID(),
    organizationId,
    regionCode: '32.79.04.2006',
    position: 'CHAIR',
    validFrom: '2024-01-01',
    validTo: null,
    ...fields,
  };
  return service.asSystem(async (work) => {
    await work.put(SeatCopy, seat, ['id']);
    return seat.officerId;
  });
}
