import { evidencePolicy } from '@jejaring/evidence/evidence.rules';
import { factSourcePolicy } from '@jejaring/register/facts/fact-source';
import { auditPolicies } from '@jejaring/trust/audit/audit-policies.rules';
import { privacyPolicies } from '@jejaring/trust/privacy/privacy-tables';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import { appointmentPolicy } from './appointment/appointment.rules.js';
import {
  allocationPeriodPolicy,
  allocationPolicy,
  handoverPolicy,
} from './assistance/allocation.rules.js';
import { assetConditionPolicy, assetPolicy } from './assistance/asset.rules.js';
import { programmePolicy } from './assistance/programme.rules.js';
import { boardPolicy } from './board/board.rules.js';
import { seatPolicy } from './board/seat.rules.js';
import { classificationPolicy, instrumentPolicy } from './classification/classification.rules.js';
import {
  economicVenturePolicy,
  ventureReportPolicy,
} from './economic-venture/economic-venture.rules.js';
import { honourPolicy } from './honour/honour.rules.js';
import { membershipPolicy } from './membership/membership.rules.js';
import { officeNamePolicy, officePolicy } from './office/office.rules.js';
import { officerFingerprintPolicy, officerPolicy } from './officer/officer.rules.js';
import { organizationEventPolicy } from './organization-event/organization-event.rules.js';
import {
  organizationPeriodPolicy,
  registrationCounterPolicy,
  sourceWriters,
} from './organization/organization-tables.rules.js';
import { organizationPolicy } from './organization/organization.rules.js';
import { partnershipPolicy } from './partnership/partnership.rules.js';
import { postHolderPolicy, postPolicy, unitPolicy } from './post/post.rules.js';
import { regulationLinkPolicy, regulationPolicy } from './regulation/regulation.rules.js';
import {
  villageStatusPolicy,
  villageStatusSummaryPolicy,
} from './village-status/village-status.rules.js';
import { accreditationPolicy, operatingPermitPolicy } from './welfare-resource/permit.rules.js';
import { activityPolicy } from './work-programme/activity.rules.js';
import { workProgrammePolicy } from './work-programme/work-programme.rules.js';
import { provenRecords } from './evidence/proven-records.js';

/** Who may read, add and change the rows of each table of this service. */
export const rights: readonly TablePolicy[] = [
  ...privacyPolicies,
  factSourcePolicy(sourceWriters),
  appointmentPolicy,
  allocationPolicy,
  allocationPeriodPolicy,
  handoverPolicy,
  assetPolicy,
  assetConditionPolicy,
  programmePolicy,
  boardPolicy,
  seatPolicy,
  classificationPolicy,
  instrumentPolicy,
  economicVenturePolicy,
  ventureReportPolicy,
  honourPolicy,
  membershipPolicy,
  officePolicy,
  officeNamePolicy,
  officerPolicy,
  officerFingerprintPolicy,
  organizationEventPolicy,
  organizationPeriodPolicy,
  registrationCounterPolicy,
  organizationPolicy,
  partnershipPolicy,
  unitPolicy,
  postPolicy,
  postHolderPolicy,
  regulationPolicy,
  regulationLinkPolicy,
  villageStatusPolicy,
  villageStatusSummaryPolicy,
  operatingPermitPolicy,
  accreditationPolicy,
  activityPolicy,
  workProgrammePolicy,
  evidencePolicy(provenRecords.map(({ table }) => table)),
  ...auditPolicies,
];
