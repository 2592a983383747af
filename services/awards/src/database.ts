import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { Evidence } from '@jejaring/evidence/evidence.entity';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { SeatCopy } from '@jejaring/register/copies/seat-copy';
import { FactSource } from '@jejaring/register/facts/fact-source';
import { Award } from './award/award.entity.js';
import { Competition } from './competition/competition.entity.js';
import { Edition } from './edition/edition.entity.js';
import { BoardCopy, ClassCopy } from './eligibility/board-copy.entity.js';
import { CertificateCopy, HandledCaseCount } from './eligibility/eligibility.entity.js';
import { Juror, Recusal } from './jury/juror.entity.js';
import { CreateAwards1764000000000 } from './migrations/1764000000000-create-awards.js';
import { CreateJudging1764100000000 } from './migrations/1764100000000-create-judging.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { CreateAuditSeal1765000000000 } from './migrations/1765000000000-create-audit-seal.js';
import { LetForget1765300000000 } from './migrations/1765300000000-let-forget.js';
import { Nomination } from './nomination/nomination.entity.js';
import { RankingEntry } from './ranking/ranking.entity.js';
import { ScoreSheet } from './scoring/score-sheet.entity.js';
import { CreateSnapshots1765400000000 } from './migrations/1765400000000-create-snapshots.js';
import { rights } from './rights.js';

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
    BoardCopy,
    ClassCopy,
    FactSource,
    Edition,
    Juror,
    Recusal,
    ScoreSheet,
    RankingEntry,
  ],
  migrations: [
    CreateAwards1764000000000,
    CreateJudging1764100000000,
    CreateEvidence1764900000000,
    CreateAuditSeal1765000000000,
    LetForget1765300000000,
    CreateSnapshots1765400000000,
  ],
  rights: rowPolicies(rights),
};
