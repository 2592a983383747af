import { attachers, evidencePolicy } from '@jejaring/evidence/evidence.rules';
import { definePolicy } from '@jejaring/trust/rights/policy.rules';
import {
  caseSupervisors,
  frontDesks,
  handlingOf,
  openedInEmergency,
  sectionOpen,
} from '../case/case.rules.js';

const inCharge = [...caseSupervisors, ...frontDesks, 'DATA_PROTECTION_OFFICER'] as const;

/**
 * Files of a case are seen by those in charge who see the case, by those who handle it and by whom the
 * section was shared with, not by whoever sees a summary; a consent form by whoever sees the consent.
 */
export const caseEvidencePolicy = definePolicy({
  ...evidencePolicy(['welfare_case', 'consent']),
  read: [
    { roles: inCharge, records: ['welfare_case'] },
    { roles: attachers, records: ['consent'] },
    handlingOf('subject_id'),
    sectionOpen('DOCUMENTS', 'subject_id'),
    openedInEmergency('subject_id'),
  ],
});
