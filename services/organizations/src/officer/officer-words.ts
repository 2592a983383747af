import { enumOf } from '@jejaring/chassis/graph/enums';

export const OfficerSex = enumOf('OfficerSex', 'As in the civil register.', {
  MALE: 'Male.',
  FEMALE: 'Female.',
});

export const PublicPostType = enumOf(
  'PublicPost',
  'A post in government (jabatan pemerintahan) that somebody holds beside a seat on a board.',
  {
    GOVERNOR: 'Governor of a province (gubernur).',
    DEPUTY_GOVERNOR: 'Deputy governor (wakil gubernur).',
    REGENT: 'Regent (bupati).',
    DEPUTY_REGENT: 'Deputy regent (wakil bupati).',
    MAYOR: 'Mayor of a city (wali kota).',
    DEPUTY_MAYOR: 'Deputy mayor (wakil wali kota).',
    DISTRICT_HEAD: 'Head of a district (camat).',
    VILLAGE_HEAD: 'Head of a village (kepala desa).',
    URBAN_WARD_HEAD: 'Head of an urban ward (lurah).',
    COUNCILLOR: 'Member of a council (anggota DPRD).',
    CIVIL_SERVANT: 'Civil servant (aparatur sipil negara).',
  },
);

export const NikWarningType = enumOf(
  'NikWarning',
  'Where an identity number and what was declared differ. Numbers are not changed when a register corrects either, so this is no error.',
  {
    NIK_BIRTHDATE_MISMATCH: 'It tells another day of birth.',
    NIK_SEX_MISMATCH: 'It tells the other sex.',
  },
);

export const OfficerCommandType = enumOf('OfficerCommand', 'What can be done with an officer.', {
  AMEND: '`amendOfficer`',
  LINK_ACCOUNT: '`amendOfficer` with `accountSubject`',
  REVEAL: '`revealOfficerField`',
});
