import { enumOf } from '@jejaring/chassis/graph/enums';

export const PrivacyRequestKindType = enumOf(
  'PrivacyRequestKind',
  'The right over their data that a person asks for (UU 27/2022, articles 5 to 13).',
  {
    ACCESS: 'To know what is held, and who has read it (article 7).',
    RECTIFICATION: 'To have it corrected or completed (article 6).',
    RESTRICTION: 'To have its processing put off or limited (article 11).',
    ERASURE: 'To have it erased and destroyed (article 8).',
    OBJECTION: 'To object to what was decided by a machine alone (article 10).',
    PORTABILITY: 'To get a copy in a common format (article 13).',
    WITHDRAW_CONSENT: 'To take a consent back (article 9).',
  },
);

export const PrivacyRequestStatusType = enumOf(
  'PrivacyRequestStatus',
  'How far a request of a person is.',
  {
    RECEIVED: 'It came in; the clock runs.',
    FULFILLED: 'What was asked for is done.',
    REFUSED: 'It was refused on a ground of the law.',
  },
);

export const PrivacyRequestChannelType = enumOf(
  'PrivacyRequestChannel',
  'The way a request came in.',
  {
    IN_PERSON: 'At the desk.',
    LETTER: 'By letter.',
    EMAIL: 'By electronic mail.',
    PHONE: 'By telephone.',
    REPRESENTATIVE: 'By a parent, guardian or attorney.',
  },
);

export const PrivacyRefusalType = enumOf(
  'PrivacyRefusal',
  'Why a request is refused (UU 27/2022, articles 15 and 33).',
  {
    DEFENCE_AND_SECURITY: 'National defence and security (article 15, a; article 33, c).',
    LAW_ENFORCEMENT: 'Enforcement of the law (article 15, b).',
    STATE_ADMINISTRATION: 'The public interest in the administration of the state (article 15, c).',
    FINANCIAL_SUPERVISION: 'Supervision of finance and payments (article 15, d).',
    STATISTICS_AND_RESEARCH: 'Statistics and research (article 15, e).',
    ENDANGERS_SOMEBODY: 'It would endanger the person or somebody else (article 33, a).',
    DISCLOSES_ANOTHER_PERSON: 'It would disclose the data of another person (article 33, b).',
    IDENTITY_NOT_PROVEN: 'Who asks could not show who they are.',
    OPEN_CASE: 'The data serve a case that is open: a public task.',
    RETENTION_RUNNING: 'The law keeps the record for some time yet.',
  },
);

export const PrivacyRequestCommandType = enumOf(
  'PrivacyRequestCommand',
  'What can be done with a request of a person.',
  {
    FULFIL:
      'Say that what was asked for is done; erasing, restricting and withdrawing are done by it.',
    REFUSE: 'Refuse it on a ground of the law.',
    EXPORT: 'Give the data out.',
    LIFT: 'Lift the restriction that was made for it.',
  },
);
