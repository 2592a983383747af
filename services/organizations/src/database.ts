import { Evidence } from '@jejaring/evidence/evidence.entity';
import { Appointment } from './appointment/appointment.entity.js';
import { Honour } from './honour/honour.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateAppointment1764000100000 } from './migrations/1764000100000-create-appointment.js';
import { CreatePosts1764000200000 } from './migrations/1764000200000-create-posts.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { FactSource } from '@jejaring/register/facts/fact-source';
import { Honour } from './honour/honour.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateWelfareResources1764100100000 } from './migrations/1764100100000-create-welfare-resources.js';
import { CreateWorkProgrammes1764100200000 } from './migrations/1764100200000-create-work-programmes.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { OfficeUnit, Post, PostHolder } from './post/post.entity.js';
import { Region } from './region/region.entity.js';
import { Accreditation, OperatingPermit } from './welfare-resource/welfare-resource.entity.js';
import { Activity, WorkProgramme } from './work-programme/work-programme.entity.js';

export const database = {
  entities: [
    Evidence,
  entities: [Evidence, Region, Office, OfficeName, Organization, OrganizationPeriod, Honour],
  migrations: [CreateOrganizations1764000000000, CreateEvidence1764900000000],
  entities: [
    Region,
    Office,
    OfficeName,
    Organization,
    OrganizationPeriod,
    Honour,
    Appointment,
    OfficeUnit,
    Post,
    PostHolder,
  ],
  migrations: [
    CreateOrganizations1764000000000,
    CreateAppointment1764000100000,
    CreatePosts1764000200000,
    CreateEvidence1764900000000,
  ],
    FactSource,
    OperatingPermit,
    Accreditation,
    WorkProgramme,
    Activity,
  ],
  migrations: [
    CreateOrganizations1764000000000,
    CreateWelfareResources1764100100000,
    CreateWorkProgrammes1764100200000,
  ],
};
