import { enumOf } from '@jejaring/chassis/graph/enums';

export const ProgrammeStatusType = enumOf('WorkProgrammeStatus', 'Where a work programme stands.', {
  DRAFT: 'Being written; only for its organization and the offices.',
  ADOPTED: 'Adopted by a meeting of the organization.',
  RUNNING: 'Its activities are under way.',
  REPORTED: 'Reported: every activity took place or was given up.',
  EVALUATED: 'Evaluated by the office of social affairs (evaluasi).',
});

export const ProgrammeForumType = enumOf('ProgrammeForum', 'A meeting that adopts programmes.', {
  RAPAT_KERJA: 'Working meeting (rapat kerja).',
  RAKERDA: 'Regional working conference (rapat kerja daerah).',
  MUSYAWARAH: 'Deliberation of the residents (musyawarah).',
});

export const ProgrammeOutcomeType = enumOf(
  'ProgrammeOutcome',
  'What an office concludes from a programme.',
  {
    EFFECTIVE: 'It had its effect.',
    PARTLY_EFFECTIVE: 'It had its effect in part.',
    NOT_EFFECTIVE: 'It had no effect that was seen.',
  },
);

export const FundingSourceType = enumOf('FundingSource', 'Where money comes from (sumber dana).', {
  SWADAYA: 'Dues and own business (swadaya).',
  DANA_DESA: 'Village funds.',
  APBD_KAB_KOTA: 'Budget of the regency or city (APBD).',
  APBD_PROVINSI: 'Budget of the province (APBD).',
  APBN: 'Budget of the state.',
  CSR_TJSL: 'Social responsibility of a company (TJSL).',
  HIBAH: 'Grant (hibah).',
  OTHER: 'Another source.',
});

export const ActivityKindType = enumOf('ActivityKind', 'What an activity is.', {
  UKS: 'Social welfare effort (usaha kesejahteraan sosial).',
  UEP: 'Productive economic effort (usaha ekonomi produktif).',
  TRAINING: 'Training of its own people.',
  SPORT_ARTS: 'Sport and arts.',
  RELIGIOUS: 'Religious life.',
  ENVIRONMENT: 'Care for the environment.',
  ADVOCACY: 'Advocacy and information.',
  DISASTER: 'Readiness for disasters and help in them.',
});

export const PillarType = enumOf(
  'WelfarePillar',
  'The four pillars of social welfare work (UU 11/2009).',
  {
    REHABILITATION: 'Social rehabilitation (rehabilitasi sosial).',
    SECURITY: 'Social security (jaminan sosial).',
    EMPOWERMENT: 'Social empowerment (pemberdayaan sosial).',
    PROTECTION: 'Social protection (perlindungan sosial).',
  },
);

export const ActivityFunctionType = enumOf(
  'ActivityFunction',
  'The nine functions of a Karang Taruna (Permensos 25/2019, article 7).',
  {
    ADMINISTRATION: 'Administration and management.',
    FACILITATION: 'Facilitation.',
    MEDIATION: 'Mediation.',
    COMMUNICATION: 'Communication, information and education.',
    TECHNOLOGY: 'Use and development of technology.',
    ADVOCACY: 'Social advocacy.',
    MOTIVATION: 'Motivation.',
    ACCOMPANIMENT: 'Accompaniment (pendampingan).',
    PIONEERING: 'Pioneering (pelopor).',
  },
);

export const ActivityStatusType = enumOf('ActivityStatus', 'What became of an activity.', {
  DRAFT: 'In a programme that is not adopted.',
  PLANNED: 'Adopted with its programme.',
  REALISED: 'It took place.',
  CANCELLED: 'Given up.',
});

export const ProgrammeCommandType = enumOf(
  'WorkProgrammeCommand',
  'What can be done with a work programme.',
  {
    PLAN_ACTIVITY: '`planActivity`',
    ADOPT: '`adoptWorkProgramme`',
    START: '`startWorkProgramme`',
    REPORT: '`reportWorkProgramme`',
    EVALUATE: '`evaluateWorkProgramme`',
  },
);

export const ActivityCommandType = enumOf('ActivityCommand', 'What can be done with an activity.', {
  REALISE: '`realiseActivity`',
  CANCEL: '`cancelActivity`',
});
