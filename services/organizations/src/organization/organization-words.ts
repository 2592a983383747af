import { enumOf } from '@jejaring/chassis/graph/enums';
import { welfareResourceWords } from '@jejaring/schema/vocabulary';

export const OrganizationKindType = enumOf(
  'OrganizationKind',
  'The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, PSKS; Permensos 8/2012).',
  welfareResourceWords,
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
  FOUNDING_DEED: 'Notary deed (akta notaris).',
  FOUNDING_NOTE: 'Note of its founders, in place of the deed of an LKS without legal personality.',
  BOARD_LIST: 'List of the board.',
  PROGRAMME: 'Work programme.',
  DECREE: 'Decree of confirmation (SK).',
});

export const OrganizationCommandType = enumOf(
  'OrganizationCommand',
  'What can be done with an organization.',
  {
    AMEND: '`amendRegistration`',
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
