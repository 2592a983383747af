import { evidencePolicy } from '@jejaring/evidence/evidence.rules';
import { organizationCopyPolicy } from '@jejaring/register/copies/organization-copy';
import { seatCopyPolicy } from '@jejaring/register/copies/seat-copy';
import { factSourcePolicy } from '@jejaring/register/facts/fact-source';
import { auditPolicies } from '@jejaring/trust/audit/audit-policies.rules';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import { awardPolicy } from './award/award.rules.js';
import { competitionPolicy } from './competition/competition.rules.js';
import { editionPolicy } from './edition/edition.rules.js';
import {
  boardCopyPolicy,
  certificateCopyPolicy,
  classCopyPolicy,
  handledCaseCountPolicy,
} from './eligibility/eligibility-tables.rules.js';
import { jurorPolicy, recusalPolicy } from './jury/jury.rules.js';
import { nominationCountPolicy, nominationPolicy } from './nomination/nomination.rules.js';
import { rankingEntryPolicy } from './ranking/ranking-tables.rules.js';
import { scoreSheetPolicy } from './scoring/scoring.rules.js';
import { provenRecords } from './evidence/proven-records.js';

/** Who may read, add and change the rows of each table of this service. */
export const rights: readonly TablePolicy[] = [
  organizationCopyPolicy,
  seatCopyPolicy,
  factSourcePolicy([]),
  awardPolicy,
  competitionPolicy,
  editionPolicy,
  certificateCopyPolicy,
  handledCaseCountPolicy,
  boardCopyPolicy,
  classCopyPolicy,
  jurorPolicy,
  recusalPolicy,
  nominationPolicy,
  nominationCountPolicy,
  rankingEntryPolicy,
  scoreSheetPolicy,
  evidencePolicy(provenRecords.map(({ table }) => table)),
  ...auditPolicies,
];
