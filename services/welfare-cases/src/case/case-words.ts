import { enumOf } from '@jejaring/chassis/graph/enums';
import type { WelfareCategory as WelfareCategoryCode } from './case.rules.js';
import { categoryNames } from './category-words.js';

export const WelfareCategory = enumOf(
  'WelfareCategory',
  'Category of people in need of welfare services (Pemerlu Pelayanan Kesejahteraan Sosial, PPKS, formerly PMKS; Permensos 8/2012).',
  Object.fromEntries(
    Object.entries(categoryNames).map(([category, { en, id }]) => [category, `${en} (${id}).`]),
  ) as Record<WelfareCategoryCode, string>,
);

export const CaseStatus = enumOf(
  'CaseStatus',
  'Where a case stands; the stages follow PP 39/2012, article 7.',
  {
    REPORTED: 'Somebody reported the need.',
    ACCEPTED: 'An organization is responsible.',
    ASSESSED: 'The need was assessed (pengungkapan dan pemahaman masalah).',
    PLANNED: 'A plan was agreed (penyusunan rencana).',
    IN_SERVICE: 'Services are given (pemecahan masalah).',
    TERMINATING: 'The end was proposed (terminasi).',
    CLOSED: 'The supervising office closed it.',
    REJECTED: 'The report was not taken on.',
    ON_HOLD: 'It rests until somebody looks at it again.',
    AFTERCARE: 'Closed; somebody still looks in (bimbingan lanjut).',
    RESTRICTED: 'Its data may not be processed for now (UU 27/2022, articles 9 and 40).',
  },
);

export const CaseUrgency = enumOf('CaseUrgency', 'How soon help is needed.', {
  EMERGENCY: 'At once: answers are due within 24 hours.',
  HIGH: 'Before others.',
  NORMAL: 'In its turn.',
});

export const LegalBasisType = enumOf(
  'LegalBasis',
  'Why the data may be processed (UU 27/2022, article 20).',
  {
    CONSENT: 'The person or guardian agreed.',
    PUBLIC_TASK: 'A duty of the authority.',
    VITAL_INTEREST: 'Life or health is at stake.',
    LEGAL_OBLIGATION: 'A law demands it.',
  },
);

export const CaseOutcomeType = enumOf('CaseOutcome', 'How a case ended.', {
  RESOLVED: 'The need is met.',
  IMPROVED: 'The need is smaller.',
  TRANSFERRED: 'Others go on.',
  MOVED_AWAY: 'The person moved away.',
  DECEASED: 'The person died.',
  REFUSED: 'The person did not want help.',
  LOST_CONTACT: 'The person could not be found any more.',
});

export const CaseCommandType = enumOf('CaseCommand', 'What can be done with a case.', {
  ACCEPT: '`acceptCase`',
  REJECT: '`rejectCase`',
  ASSESS: '`completeAssessment`',
  ADOPT_PLAN: '`adoptServicePlan`',
  REVISE_PLAN: '`reviseServicePlan`',
  RECORD_INTERVENTION: '`recordIntervention`',
  RECORD_FOLLOW_UP: '`recordFollowUp`',
  PROPOSE_TERMINATION: '`proposeTermination`',
  CLOSE: '`closeCase`',
  START_AFTERCARE: '`startAftercare`',
  REOPEN: '`reopenCase`',
  HOLD: '`holdCase`',
  RESUME: '`resumeCase`',
  RESTRICT: '`restrictCase`',
  LIFT_RESTRICTION: '`liftCaseRestriction`',
  REFER: '`draftReferral`, `recordConsent`',
  SEAL: '`sealCase`',
  UNSEAL: '`unsealCase`',
});

export const SealReasonType = enumOf('SealReason', 'Why a case is sealed.', {
  SENSITIVE_CATEGORY: 'The category alone marks the person; sealed from the report on.',
  CHILD_VICTIM: 'A child is the victim of violence or trafficking; sealed from the report on.',
  PERSON_AT_RISK: 'The person is in danger from somebody.',
  PERSON_KNOWN_LOCALLY: 'The person is known to those who would see the case.',
  COURT_ORDER: 'A court ordered it.',
});

