import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { Evidence } from '@jejaring/evidence/evidence.entity';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { SeatCopy } from '@jejaring/register/copies/seat-copy';
import { FactSource } from '@jejaring/register/facts/fact-source';
import { Certificate, CertificateLookup } from './certificate/certificate.entity.js';
import { Delegation } from './delegation/delegation.entity.js';
import { CreateTraining1764000000000 } from './migrations/1764000000000-create-training.js';
import { CreateDelegation1764100000000 } from './migrations/1764100000000-create-delegation.js';
import { CreateSessions1764200000000 } from './migrations/1764200000000-create-sessions.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { CreateAuditSeal1765000000000 } from './migrations/1765000000000-create-audit-seal.js';
import { CreateBudgets1765100100000 } from './migrations/1765100100000-create-budgets.js';
import { CreatePrivacy1765300000000 } from './migrations/1765300000000-create-privacy.js';
import { Registration } from './registration/registration.entity.js';
import { SeatBucket } from './seat/seat.entity.js';
import { TrainingSession } from './session/session.entity.js';
import { TrainingEvent } from './training-event/training-event.entity.js';
import { CreateSnapshots1765400000000 } from './migrations/1765400000000-create-snapshots.js';
import { rights } from './rights.js';

import { privacyEntities } from '@jejaring/trust/privacy/privacy-tables';

export const database = {
  entities: [
    ...privacyEntities,
    Evidence,
    OrganizationCopy,
    SeatCopy,
    TrainingEvent,
    SeatBucket,
    Registration,
    Certificate,
    CertificateLookup,
    Delegation,
    TrainingSession,
    FactSource,
  ],
  migrations: [
    CreateTraining1764000000000,
    CreateDelegation1764100000000,
    CreateSessions1764200000000,
    CreateEvidence1764900000000,
    CreateAuditSeal1765000000000,
    CreateBudgets1765100100000,
    CreatePrivacy1765300000000,
    CreateSnapshots1765400000000,
  ],
  rights: rowPolicies(rights),
};
