import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import type { Organization } from '../organization/organization.entity.js';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { closeOfficer, subjectOf } from './officer-secrets.js';
import { Officer } from './officer.entity.js';

/** A grown person of the village, registered by its Karang Taruna. */
export function anOfficer(
  service: TestService,
  organization: Pick<Organization, 'id' | 'regionCode'>,
  fields: Partial<Officer> & { name?: string; birthDate?: string } = {},
): Promise<Officer> {
  const { name = 'Budi Contoh', birthDate = '1995-05-05', ...columns } = fields;
  return service.asSystem(async (work) => {
    const id = randomUUID();
    const key = await keyToWrite(work, subjectOf(id));
    return work.insert(Officer, {
      id,
      version: 1,
      organizationId: organization.id,
      regionCode: organization.regionCode,
      residenceRegionCode: organization.regionCode,
      ...closeOfficer(key, id, { name, nik: null, birthDate }),
      initials: initialsOf(name),
      nikWarnings: [],
      birthYear: Number(birthDate.slice(0, 4)),
      sex: 'MALE',
      account: null,
      officialPositions: [],
      ...columns,
    });
  });
}
