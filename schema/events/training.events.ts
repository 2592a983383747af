import { trainingTopics } from '../vocabulary.js';
import { contract, count, data, date, id, oneOf, regionCode } from './contract.js';

const trainingEventId = id('trn', 'The training event.');
const topic = oneOf(trainingTopics, 'What is taught.');
const sampleEvent = {
  trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '32',
  topic: 'NETWORKING',
} as const;

const ofEvent = {
  trainingEventId,
  regionCode: regionCode('The region whose organizations are invited.'),
  topic,
};

/** Said once, when a training event becomes known to the public. */
export const trainingEventAnnounced = contract({
  type: 'training.training-event.announced.v1',
  description: 'A training event was announced by its organizer.',
  key: 'trainingEventId',
  data: data({ ...ofEvent, startsOn: date('First day.'), endsOn: date('Last day.') }),
  sample: { ...sampleEvent, startsOn: '2014-06-25', endsOn: '2014-06-25' },
});

/** Said once, when seats of a training event may be asked for. */
export const trainingEventOpened = contract({
  type: 'training.training-event.registration-opened.v1',
  description: 'Registration for a training event was opened.',
  key: 'trainingEventId',
  data: data({ ...ofEvent, seats: count('How many may take part.') }),
  sample: { ...sampleEvent, seats: 54 },
});

/** Said once, when no more registrations are taken; those who wait may still move up. */
export const trainingEventClosed = contract({
  type: 'training.training-event.registration-closed.v1',
  description: 'Registration for a training event was closed.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event begins. */
export const trainingEventStarted = contract({
  type: 'training.training-event.started.v1',
  description: 'A training event began.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event has ended; its participants' events follow it. */
export const trainingEventCompleted = contract({
  type: 'training.training-event.completed.v1',
  description: 'A training event ended and its attendance was settled.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event will not take place. */
export const trainingEventCancelled = contract({
  type: 'training.training-event.cancelled.v1',
  description: 'A training event was cancelled; its registrations lapse.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

const ofParticipant = {
  registrationId: id('reg', 'The registration.'),
  trainingEventId,
  organizationId: id('org', 'The organization that the participant comes from.'),
  regionCode: regionCode('Where that organization is seated.'),
};
const sampleParticipant = {
  registrationId: 'reg_01jd2ah9p4e8x9y6c1v2b3n4m5',
  trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '32.79.04.2006',
};
const key = 'registrationId';

/** Said once, when a registration gets a seat at once. Names nobody. */
export const participantApproved = contract({
  type: 'training.participant.approved.v1',
  description: 'A participant of an organization was given a seat.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when all seats are taken and a registration begins to wait. Names nobody. */
export const participantWaitlisted = contract({
  type: 'training.participant.waitlisted.v1',
  description: 'A participant of an organization was put on the waiting list.',
  key,
  data: data({ ...ofParticipant, position: count('Order of arrival at the training event.') }),
  sample: { ...sampleParticipant, position: 55 },
});

/** Said once, when one who waited gets a seat that became free. Names nobody. */
export const participantPromoted = contract({
  type: 'training.participant.promoted.v1',
  description: 'A participant moved from the waiting list to a seat.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a registration is taken back. Names nobody. */
export const participantWithdrawn = contract({
  type: 'training.participant.withdrawn.v1',
  description: 'A registration was taken back.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a participant was seen at the training event. Names nobody. */
export const participantAttended = contract({
  type: 'training.participant.attended.v1',
  description: 'The attendance of a participant was confirmed.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once for each participant who attended, when the training event ends. Names nobody. */
export const participantCompleted = contract({
  type: 'training.participant.completed.v1',
  description: 'A participant of an organization completed a training.',
  key,
  data: data({ ...ofParticipant, topic, completedOn: date('Last day of the training event.') }),
  sample: { ...sampleParticipant, topic: 'NETWORKING', completedOn: '2014-06-25' },
});

/** Said once for each seat that stayed empty, when the training event ends. Names nobody. */
export const participantMissed = contract({
  type: 'training.participant.missed.v1',
  description: 'A participant had a seat and did not attend.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once for each registration that ends without a seat being used. Names nobody. */
export const participantLapsed = contract({
  type: 'training.participant.lapsed.v1',
  description: 'A registration ended because its wait was in vain or the event was cancelled.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a participant's certificate is issued. Names nobody. */
export const certificateIssued = contract({
  type: 'training.certificate.issued.v1',
  description: 'A participant of an organization was certified.',
  key: 'certificateId',
  data: data({
    certificateId: id('crt', 'The certificate.'),
    trainingEventId: id('trn', 'The training event.'),
    organizationId: id('org', 'The organization that the participant came from.'),
    topic: oneOf(trainingTopics, 'What was taught.'),
    issuedOn: date('Day of issue.'),
  }),
  sample: {
    certificateId: 'crt_01jd2ah9p4e8x9y6c1v2b3n4m5',
    trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    topic: 'NETWORKING',
    issuedOn: '2014-06-27',
  },
});

/** Said once, when a certificate no longer counts. */
export const certificateRevoked = contract({
  type: 'training.certificate.revoked.v1',
  description: 'A certificate was revoked and counts no longer.',
  key: 'certificateId',
  data: data({
    certificateId: id('crt', 'The certificate.'),
    organizationId: id('org', 'The organization that the participant came from.'),
  }),
  sample: {
    certificateId: 'crt_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  },
});
