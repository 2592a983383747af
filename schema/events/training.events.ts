import { Type } from '@sinclair/typebox';
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

/** Said when a training event becomes known to the public, and again with the new days of a postponed one. */
export const trainingEventAnnounced = contract({
  type: 'training.training-event.announced.v1',
  description: 'A training event was announced by its organizer, or again after it was put off.',
  descriptionId:
    'Penyelenggara mengumumkan suatu bimbingan teknis, atau mengumumkannya lagi setelah ditunda.',
  key: 'trainingEventId',
  data: data({ ...ofEvent, startsOn: date('First day.'), endsOn: date('Last day.') }),
  sample: { ...sampleEvent, startsOn: '2014-06-25', endsOn: '2014-06-25' },
});

/** Said once, when seats of a training event may be asked for. */
export const trainingEventOpened = contract({
  type: 'training.training-event.registration-opened.v1',
  description: 'Registration for a training event was opened.',
  descriptionId: 'Pendaftaran bimbingan teknis dibuka.',
  key: 'trainingEventId',
  data: data({ ...ofEvent, seats: count('How many may take part.') }),
  sample: { ...sampleEvent, seats: 54 },
});

/** Said once, when no more registrations are taken; those who wait may still move up. */
export const trainingEventClosed = contract({
  type: 'training.training-event.registration-closed.v1',
  description: 'Registration for a training event was closed.',
  descriptionId: 'Pendaftaran bimbingan teknis ditutup.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event begins. */
export const trainingEventStarted = contract({
  type: 'training.training-event.started.v1',
  description: 'A training event began.',
  descriptionId: 'Suatu bimbingan teknis dimulai.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event has ended; its participants' events follow it. */
export const trainingEventCompleted = contract({
  type: 'training.training-event.completed.v1',
  description: 'A training event ended and its attendance was settled.',
  descriptionId: 'Suatu bimbingan teknis selesai dan kehadirannya telah ditetapkan.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when a training event will not take place. */
export const trainingEventCancelled = contract({
  type: 'training.training-event.cancelled.v1',
  description: 'A training event was cancelled; its registrations lapse.',
  descriptionId: 'Suatu bimbingan teknis dibatalkan; pendaftarannya gugur.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said when a training event is put off; it is announced again with its new days. */
export const trainingEventPostponed = contract({
  type: 'training.training-event.postponed.v1',
  description: 'A training event was put off before it began; its registrations stand.',
  descriptionId: 'Suatu bimbingan teknis ditunda sebelum dimulai; pendaftarannya tetap berlaku.',
  key: 'trainingEventId',
  data: data(ofEvent),
  sample: sampleEvent,
});

/** Said once, when the report of a training event was handed in. */
export const trainingEventReported = contract({
  type: 'training.training-event.reported.v1',
  description: 'The report of a training event that ended was handed in.',
  descriptionId: 'Laporan bimbingan teknis yang telah selesai diserahkan.',
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
  descriptionId: 'Peserta dari suatu organisasi memperoleh tempat.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when all seats are taken and a registration begins to wait. Names nobody. */
export const participantWaitlisted = contract({
  type: 'training.participant.waitlisted.v1',
  description: 'A participant of an organization was put on the waiting list.',
  descriptionId: 'Peserta dari suatu organisasi masuk daftar tunggu.',
  key,
  data: data({ ...ofParticipant, position: count('Order of arrival at the training event.') }),
  sample: { ...sampleParticipant, position: 55 },
});

/** Said when one who waits is offered a seat that became free. Names nobody. */
export const participantOffered = contract({
  type: 'training.participant.offered.v1',
  description: 'A participant on the waiting list was offered a seat, until a moment.',
  descriptionId: 'Peserta dalam daftar tunggu ditawari tempat, sampai batas waktu tertentu.',
  key,
  data: data({
    ...ofParticipant,
    answerBy: Type.String({
      format: 'date-time',
      description: 'After this moment the seat goes to the next.',
    }),
  }),
  sample: { ...sampleParticipant, answerBy: '2014-06-22T02:00:00.000Z' },
});

/** Said once, when one who waited accepts the seat that was offered. Names nobody. */
export const participantPromoted = contract({
  type: 'training.participant.promoted.v1',
  description: 'A participant accepted the seat that was offered and no longer waits.',
  descriptionId: 'Peserta menerima tempat yang ditawarkan dan tidak lagi menunggu.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when somebody else comes in the seat of a participant. Names nobody. */
export const participantReplaced = contract({
  type: 'training.participant.replaced.v1',
  description: 'The seat of a participant passed to another one whom the sender named.',
  descriptionId: 'Tempat seorang peserta beralih kepada orang lain yang disebutkan pengirimnya.',
  key,
  data: data({
    ...ofParticipant,
    replacementId: id('reg', 'The registration of who comes instead.'),
  }),
  sample: { ...sampleParticipant, replacementId: 'reg_01jd2ah9p4e8x9y6c1v2b3n4m6' },
});

/** Said once, when the organizer does not take a delegate. Names nobody. */
export const participantRejected = contract({
  type: 'training.participant.rejected.v1',
  description: 'The organizer did not take somebody whom a delegation named.',
  descriptionId: 'Penyelenggara tidak menerima seseorang yang didelegasikan.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a registration is taken back or an offered seat declined. Names nobody. */
export const participantWithdrawn = contract({
  type: 'training.participant.withdrawn.v1',
  description: 'A registration was taken back, or the seat that was offered declined.',
  descriptionId: 'Suatu pendaftaran ditarik kembali, atau tempat yang ditawarkan tidak diambil.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a participant was seen at the training event. Names nobody. */
export const participantAttended = contract({
  type: 'training.participant.attended.v1',
  description: 'The attendance of a participant was confirmed.',
  descriptionId: 'Kehadiran seorang peserta dikonfirmasi.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once for each participant who attended too little or failed the test. Names nobody. */
export const participantNotCompleted = contract({
  type: 'training.participant.not-completed.v1',
  description: 'A participant attended and did not reach what completing the training takes.',
  descriptionId: 'Seorang peserta hadir, tetapi tidak memenuhi syarat kelulusan.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once for each participant who completed the training, when the training event ends. Names nobody. */
export const participantCompleted = contract({
  type: 'training.participant.completed.v1',
  description: 'A participant of an organization completed a training.',
  descriptionId: 'Peserta dari suatu organisasi menyelesaikan bimbingan teknis.',
  key,
  data: data({ ...ofParticipant, topic, completedOn: date('Last day of the training event.') }),
  sample: { ...sampleParticipant, topic: 'NETWORKING', completedOn: '2014-06-25' },
});

/** Said once for each seat that stayed empty, when the training event ends. Names nobody. */
export const participantMissed = contract({
  type: 'training.participant.missed.v1',
  description: 'A participant had a seat and did not attend.',
  descriptionId: 'Seorang peserta memperoleh tempat, tetapi tidak hadir.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once for each registration that ends without a seat being used. Names nobody. */
export const participantLapsed = contract({
  type: 'training.participant.lapsed.v1',
  description:
    'A registration ended because its wait was in vain, an offer ran out or the event was cancelled.',
  descriptionId:
    'Suatu pendaftaran gugur karena daftar tunggu berakhir, masa penawaran lewat, atau acara dibatalkan.',
  key,
  data: data(ofParticipant),
  sample: sampleParticipant,
});

/** Said once, when a participant's certificate is issued. Names nobody. */
export const certificateIssued = contract({
  type: 'training.certificate.issued.v1',
  description: 'A participant of an organization was certified.',
  descriptionId: 'Peserta dari suatu organisasi memperoleh sertifikat.',
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
  descriptionId: 'Suatu sertifikat dicabut dan tidak berlaku lagi.',
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

const ofDelegation = {
  delegationId: id('dlg', 'The delegation.'),
  trainingEventId,
  regionCode: regionCode('The region of who sent it.'),
};
const sampleDelegation = {
  delegationId: 'dlg_01jd2ah9p4e8x9y6c1v2b3n4m5',
  trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '32.79',
};

/** Said once, when a letter of delegation was sent to the organizer. Names nobody. */
export const delegationSubmitted = contract({
  type: 'training.delegation.submitted.v1',
  description: 'An office, a village head or a board sent people to a training event by letter.',
  descriptionId:
    'Dinas, kepala desa/lurah, atau pengurus mengirim delegasi ke bimbingan teknis dengan surat.',
  key: 'delegationId',
  data: data({ ...ofDelegation, delegates: count('How many it names.') }),
  sample: { ...sampleDelegation, delegates: 4 },
});

/** Said once, when the organizer takes all or some of a delegation. Names nobody. */
export const delegationAccepted = contract({
  type: 'training.delegation.accepted.v1',
  description: 'The organizer accepted a delegation, whole or in part.',
  descriptionId: 'Penyelenggara menerima suatu delegasi, seluruhnya atau sebagian.',
  key: 'delegationId',
  data: data({
    ...ofDelegation,
    delegates: count('How many it names.'),
    accepted: count('How many of them were accepted.'),
  }),
  sample: { ...sampleDelegation, delegates: 4, accepted: 4 },
});

/** Said once, when the organizer takes nobody of a delegation. Names nobody. */
export const delegationRejected = contract({
  type: 'training.delegation.rejected.v1',
  description: 'The organizer accepted nobody of a delegation.',
  descriptionId: 'Penyelenggara tidak menerima seorang pun dari suatu delegasi.',
  key: 'delegationId',
  data: data(ofDelegation),
  sample: sampleDelegation,
});

/** Said once, when a delegation was taken back before the organizer decided. Names nobody. */
export const delegationWithdrawn = contract({
  type: 'training.delegation.withdrawn.v1',
  description: 'Who sent a delegation took it back before it was decided on.',
  descriptionId: 'Pengirim menarik delegasinya sebelum diputuskan.',
  key: 'delegationId',
  data: data(ofDelegation),
  sample: sampleDelegation,
});
