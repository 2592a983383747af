import type { ProvenType } from '@jejaring/evidence/evidence-slice';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { trainingEventPolicy } from '../training-event/training-event.rules.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { Delegation } from '../delegation/delegation.entity.js';
import { delegationPolicy } from '../delegation/delegation.rules.js';
import { DelegationType } from '../delegation/delegation.types.js';
import { Certificate } from '../certificate/certificate.entity.js';
import { certificatePolicy } from '../certificate/certificate.rules.js';
import { CertificateType } from '../certificate/certificate.types.js';

/** Records of this service that files may prove. A table that joins them joins the table `evidence` by a migration. */
export const provenRecords: ProvenType[] = [
  {
    prefix: 'trn',
    table: 'training_event',
    entity: TrainingEvent,
    type: TrainingEventType,
    clauses: trainingEventPolicy.commands.ANNOUNCE,
  },
  {
    prefix: 'dlg',
    table: 'delegation',
    entity: Delegation,
    type: DelegationType,
    clauses: delegationPolicy.commands.SUBMIT,
  },
  {
    prefix: 'crt',
    table: 'certificate',
    entity: Certificate,
    type: CertificateType,
    clauses: certificatePolicy.commands.ISSUE,
  },
];
