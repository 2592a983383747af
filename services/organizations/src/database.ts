import { Evidence } from '@jejaring/evidence/evidence.entity';
import { FactSource } from '@jejaring/register/facts/fact-source';
import {
  Allocation,
  Asset,
  AssistanceProgramme,
  Handover,
} from './assistance/assistance.entity.js';
import { Honour } from './honour/honour.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateFactSources1764000050000 } from './migrations/1764000050000-create-fact-sources.js';
import { CreateAssistance1764000100000 } from './migrations/1764000100000-create-assistance.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { Region } from './region/region.entity.js';

export const database = {
  entities: [
    Evidence,
    Region,
    Office,
    OfficeName,
    Organization,
    OrganizationPeriod,
    Honour,
    FactSource,
    AssistanceProgramme,
    Allocation,
    Handover,
    Asset,
  ],
  migrations: [
    CreateOrganizations1764000000000,
    CreateFactSources1764000050000,
    CreateAssistance1764000100000,
    CreateEvidence1764900000000,
  ],
};
