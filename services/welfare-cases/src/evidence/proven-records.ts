import type { ProvenType } from '@jejaring/evidence/evidence-slice';
import { WelfareCase } from '../case/case.entity.js';
import { casePolicy } from '../case/case.rules.js';
import { WelfareCaseType } from '../case/case.types.js';
import { Consent } from '../consent/consent.entity.js';
import { consentPolicy } from '../consent/consent.rules.js';
import { ConsentType } from '../consent/consent.types.js';

/** Records of this service that files may prove. A table that joins them joins the table `evidence` by a migration. */
export const provenRecords: ProvenType[] = [
  {
    prefix: 'case',
    table: 'welfare_case',
    entity: WelfareCase,
    type: WelfareCaseType,
    clauses: casePolicy.commands.ASSESS,
  },
  {
    prefix: 'con',
    table: 'consent',
    entity: Consent,
    type: ConsentType,
    clauses: consentPolicy.commands.WITHDRAW,
  },
];
