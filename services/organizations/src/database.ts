import { Evidence } from '@jejaring/evidence/evidence.entity';
import { Honour } from './honour/honour.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { Region } from './region/region.entity.js';

export const database = {
  entities: [Evidence, Region, Office, OfficeName, Organization, OrganizationPeriod, Honour],
  migrations: [CreateOrganizations1764000000000, CreateEvidence1764900000000],
};
