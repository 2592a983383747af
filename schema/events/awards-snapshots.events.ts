import { Type } from '@sinclair/typebox';
import { competitionCategories } from '../vocabulary.js';
import { competitionTiers, heldIn } from './awards.events.js';
import { contract, count, data, date, id, oneOf } from './contract.js';

const competitionId = id('cmp', 'The competition.');
const year = Type.Integer({ description: 'Year of the competition.' });
const statuses = [
  'PUBLISHED',
  'NOMINATION_OPEN',
  'NOMINATION_CLOSED',
  'JUDGING',
  'RANKED',
  'DECIDED',
  'ANNOUNCED',
  'FINAL',
  'PROMOTED',
  'CANCELLED',
] as const;

/** Said soon after each event of a competition. */
export const competitionSnapshotted = contract({
  type: 'awards.competition.snapshotted.v1',
  channel: 'snapshot',
  description: 'The state of a competition after the event whose sequence and epoch it carries.',
  descriptionId: 'Keadaan lomba setelah peristiwa dengan nomor urut dan epoch yang dibawanya.',
  key: 'competitionId',
  data: data({
    competitionId,
    year,
    tier: oneOf(competitionTiers, 'The level it is held at.'),
    category: oneOf(competitionCategories, 'Which kind of welfare resource may win.'),
    regionCode: heldIn,
    status: oneOf(statuses, 'How far it has come.'),
  }),
  sample: {
    competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    year: 2024,
    tier: 'PROVINCE',
    category: 'KARANG_TARUNA',
    regionCode: '63',
    status: 'FINAL',
  },
});

/** Said soon after each event of an award. */
export const awardSnapshotted = contract({
  type: 'awards.award.snapshotted.v1',
  channel: 'snapshot',
  description: 'The state of an award after the event whose sequence and epoch it carries.',
  descriptionId:
    'Keadaan penghargaan setelah peristiwa dengan nomor urut dan epoch yang dibawanya.',
  key: 'awardId',
  data: data({
    awardId: id('awd', 'The award.'),
    competitionId,
    organizationId: id('org', 'The organization that won.'),
    rank: count('Place; equal places share a number.'),
    year,
    regionCode: heldIn,
    status: oneOf(['GRANTED', 'PRESENTED', 'REVOKED'], 'Whether it stands.'),
    presentedOn: Type.Optional(date('Day on which it was handed over.')),
  }),
  sample: {
    awardId: 'awd_01jd2ah9p4e8x9y6c1v2b3n4m5',
    competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    rank: 1,
    year: 2024,
    regionCode: '63',
    status: 'GRANTED',
  },
});
