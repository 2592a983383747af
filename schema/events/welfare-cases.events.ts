import { caseOutcomes, referralKinds, welfareCategories } from '../vocabulary.js';
import { contract, data, date, id, oneOf, regionCode } from './contract.js';
import { Type } from '@sinclair/typebox';

const caseId = id('case', 'The case.');
const sampleCase = { caseId: 'case_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.79.04.2006' };

const ofCase = { caseId, regionCode: regionCode('The village where the person lives.') };

/** Said once, when somebody reports a person or household in need. Names nobody. */
export const caseReported = contract({
  type: 'welfare-cases.case.reported.v1',
  description: 'A case was reported. Restricted: one case is one person.',
  descriptionId: 'Suatu kasus dilaporkan. Terbatas: satu kasus adalah satu orang.',
  key: 'caseId',
  data: data({ ...ofCase, category: oneOf(welfareCategories, 'Main category of need (PPKS).') }),
  sample: { ...sampleCase, category: 'LANJUT_USIA_TELANTAR' },
});

/** Said once, when somebody takes responsibility for a case. */
export const caseAccepted = contract({
  type: 'welfare-cases.case.accepted.v1',
  description: 'A reported case was accepted and assigned.',
  descriptionId: 'Kasus yang dilaporkan diterima dan ditugaskan.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the assessment of a case is complete. */
export const caseAssessed = contract({
  type: 'welfare-cases.case.assessed.v1',
  description: 'The assessment of a case is complete.',
  descriptionId: 'Pengungkapan dan pemahaman masalah (asesmen) suatu kasus selesai.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the plan was agreed with the person. */
export const servicePlanAdopted = contract({
  type: 'welfare-cases.service-plan.adopted.v1',
  description: 'The service plan of a case was agreed with the person or guardian.',
  descriptionId:
    'Rencana pelayanan suatu kasus disepakati bersama orang yang bersangkutan atau walinya.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said for every service given. */
export const interventionDelivered = contract({
  type: 'welfare-cases.intervention.delivered.v1',
  description: 'A service was given in a case.',
  descriptionId: 'Suatu pelayanan diberikan dalam suatu kasus.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said when the case manager finds the work done. */
export const terminationProposed = contract({
  type: 'welfare-cases.termination.proposed.v1',
  description: 'The end of a case was proposed to its supervising office.',
  descriptionId: 'Pengakhiran (terminasi) suatu kasus diusulkan kepada dinas pengawasnya.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the supervising office closes a case. */
export const caseClosed = contract({
  type: 'welfare-cases.case.closed.v1',
  description: 'A case was closed by its supervising office.',
  descriptionId: 'Suatu kasus ditutup oleh dinas pengawasnya.',
  key: 'caseId',
  data: data({ ...ofCase, outcome: oneOf(caseOutcomes, 'How it ended.') }),
  sample: { ...sampleCase, outcome: 'RESOLVED' },
});

/** Said when a closed case counts for the organization that handled it; without the case. */
export const handledCaseCounted = contract({
  type: 'welfare-cases.handled-case.counted.v1',
  description: 'One more closed case counts for the organization that handled it. Names no case.',
  descriptionId:
    'Satu lagi kasus tertutup dihitung bagi organisasi yang menanganinya. Tidak menyebut kasusnya.',
  key: 'organizationId',
  data: data({
    organizationId: id('org', 'The organization that handled it.'),
    outcome: oneOf(caseOutcomes, 'How it ended.'),
    month: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'Month of closing.' }),
  }),
  sample: {
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    outcome: 'RESOLVED',
    month: '2026-11',
  },
});

const ground = (values: readonly string[]) => oneOf(values, 'The ground, as a code.');

/** Said once, when a report turns out not to be a case. */
export const caseRejected = contract({
  type: 'welfare-cases.case.rejected.v1',
  description: 'A reported case was not taken on: out of scope, a duplicate, or unfounded.',
  descriptionId:
    'Kasus yang dilaporkan tidak ditangani: di luar lingkup, ganda, atau tidak berdasar.',
  key: 'caseId',
  data: data({
    ...ofCase,
    ground: ground(['OUT_OF_SCOPE', 'DUPLICATE', 'UNFOUNDED']),
    duplicateOf: Type.Optional(id('case', 'The other case, when it is a duplicate.')),
  }),
  sample: { ...sampleCase, ground: 'UNFOUNDED' },
});

/** Said when a case rests for a while. */
export const caseHeld = contract({
  type: 'welfare-cases.case.held.v1',
  description: 'A case was put on hold until somebody looks at it again.',
  descriptionId: 'Suatu kasus ditangguhkan sampai ditinjau kembali.',
  key: 'caseId',
  data: data({
    ...ofCase,
    ground: ground([
      'PERSON_AWAY',
      'PERSON_ASKED',
      'WAITING_FOR_PAPERS',
      'WAITING_FOR_OTHERS',
      'IN_INSTITUTION',
    ]),
    reviewOn: date('When somebody looks at it again.'),
  }),
  sample: { ...sampleCase, ground: 'PERSON_AWAY', reviewOn: '2026-12-31' },
});

/** Said when a case on hold goes on. */
export const caseResumed = contract({
  type: 'welfare-cases.case.resumed.v1',
  description: 'A case on hold goes on from where it stood.',
  descriptionId: 'Kasus yang ditangguhkan dilanjutkan dari tahap terakhirnya.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said when the supervising office takes a closed case up again. */
export const caseReopened = contract({
  type: 'welfare-cases.case.reopened.v1',
  description: 'A closed case was taken up again by its supervising office.',
  descriptionId: 'Kasus yang telah ditutup dibuka kembali oleh dinas pengawasnya.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when help in an emergency was not followed by an assessment in time. */
export const assessmentOverdue = contract({
  type: 'welfare-cases.case.overdue.v1',
  description: 'The assessment that follows help in an emergency was not made in time.',
  descriptionId: 'Asesmen setelah pertolongan darurat tidak dilakukan tepat waktu.',
  key: 'caseId',
  data: data({
    ...ofCase,
    dueAt: Type.String({ format: 'date-time', description: 'When it was due.' }),
  }),
  sample: { ...sampleCase, dueAt: '2026-11-23T02:00:00.000Z' },
});

/** Said when processing must stop; whoever holds a reference drops it. */
export const caseRestricted = contract({
  type: 'welfare-cases.case.restricted.v1',
  description: 'The data of a case may not be processed for now. Drop what you hold of it.',
  descriptionId:
    'Data suatu kasus untuk sementara tidak boleh diproses. Lepaskan semua yang disimpan tentangnya.',
  key: 'caseId',
  data: data({
    ...ofCase,
    ground: ground(['CONSENT_WITHDRAWN', 'PERSON_OBJECTED', 'ACCURACY_DISPUTED']),
  }),
  sample: { ...sampleCase, ground: 'CONSENT_WITHDRAWN' },
});

/** Said when processing may go on. */
export const restrictionLifted = contract({
  type: 'welfare-cases.restriction.lifted.v1',
  description: 'The data of a restricted case may be processed again, on another legal basis.',
  descriptionId: 'Data kasus yang dibatasi boleh diproses kembali, atas dasar hukum lain.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when a person takes a consent back; whoever shares in it stops in time. */
export const consentWithdrawn = contract({
  type: 'welfare-cases.consent.withdrawn.v1',
  description: 'A consent was withdrawn. Whatever rests on it stops by the time named here.',
  descriptionId:
    'Suatu persetujuan ditarik kembali. Semua yang didasarkan padanya dihentikan paling lambat pada waktu yang disebutkan di sini.',
  key: 'caseId',
  data: data({
    ...ofCase,
    consentId: id('con', 'The consent.'),
    stopBy: Type.String({ format: 'date-time', description: '72 hours after the withdrawal.' }),
  }),
  sample: {
    ...sampleCase,
    consentId: 'con_01jd2ah9p4e8x9y6c1v2b3n4m5',
    stopBy: '2026-11-23T02:00:00.000Z',
  },
});

/** Said when a plan is replaced by another. */
export const servicePlanRevised = contract({
  type: 'welfare-cases.service-plan.revised.v1',
  description: 'The service plan of a case was replaced by another.',
  descriptionId: 'Rencana pelayanan suatu kasus diganti dengan yang lain.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

const visited = data({
  ...ofCase,
  finding: oneOf(['BETTER', 'UNCHANGED', 'WORSE', 'NOT_FOUND'], 'How the person was found.'),
});

/** Said for every visit while services are given. */
export const caseFollowedUp = contract({
  type: 'welfare-cases.case.followed-up.v1',
  description: 'Somebody looked in while services are given.',
  descriptionId: 'Kunjungan dilakukan selama pelayanan berlangsung.',
  key: 'caseId',
  data: visited,
  sample: { ...sampleCase, finding: 'BETTER' },
});

/** Said when visits after the end of a case begin. */
export const aftercareStarted = contract({
  type: 'welfare-cases.aftercare.started.v1',
  description: 'After the end of a case somebody will look in after one, three and six months.',
  descriptionId:
    'Setelah kasus berakhir, kunjungan bimbingan lanjut dijadwalkan pada bulan pertama, ketiga, dan keenam.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said for every visit after the end of a case. */
export const aftercareRecorded = contract({
  type: 'welfare-cases.aftercare.recorded.v1',
  description: 'Somebody looked in after the end of a case.',
  descriptionId: 'Kunjungan bimbingan lanjut dilakukan setelah kasus berakhir.',
  key: 'caseId',
  data: visited,
  sample: { ...sampleCase, finding: 'BETTER' },
});

const ofReferral = {
  referralId: id('ref', 'The referral.'),
  caseId,
  kind: oneOf(referralKinds, 'Whether responsibility moves, or one service or advice is asked.'),
  toOrganizationId: id('org', 'The organization that is asked.'),
};

const sampleReferral = {
  referralId: 'ref_01jd2ah9p4e8x9y6c1v2b3n4m5',
  caseId: sampleCase.caseId,
  kind: 'SERVICE' as const,
  toOrganizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
};

const referralEvent = <const Verb extends string>(
  verb: Verb,
  description: string,
  descriptionId: string,
) =>
  contract({
    type: `welfare-cases.referral.${verb}.v1`,
    description,
    descriptionId,
    key: 'caseId',
    data: data(ofReferral),
    sample: sampleReferral,
  });

/** Said once, when an organization is asked to help with a case. */
export const referralSent = referralEvent(
  'sent',
  'An organization was asked to help with a case.',
  'Suatu organisasi diminta membantu menangani kasus.',
);

/** Said once, when the receiver has seen the referral. */
export const referralAcknowledged = referralEvent(
  'acknowledged',
  'The receiver has seen the referral.',
  'Penerima telah melihat rujukan.',
);

/** Said once, when an organization takes responsibility for a referred case. Names nobody. */
export const referralAccepted = referralEvent(
  'accepted',
  'The receiver takes the referral on.',
  'Penerima menyanggupi rujukan.',
);

/** Said once, when the receiver cannot help. */
export const referralDeclined = referralEvent(
  'declined',
  'The receiver declined the referral.',
  'Penerima menolak rujukan.',
);

/** Said once, when the help began. */
export const referralStarted = referralEvent(
  'started',
  'The receiver began its work.',
  'Penerima memulai penanganannya.',
);

/** Said once, when the receiver reports back. */
export const referralCompleted = referralEvent(
  'completed',
  'The receiver finished and reported back.',
  'Penerima menyelesaikan penanganan dan menyampaikan rujukan balik.',
);

/** Said once, when nobody answered in time. */
export const referralExpired = referralEvent(
  'expired',
  'The referral was not answered in time.',
  'Rujukan tidak dijawab sampai batas waktunya.',
);

/** Said once, when the sender or a withdrawn consent ends it. */
export const referralCancelled = referralEvent(
  'cancelled',
  'The referral was taken back.',
  'Rujukan ditarik kembali.',
);
