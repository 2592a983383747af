import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { Evidence } from '@jejaring/evidence/evidence.entity';
import { FactSource } from '@jejaring/register/facts/fact-source';
import { Appointment } from './appointment/appointment.entity.js';
import {
  Allocation,
  Asset,
  AssistanceProgramme,
  Handover,
} from './assistance/assistance.entity.js';
import { Board, Seat } from './board/board.entity.js';
import {
  Classification,
  ClassificationInstrument,
} from './classification/classification.entity.js';
import { EconomicVenture, VentureReport } from './economic-venture/economic-venture.entity.js';
import { Honour } from './honour/honour.entity.js';
import { MembershipSnapshot } from './membership/membership.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateFactSources1764000050000 } from './migrations/1764000050000-create-fact-sources.js';
import { CreateAppointment1764000100000 } from './migrations/1764000100000-create-appointment.js';
import { CreateAssistance1764000100000 } from './migrations/1764000100000-create-assistance.js';
import { CreatePosts1764000200000 } from './migrations/1764000200000-create-posts.js';
import { CreateVillageStatus1764000250000 } from './migrations/1764000250000-create-village-status.js';
import { CreatePartnership1764000270000 } from './migrations/1764000270000-create-partnership.js';
import { CreateRegulation1764000300000 } from './migrations/1764000300000-create-regulation.js';
import { CreateClassification1764000400000 } from './migrations/1764000400000-create-classification.js';
import { CreateBoards1764100000000 } from './migrations/1764100000000-create-boards.js';
import { CreateMembership1764100100000 } from './migrations/1764100100000-create-membership.js';
import { CreateWelfareResources1764100100000 } from './migrations/1764100100000-create-welfare-resources.js';
import { CreateWorkProgrammes1764100200000 } from './migrations/1764100200000-create-work-programmes.js';
import { CreateOrganizationEvents1764100300000 } from './migrations/1764100300000-create-organization-events.js';
import { CreateEconomicVentures1764100400000 } from './migrations/1764100400000-create-economic-ventures.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { CreateAuditSeal1765000000000 } from './migrations/1765000000000-create-audit-seal.js';
import { CreateFingerprints1765100000000 } from './migrations/1765100000000-create-fingerprints.js';
import { CreateBudgets1765100100000 } from './migrations/1765100100000-create-budgets.js';
import { CreatePrivacy1765300000000 } from './migrations/1765300000000-create-privacy.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Officer } from './officer/officer.entity.js';
import { OrganizationEvent } from './organization-event/organization-event.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { Partnership } from './partnership/partnership.entity.js';
import { OfficeUnit, Post, PostHolder } from './post/post.entity.js';
import { Region } from './region/region.entity.js';
import { Regulation, RegulationLink } from './regulation/regulation.entity.js';
import { VillageStatus, VillageStatusSummary } from './village-status/village-status.entity.js';
import { Accreditation, OperatingPermit } from './welfare-resource/welfare-resource.entity.js';
import { Activity, WorkProgramme } from './work-programme/work-programme.entity.js';
import { CreateSnapshots1765400000000 } from './migrations/1765400000000-create-snapshots.js';
import { rights } from './rights.js';

import { privacyEntities } from '@jejaring/trust/privacy/privacy-tables';

export const database = {
  entities: [
    ...privacyEntities,
    Evidence,
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
    Regulation,
    RegulationLink,
    ClassificationInstrument,
    Classification,
    FactSource,
    AssistanceProgramme,
    Allocation,
    Handover,
    Asset,
    OperatingPermit,
    Accreditation,
    WorkProgramme,
    Activity,
    Officer,
    Board,
    Seat,
    MembershipSnapshot,
    VillageStatus,
    VillageStatusSummary,
    Partnership,
    OrganizationEvent,
    EconomicVenture,
    VentureReport,
  ],
  migrations: [
    CreateOrganizations1764000000000,
    CreateFactSources1764000050000,
    CreateAppointment1764000100000,
    CreateAssistance1764000100000,
    CreatePosts1764000200000,
    CreateVillageStatus1764000250000,
    CreatePartnership1764000270000,
    CreateRegulation1764000300000,
    CreateClassification1764000400000,
    CreateBoards1764100000000,
    CreateWelfareResources1764100100000,
    CreateMembership1764100100000,
    CreateWorkProgrammes1764100200000,
    CreateOrganizationEvents1764100300000,
    CreateEconomicVentures1764100400000,
    CreateEvidence1764900000000,
    CreateAuditSeal1765000000000,
    CreateFingerprints1765100000000,
    CreateBudgets1765100100000,
    CreatePrivacy1765300000000,
    CreateSnapshots1765400000000,
  ],
  rights: rowPolicies(rights),
};
