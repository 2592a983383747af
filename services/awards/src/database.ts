import { Evidence } from '@jejaring/evidence/evidence.entity';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { SeatCopy } from '@jejaring/register/copies/seat-copy';
import { Award } from './award/award.entity.js';
import { Competition } from './competition/competition.entity.js';
import { CertificateCopy, HandledCaseCount } from './eligibility/eligibility.entity.js';
import { CreateAwards1764000000000 } from './migrations/1764000000000-create-awards.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { Nomination } from './nomination/nomination.entity.js';

export const database = {
  entities: [
    Evidence,
    OrganizationCopy,
    SeatCopy,
    CertificateCopy,
    HandledCaseCount,
    Competition,
    Nomination,
    Award,
  ],
  migrations: [CreateAwards1764000000000, CreateEvidence1764900000000],
};
