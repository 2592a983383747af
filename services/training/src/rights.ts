import { evidencePolicy } from '@jejaring/evidence/evidence.rules';
import { organizationCopyPolicy } from '@jejaring/register/copies/organization-copy';
import { seatCopyPolicy } from '@jejaring/register/copies/seat-copy';
import { factSourcePolicy } from '@jejaring/register/facts/fact-source';
import { auditPolicies } from '@jejaring/trust/audit/audit-policies.rules';
import { privacyPolicies } from '@jejaring/trust/privacy/privacy-tables';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import {
  certificateCheckPolicy,
  certificateCounterPolicy,
  certificatePolicy,
} from './certificate/certificate.rules.js';
import { delegationPolicy } from './delegation/delegation.rules.js';
import { trainingRecordPolicy } from './record/record.rules.js';
import { registrationPolicy } from './registration/registration.rules.js';
import { seatBucketPolicy } from './seat/seat.rules.js';
import { attendancePolicy, sessionPolicy, testResultPolicy } from './session/session.rules.js';
import { sourceWriters, trainingEventPolicy } from './training-event/training-event.rules.js';
import { provenRecords } from './evidence/proven-records.js';

/** Who may read, add and change the rows of each table of this service. */
export const rights: readonly TablePolicy[] = [
  ...privacyPolicies,
  organizationCopyPolicy,
  seatCopyPolicy,
  factSourcePolicy(sourceWriters),
  certificatePolicy,
  certificateCheckPolicy,
  certificateCounterPolicy,
  delegationPolicy,
  trainingRecordPolicy,
  registrationPolicy,
  seatBucketPolicy,
  sessionPolicy,
  attendancePolicy,
  testResultPolicy,
  trainingEventPolicy,
  evidencePolicy(provenRecords.map(({ table }) => table)),
  ...auditPolicies,
];
