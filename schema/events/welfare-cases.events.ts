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
  key: 'caseId',
  data: data({ ...ofCase, category: oneOf(welfareCategories, 'Main category of need (PPKS).') }),
  sample: { ...sampleCase, category: 'LANJUT_USIA_TELANTAR' },
});

/** Said once, when somebody takes responsibility for a case. */
export const caseAccepted = contract({
  type: 'welfare-cases.case.accepted.v1',
  description: 'A reported case was accepted and assigned.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the assessment of a case is complete. */
export const caseAssessed = contract({
  type: 'welfare-cases.case.assessed.v1',
  description: 'The assessment of a case is complete.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the plan was agreed with the person. */
export const servicePlanAdopted = contract({
  type: 'welfare-cases.service-plan.adopted.v1',
  description: 'The service plan of a case was agreed with the person or guardian.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said for every service given. */
export const interventionDelivered = contract({
  type: 'welfare-cases.intervention.delivered.v1',
  description: 'A service was given in a case.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said when the case manager finds the work done. */
export const terminationProposed = contract({
  type: 'welfare-cases.termination.proposed.v1',
  description: 'The end of a case was proposed to its supervising office.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when the supervising office closes a case. */
export const caseClosed = contract({
  type: 'welfare-cases.case.closed.v1',
  description: 'A case was closed by its supervising office.',
  key: 'caseId',
  data: data({ ...ofCase, outcome: oneOf(caseOutcomes, 'How it ended.') }),
  sample: { ...sampleCase, outcome: 'RESOLVED' },
});

/** Said when a closed case counts for the organization that handled it; without the case. */
export const handledCaseCounted = contract({
  type: 'welfare-cases.handled-case.counted.v1',
  description: 'One more closed case counts for the organization that handled it. Names no case.',
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
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said when the supervising office takes a closed case up again. */
export const caseReopened = contract({
  type: 'welfare-cases.case.reopened.v1',
  description: 'A closed case was taken up again by its supervising office.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when help in an emergency was not followed by an assessment in time. */
export const assessmentOverdue = contract({
  type: 'welfare-cases.case.overdue.v1',
  description: 'The assessment that follows help in an emergency was not made in time.',
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
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said once, when a person takes a consent back; whoever shares in it stops in time. */
export const consentWithdrawn = contract({
  type: 'welfare-cases.consent.withdrawn.v1',
  description: 'A consent was withdrawn. Whatever rests on it stops by the time named here.',
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
  key: 'caseId',
  data: visited,
  sample: { ...sampleCase, finding: 'BETTER' },
});

/** Said when visits after the end of a case begin. */
export const aftercareStarted = contract({
  type: 'welfare-cases.aftercare.started.v1',
  description: 'After the end of a case somebody will look in after one, three and six months.',
  key: 'caseId',
  data: data(ofCase),
  sample: sampleCase,
});

/** Said for every visit after the end of a case. */
export const aftercareRecorded = contract({
  type: 'welfare-cases.aftercare.recorded.v1',
  description: 'Somebody looked in after the end of a case.',
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

const referralEvent = <const Verb extends string>(verb: Verb, description: string) =>
  contract({
    type: `welfare-cases.referral.${verb}.v1`,
    description,
    key: 'caseId',
    data: data(ofReferral),
    sample: sampleReferral,
  });

/** Said once, when an organization is asked to help with a case. */
export const referralSent = referralEvent('sent', 'An organization was asked to help with a case.');

/** Said once, when the receiver has seen the referral. */
export const referralAcknowledged = referralEvent(
  'acknowledged',
  'The receiver has seen the referral.',
);

/** Said once, when an organization takes responsibility for a referred case. Names nobody. */
export const referralAccepted = referralEvent('accepted', 'The receiver takes the referral on.');

/** Said once, when the receiver cannot help. */
export const referralDeclined = referralEvent('declined', 'The receiver declined the referral.');

/** Said once, when the help began. */
export const referralStarted = referralEvent('started', 'The receiver began its work.');

/** Said once, when the receiver reports back. */
export const referralCompleted = referralEvent(
  'completed',
  'The receiver finished and reported back.',
);

/** Said once, when nobody answered in time. */
export const referralExpired = referralEvent('expired', 'The referral was not answered in time.');

/** Said once, when the sender or a withdrawn consent ends it. */
export const referralCancelled = referralEvent('cancelled', 'The referral was taken back.');
