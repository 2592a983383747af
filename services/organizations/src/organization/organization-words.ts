import { enumOf } from '@jejaring/chassis/graph/enums';

export const OrganizationKindType = enumOf(
  'OrganizationKind',
  'The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, PSKS; Permensos 8/2012).',
  {
    PEKSOS_PROFESIONAL: 'Professional social worker (Pekerja Sosial Profesional).',
    PSM: 'Community social worker (Pekerja Sosial Masyarakat).',
    TAGANA: 'Disaster-response volunteer (Taruna Siaga Bencana).',
    LKS: 'Social welfare institution, with or without legal personality (Lembaga Kesejahteraan Sosial).',
    KARANG_TARUNA: 'Village youth social organization (Karang Taruna).',
    LK3: 'Family welfare consultation agency (Lembaga Konsultasi Kesejahteraan Keluarga).',
    KELUARGA_PIONER: 'Pioneer family (Keluarga Pioner).',
    WKSBM: 'Community-based welfare network (Wahana Kesejahteraan Sosial Berbasis Masyarakat).',
    WPKS: 'Woman welfare leader (Wanita Pemimpin Kesejahteraan Sosial).',
    PENYULUH_SOSIAL: 'Social educator (Penyuluh Sosial).',
    TKSK: 'Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan).',
    DUNIA_USAHA: 'Business doing social work (Dunia Usaha).',
  },
);

export const OrganizationStatusType = enumOf(
  'OrganizationStatus',
  'Where an organization stands in the register.',
  {
    DRAFT: 'Being written by its applicant.',
    SUBMITTED: 'Before the office of social affairs.',
    RETURNED: 'Sent back for completion.',
    ACTIVE: 'Registered; it may act.',
    DORMANT: 'Registered without activity; it is given no new work.',
    SUSPENDED: 'Out of service by decree.',
    REJECTED: 'Refused for good.',
    DISSOLVED: 'Ended.',
  },
);

export const RejectionGroundType = enumOf('RejectionGround', 'Why a registration was refused.', {
  INCOMPLETE: 'Papers stay incomplete.',
  NO_WELFARE_WORK: 'It does no welfare work.',
  AGAINST_CONSTITUTION: 'Its principles conflict with the constitution.',
  DUPLICATE: 'It is registered already.',
});

export const OrganizationDocument = enumOf('OrganizationDocument', 'A paper of a registration.', {
  FOUNDING_DEED: 'Notary deed or founding note.',
  BOARD_LIST: 'List of the board.',
  PROGRAMME: 'Work programme.',
  DECREE: 'Decree of confirmation (SK).',
});

export const OrganizationCommandType = enumOf(
  'OrganizationCommand',
  'What can be done with an organization.',
  {
    SUBMIT: '`submitRegistration`',
    RETURN: '`returnRegistration`',
    VERIFY: '`verifyRegistration`',
    REJECT: '`rejectRegistration`',
    MARK_DORMANT: '`markOrganizationDormant`',
    REACTIVATE: '`reactivateOrganization`',
    SUSPEND: '`suspendOrganization`',
    LIFT_SUSPENSION: '`liftSuspension`',
    DISSOLVE: '`dissolveOrganization`',
  },
);
