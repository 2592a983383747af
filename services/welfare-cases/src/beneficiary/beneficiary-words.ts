import { enumOf } from '@jejaring/chassis/graph/enums';

export const SubjectKind = enumOf('SubjectKind', 'Whom a case is about (UU 11/2009).', {
  PERSON: 'One person.',
  FAMILY: 'A family.',
  GROUP: 'A group.',
  COMMUNITY: 'A community.',
});

export const BeneficiaryCommandType = enumOf(
  'BeneficiaryCommand',
  'What can be done with a person in need.',
  { REVEAL: '`revealBeneficiaryField`' },
);

export const NikAbsentReason = enumOf(
  'NikAbsentReason',
  'Why a person has no national identity number (Nomor Induk Kependudukan, NIK).',
  {
    NEVER_REGISTERED: 'Never registered.',
    LOST_DOCUMENTS: 'The papers are lost.',
    NOT_A_PERSON: 'A family, group or community has none.',
    REFUSED: 'Not told.',
  },
);

export const Sex = enumOf('Sex', 'As in the civil register.', {
  MALE: 'Male.',
  FEMALE: 'Female.',
});
