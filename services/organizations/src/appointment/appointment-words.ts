import { enumOf } from '@jejaring/chassis/graph/enums';

export const RoleType = enumOf('Role', 'In which role somebody asks or acts.', {
  PUBLIC: 'Anybody; also who claims more than the register lets stand.',
  KT_MEMBER: 'Member of a Karang Taruna.',
  KT_OFFICER: 'Officer of a Karang Taruna (pengurus).',
  PSKS_WORKER: 'Welfare worker: TKSK, PSM, Tagana, staff of an LKS.',
  SOCIAL_WORKER: 'Social worker (pekerja sosial).',
  PUSKESOS_OPERATOR: 'Village desk for welfare services (Puskesos).',
  SLRT_OPERATOR: 'Integrated service and referral desk (SLRT).',
  VILLAGE_HEAD: 'Head of a village or urban ward (kepala desa, lurah).',
  DISTRICT_HEAD: 'Head of a district (camat).',
  DISTRICT_SOCIAL_SECTION: 'Social section of a district (kasi sosial kecamatan).',
  DINSOS_REGENCY_STAFF: 'Social affairs office of a regency or city: staff.',
  DINSOS_REGENCY_HEAD: 'Social affairs office of a regency or city: head (kepala dinas).',
  DINSOS_PROVINCE_STAFF: 'Social affairs office of a province: staff.',
  DINSOS_PROVINCE_HEAD: 'Social affairs office of a province: head.',
  KEMENSOS_STAFF: 'Ministry of social affairs.',
  TRAINER: 'Trainer (narasumber).',
  JUROR: 'Juror (juri).',
  PARTNER_COMPANY: 'Partner company (mitra dunia usaha).',
  DATA_PROTECTION_OFFICER: 'Data protection officer (UU 27/2022).',
  AUDITOR: 'Auditor.',
  SYSTEM_SUBSCRIBER: 'System of another institution that hears events.',
});

export const EndReasonType = enumOf('AppointmentEndReason', 'Why an appointment ended.', {
  DECREE: 'By decree (pemberhentian).',
  TERM_ENDED: 'Its term or that of its board ended.',
  RESIGNED: 'Resigned.',
  DECEASED: 'Died.',
  RECORDED_IN_ERROR: 'It should never have been recorded.',
});

export const AppointmentCommandType = enumOf(
  'AppointmentCommand',
  'What can be done with an appointment.',
  { END: '`endAppointment`' },
);

export const ViewerStandingType = enumOf('ViewerStanding', 'On what the role of a caller rests.', {
  ANONYMOUS: 'There is no token: the caller is the public.',
  ISSUER: 'The register does not know the person; the word of the issuer counts.',
  APPOINTED: 'An appointment of the register covers what the token claims.',
  NOT_APPOINTED:
    'The register knows the person, and no running appointment covers what the token claims: the caller is the public.',
});
