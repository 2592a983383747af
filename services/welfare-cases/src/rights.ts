import { organizationCopyPolicy } from '@jejaring/register/copies/organization-copy';
import { auditPolicies } from '@jejaring/trust/audit/audit-policies.rules';
import { privacyPolicies } from '@jejaring/trust/privacy/privacy-tables';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import {
  beneficiaryFingerprintPolicy,
  beneficiaryPolicy,
} from './beneficiary/beneficiary.rules.js';
import { breakGlassPolicy } from './break-glass/break-glass.rules.js';
import { capabilityPolicy } from './capability/capability.rules.js';
import { openCaseCountPolicy } from './case/case-count.rules.js';
import { caseCounterPolicy, followUpPolicy, interventionPolicy } from './case/case-tables.rules.js';
import { casePolicy } from './case/case.rules.js';
import { consentPolicy } from './consent/consent.rules.js';
import { handledCasePolicy } from './handled/handled.rules.js';
import { linkPolicy } from './network/link.rules.js';
import { referralPolicy } from './referral/referral.rules.js';
import { regionCopyPolicy } from './region/region.rules.js';
import { statisticsCellPolicy, statisticsMonthPolicy } from './statistics/statistics.rules.js';
import { caseEvidencePolicy } from './evidence/case-evidence.rules.js';

/** Who may read, add and change the rows of each table of this service. */
export const rights: readonly TablePolicy[] = [
  ...privacyPolicies,
  organizationCopyPolicy,
  beneficiaryPolicy,
  beneficiaryFingerprintPolicy,
  capabilityPolicy,
  openCaseCountPolicy,
  interventionPolicy,
  followUpPolicy,
  caseCounterPolicy,
  casePolicy,
  consentPolicy,
  handledCasePolicy,
  linkPolicy,
  referralPolicy,
  regionCopyPolicy,
  statisticsCellPolicy,
  statisticsMonthPolicy,
  caseEvidencePolicy,
  breakGlassPolicy,
  ...auditPolicies,
];
