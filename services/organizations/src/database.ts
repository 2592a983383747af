import { Evidence } from '@jejaring/evidence/evidence.entity';
import { Appointment } from './appointment/appointment.entity.js';
import { Board, Seat } from './board/board.entity.js';
import { Honour } from './honour/honour.entity.js';
import { MembershipSnapshot } from './membership/membership.entity.js';
import { CreateOrganizations1764000000000 } from './migrations/1764000000000-create-organizations.js';
import { CreateAppointment1764000100000 } from './migrations/1764000100000-create-appointment.js';
import { CreatePosts1764000200000 } from './migrations/1764000200000-create-posts.js';
import { CreateBoards1764100000000 } from './migrations/1764100000000-create-boards.js';
import { CreateMembership1764100100000 } from './migrations/1764100100000-create-membership.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { Office, OfficeName } from './office/office.entity.js';
import { Officer } from './officer/officer.entity.js';
import { Organization, OrganizationPeriod } from './organization/organization.entity.js';
import { OfficeUnit, Post, PostHolder } from './post/post.entity.js';
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
    Appointment,
    OfficeUnit,
    Post,
    PostHolder,
    Officer,
    Board,
    Seat,
    MembershipSnapshot,
  ],
  migrations: [
    CreateOrganizations1764000000000,
    CreateAppointment1764000100000,
    CreatePosts1764000200000,
    CreateBoards1764100000000,
    CreateMembership1764100100000,
    CreateEvidence1764900000000,
  ],
};
