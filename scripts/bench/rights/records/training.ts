import { Certificate } from '@jejaring/training/certificate/certificate.entity';
import { certificatePolicy } from '@jejaring/training/certificate/certificate.rules';
import { Delegation } from '@jejaring/training/delegation/delegation.entity';
import {
  delegationPolicy,
  delegationStatuses,
} from '@jejaring/training/delegation/delegation.rules';
import { Registration } from '@jejaring/training/registration/registration.entity';
import {
  registrationPolicy,
  registrationStatuses,
} from '@jejaring/training/registration/registration.rules';
import { TrainingEvent } from '@jejaring/training/training-event/training-event.entity';
import {
  trainingEventPolicy,
  trainingEventStatuses,
} from '@jejaring/training/training-event/training-event.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Drawing, Judged, RowsOf } from '../kinds.js';
import { along, asList, byId, byReference, inProvince } from '../paths.js';
import type { Row } from '../rows.js';

const events = { type: 'TrainingEvent', table: 'training_event', prefix: 'trn' } as const;
const registrations = {
  type: 'TrainingRegistration',
  table: 'registration',
  prefix: 'reg',
} as const;
const delegations = { type: 'TrainingDelegation', table: 'delegation', prefix: 'dlg' } as const;
const certificates = { type: 'Certificate', table: 'certificate', prefix: 'crt' } as const;

/** What belongs to an event is organized by whoever organizes the event. */
function drawOfEvent(drawing: Drawing): Row {
  const of = drawing.rowOf('training_event');
  return {
    training_event_id: of.id,
    organizer_region_code: of.organizer_region_code,
    organizer_organization_id: of.organizer_organization_id,
    region_code: drawing.place(),
  };
}

const firstEvent = (rows: RowsOf) => String(rows('training_event')[0]!.id);
const ofFirst = (row: Row, rows: RowsOf) => row.training_event_id === firstEvent(rows);
const toFirst = (rows: RowsOf) => `, trainingEventId: "${encodeId('trn', firstEvent(rows))}"`;

export const trainingRecords: Judged = {
  service: 'training',
  kinds: [
    {
      name: 'TrainingEvent',
      policy: trainingEventPolicy,
      entity: TrainingEvent,
      count: 30,
      draw: (drawing) => ({
        status: drawing.pick(trainingEventStatuses),
        region_code: drawing.place(),
        organizer_region_code: drawing.place(),
        organizer_organization_id: drawing.maybe(drawing.organization()),
      }),
    },
    {
      name: 'TrainingDelegation',
      policy: delegationPolicy,
      entity: Delegation,
      count: 50,
      draw: (drawing) => ({
        ...drawOfEvent(drawing),
        status: drawing.pick(delegationStatuses),
        sender_organization_id: drawing.maybe(drawing.organization()),
      }),
    },
    {
      name: 'TrainingRegistration',
      policy: registrationPolicy,
      entity: Registration,
      count: 80,
      draw: (drawing) => ({
        ...drawOfEvent(drawing),
        status: drawing.pick(registrationStatuses),
        organization_id: drawing.organization(),
        delegation_id: drawing.maybe(drawing.idOf('delegation')),
        sent_by_region_code: drawing.maybe(drawing.place()),
        sent_by_organization_id: drawing.maybe(drawing.organization()),
        position: drawing.between(1, 1_000_000),
      }),
    },
    {
      name: 'Certificate',
      policy: certificatePolicy,
      entity: Certificate,
      count: 50,
      draw: (drawing) => ({
        ...drawOfEvent(drawing),
        status: drawing.pick(['VALID', 'REVOKED']),
        organization_id: drawing.organization(),
        registration_id: drawing.idOf('registration'),
      }),
    },
  ],
  paths: [
    byId('trainingEvent', events),
    byReference('TrainingEvent', events),
    asList('trainingEvents', 'training_event', {
      given: () => ', region: "32"',
      where: inProvince,
    }),
    byId('registration', registrations),
    byReference('TrainingRegistration', registrations),
    asList('registrations', 'registration', { given: toFirst, where: ofFirst }),
    byId('trainingDelegation', delegations),
    byReference('TrainingDelegation', delegations),
    asList('trainingDelegations', 'delegation'),
    byReference('Certificate', certificates),
    along({
      parent: events,
      field: 'delegations',
      table: 'delegation',
      by: 'training_event_id',
      pointsTo: 'parent',
    }),
    along({
      parent: delegations,
      field: 'delegates',
      table: 'registration',
      by: 'delegation_id',
      pointsTo: 'parent',
      // Who was replaced or stepped back is sent no more.
      where: ({ status }) => status !== 'REPLACED' && status !== 'WITHDRAWN',
    }),
    along({
      parent: registrations,
      field: 'trainingEvent',
      table: 'training_event',
      by: 'training_event_id',
      pointsTo: 'child',
    }),
  ],
};
