import { enumOf } from '@jejaring/chassis/graph/enums';

export const WelfareCategory = enumOf(
  'WelfareCategory',
  'Category of people in need of welfare services (Pemerlu Pelayanan Kesejahteraan Sosial, PPKS, formerly PMKS; Permensos 8/2012).',
  {
    ANAK_BALITA_TELANTAR: 'Neglected child under five (Anak Balita Telantar).',
    ANAK_TELANTAR: 'Neglected child, 6 to 18 (Anak Telantar).',
    ANAK_BERHADAPAN_HUKUM: 'Child in contact with the law (Anak yang Berhadapan dengan Hukum).',
    ANAK_JALANAN: 'Street child (Anak Jalanan).',
    ANAK_DISABILITAS: 'Child with a disability (Anak dengan Kedisabilitasan).',
    ANAK_KORBAN_KEKERASAN:
      'Child victim of violence or maltreatment (Anak Korban Tindak Kekerasan).',
    ANAK_PERLINDUNGAN_KHUSUS:
      'Child needing special protection (Anak yang Memerlukan Perlindungan Khusus).',
    LANJUT_USIA_TELANTAR: 'Neglected elderly person (Lanjut Usia Telantar).',
    PENYANDANG_DISABILITAS: 'Person with a disability (Penyandang Disabilitas).',
    TUNA_SUSILA: 'Sex worker (Tuna Susila).',
    GELANDANGAN: 'Homeless person (Gelandangan).',
    PENGEMIS: 'Beggar (Pengemis).',
    PEMULUNG: 'Waste picker (Pemulung).',
    KELOMPOK_MINORITAS: 'Marginalised minority group (Kelompok Minoritas).',
    BWBLP: 'Former prisoner (Bekas Warga Binaan Lembaga Pemasyarakatan).',
    ODHA: 'Person living with HIV/AIDS (Orang dengan HIV/AIDS).',
    KORBAN_NAPZA: 'Victim of substance abuse (Korban Penyalahgunaan NAPZA).',
    KORBAN_TRAFFICKING: 'Trafficking victim (Korban Trafficking).',
    KORBAN_KEKERASAN: 'Victim of violence (Korban Tindak Kekerasan).',
    PMBS: 'Migrant worker with social problems (Pekerja Migran Bermasalah Sosial).',
    KORBAN_BENCANA_ALAM: 'Victim of a natural disaster (Korban Bencana Alam).',
    KORBAN_BENCANA_SOSIAL: 'Victim of a social disaster (Korban Bencana Sosial).',
    PRSE: 'Socio-economically vulnerable woman (Perempuan Rawan Sosial Ekonomi).',
    FAKIR_MISKIN: 'Destitute person or family (Fakir Miskin).',
    KBSP: 'Family with psychosocial problems (Keluarga Bermasalah Sosial Psikologis).',
    KAT: 'Remote indigenous community (Komunitas Adat Terpencil).',
  },
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
  ASSESS: '`completeAssessment`',
  ADOPT_PLAN: '`adoptServicePlan`',
  RECORD_INTERVENTION: '`recordIntervention`',
  PROPOSE_TERMINATION: '`proposeTermination`',
  CLOSE: '`closeCase`',
  REFER: '`draftReferral`, `recordConsent`',
});

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
