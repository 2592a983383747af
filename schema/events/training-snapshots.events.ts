import { trainingTopics } from '../vocabulary.js';
import { contract, data, date, id, oneOf, regionCode } from './contract.js';

const statuses = [
  'ANNOUNCED',
  'REGISTRATION_OPEN',
  'REGISTRATION_CLOSED',
  'RUNNING',
  'COMPLETED',
  'REPORTED',
  'POSTPONED',
  'CANCELLED',
] as const;

/** Said soon after each event of a training event. */
export const trainingEventSnapshotted = contract({
  type: 'training.training-event.snapshotted.v1',
  channel: 'snapshot',
  description: 'The state of a training event after the event whose sequence and epoch it carries.',
  descriptionId:
    'Keadaan kegiatan pelatihan setelah peristiwa dengan nomor urut dan epoch yang dibawanya.',
  key: 'trainingEventId',
  data: data({
    trainingEventId: id('trn', 'The training event.'),
    regionCode: regionCode('The region whose organizations are invited.'),
    topic: oneOf(trainingTopics, 'What is taught.'),
    status: oneOf(statuses, 'How far it has come.'),
    startsOn: date('First day.'),
    endsOn: date('Last day.'),
  }),
  sample: {
    trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
    regionCode: '32',
    topic: 'NETWORKING',
    status: 'COMPLETED',
    startsOn: '2014-06-25',
    endsOn: '2014-06-25',
  },
});
