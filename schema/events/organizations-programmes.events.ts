import { Type } from '@sinclair/typebox';
import {
  activityKinds,
  organizationEventKinds,
  programmeForums,
  programmeOutcomes,
  welfarePillars,
} from '../vocabulary.js';
import { contract, count, data, date, id, oneOf, regionCode } from './contract.js';

const speaksOf = {
  organizationId: id('org', 'The organization whose work it is.'),
  regionCode: regionCode('The region where the organization is seated.'),
};
const programme = {
  ...speaksOf,
  workProgrammeId: id('wpg', 'The programme of one year (program kerja).'),
};
const year = Type.Integer({ minimum: 1960, description: 'The year of the programme.' });
const sample = {
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '32.79.04.2006',
};
const programmeSample = { ...sample, workProgrammeId: 'wpg_01jd2ah9p4e8x9y6c1v2b3n4m5' };

/** Said once, when a forum adopted the programme of a year. */
export const workProgrammeAdopted = contract({
  type: 'organizations.work-programme.adopted.v1',
  description: 'A forum of the organization adopted its work programme of a year.',
  descriptionId: 'Forum organisasi menetapkan program kerja untuk satu tahun.',
  key: 'organizationId',
  data: data({
    ...programme,
    year,
    forum: oneOf(programmeForums, 'At which meeting.'),
    adoptedOn: date('Day of the meeting.'),
    activities: count('How many activities it holds.'),
  }),
  sample: {
    ...programmeSample,
    year: 2024,
    forum: 'MUSYAWARAH',
    adoptedOn: '2024-01-10',
    activities: 3,
  },
});

/** Said once, when an activity of a programme took place. */
export const activityRealised = contract({
  type: 'organizations.activity.realised.v1',
  description: 'An activity of a work programme took place.',
  descriptionId: 'Suatu kegiatan dalam program kerja telah terlaksana.',
  key: 'organizationId',
  data: data({
    ...programme,
    activityId: id('act', 'The activity.'),
    kind: oneOf(activityKinds, 'What it is.'),
    pillar: oneOf(welfarePillars, 'Pillar of social welfare that it serves (UU 11/2009).'),
    realisedOn: date('Day on which it took place.'),
  }),
  sample: {
    ...programmeSample,
    activityId: 'act_01jd2ah9p4e8x9y6c1v2b3n4m5',
    kind: 'UKS',
    pillar: 'PROTECTION',
    realisedOn: '2024-05-02',
  },
});

/** Said once, when the office evaluated a reported programme. */
export const workProgrammeEvaluated = contract({
  type: 'organizations.work-programme.evaluated.v1',
  description: 'The office of social affairs evaluated the work programme of a year.',
  descriptionId: 'Dinas Sosial mengevaluasi program kerja suatu tahun.',
  key: 'organizationId',
  data: data({
    ...programme,
    year,
    outcome: oneOf(programmeOutcomes, 'What the office concluded.'),
    realised: count('How many of its activities took place.'),
    sustained: count('How many of them are to be kept.'),
  }),
  sample: { ...programmeSample, year: 2024, outcome: 'EFFECTIVE', realised: 3, sustained: 1 },
});

/** Said once, when a meeting or a month of service was held. */
export const organizationEventHeld = contract({
  type: 'organizations.organization-event.held.v1',
  description: 'An organization held an event, such as a working conference (Rakerda).',
  descriptionId: 'Suatu organisasi menyelenggarakan acara, misalnya rapat kerja daerah (Rakerda).',
  key: 'organizationId',
  data: data({
    ...speaksOf,
    organizationEventId: id('oev', 'The event.'),
    kind: oneOf(organizationEventKinds, 'What it was.'),
    startsOn: date('Its first day.'),
    endsOn: date('Its last day.'),
  }),
  sample: {
    organizationId: sample.organizationId,
    regionCode: '36',
    organizationEventId: 'oev_01jd2ah9p4e8x9y6c1v2b3n4m5',
    kind: 'RAKERDA',
    startsOn: '2019-10-30',
    endsOn: '2019-10-30',
  },
});