export const UnsealReasonType = enumOf('UnsealReason', 'Why a sealed case is opened again.', {
  RISK_ENDED: 'The danger is over.',
  PERSON_ASKED: 'The person asked for it.',
  SEALED_BY_MISTAKE: 'It should not have been sealed.',
});

export const CaseSectionType = enumOf(
  'CaseSection',
  'A part of a case that a referral may open to its receiver.',
  {
    IDENTITY: 'Who the person is and in which village they live.',
    ASSESSMENT: 'The assessment of the need.',
    PLAN: 'The service plan.',
    INTERVENTIONS: 'The services that were given.',
    FOLLOW_UPS: 'The visits.',
    CONSENTS: 'What the person agreed to, and the legal basis.',
    DOCUMENTS: 'The files that prove the case.',
  },
);

export const AssessmentDomain = enumOf(
  'AssessmentDomain',
  'Part of life that an assessment looks at.',
  {
    BASIC_NEEDS: 'Food, clothing, shelter.',
    HEALTH: 'Body and mind.',
    PSYCHOSOCIAL: 'Feeling and relations.',
    FAMILY: 'Family.',
    ECONOMIC: 'Income and work.',
    LEGAL: 'Papers and rights.',
    SPIRITUAL: 'Faith.',
  },
);

export const ServiceKind = enumOf('ServiceKind', 'Kind of service (PP 39/2012, article 7).', {
  MOTIVATION_DIAGNOSIS: 'Motivation and psychosocial diagnosis.',
  CARE: 'Care and upbringing.',
  VOCATIONAL_TRAINING: 'Vocational training and entrepreneurship.',
  MENTAL_SPIRITUAL_GUIDANCE: 'Mental and spiritual guidance.',
  PHYSICAL_GUIDANCE: 'Physical guidance.',
  SOCIAL_COUNSELLING: 'Social guidance and counselling.',
  ACCESSIBILITY: 'Accessibility.',
  SOCIAL_ASSISTANCE: 'Social assistance and social care.',
  RESOCIALISATION: 'Resocialisation guidance.',
  FURTHER_GUIDANCE: 'Further guidance.',
  REFERRAL: 'Referral.',
});

export const GoalResult = enumOf('GoalResult', 'What became of a goal.', {
  ACHIEVED: 'Reached.',
  ABANDONED: 'Given up.',
  MOVED: 'Carried on elsewhere.',
});

export const ReportChannelType = enumOf('ReportChannel', 'The way a report came.', {
  KT: 'Through a Karang Taruna.',
  PSM: 'Through a community social worker (PSM).',
  TKSK: 'Through a sub-district welfare worker (TKSK).',
  PUSKESOS_SLRT: 'At a welfare desk (Puskesos, SLRT).',
  COMMUNITY: 'From neighbours and others.',
  LKS: 'Through a welfare institution (LKS).',
  SELF: 'From the person.',
  OTHER_OFFICE: 'From an office.',
});

export const HoldReasonType = enumOf('HoldReason', 'Why a case rests.', {
  PERSON_AWAY: 'The person is away for a while.',
  PERSON_ASKED: 'The person asked for it.',
  WAITING_FOR_PAPERS: 'Papers are missing.',
  WAITING_FOR_OTHERS: 'Others must act first.',
  IN_INSTITUTION: 'The person is in a hospital or another institution.',
});

export const RejectionReasonType = enumOf('RejectionReason', 'Why a report is not taken on.', {
  OUT_OF_SCOPE: 'Not a matter of social welfare.',
  DUPLICATE: 'Another case is about the same need.',
  UNFOUNDED: 'There is no such need.',
});

export const RestrictionGroundType = enumOf(
  'RestrictionGround',
  'Why the data of a case may not be processed (UU 27/2022).',
  {
    CONSENT_WITHDRAWN: 'The consent to handling the case was withdrawn.',
    PERSON_OBJECTED: 'The person objected.',
    ACCURACY_DISPUTED: 'The person disputes that the data is right.',
  },
);

export const FollowUpFindingType = enumOf('FollowUpFinding', 'How a visit found the person.', {
  BETTER: 'Better than before.',
  UNCHANGED: 'As before.',
  WORSE: 'Worse than before.',
  NOT_FOUND: 'Not found.',
});
