/** The roles a token may carry. A role works inside a region range, some inside one organization. */
export const roles = [
  'PUBLIC',
  'KT_MEMBER',
  'KT_OFFICER',
  'PSKS_WORKER',
  'SOCIAL_WORKER',
  'PUSKESOS_OPERATOR',
  'SLRT_OPERATOR',
  'VILLAGE_HEAD',
  'DISTRICT_HEAD',
  'DISTRICT_SOCIAL_SECTION',
  'DINSOS_REGENCY_STAFF',
  'DINSOS_REGENCY_HEAD',
  'DINSOS_PROVINCE_STAFF',
  'DINSOS_PROVINCE_HEAD',
  'KEMENSOS_STAFF',
  'TRAINER',
  'JUROR',
  'PARTNER_COMPANY',
  'DATA_PROTECTION_OFFICER',
  'AUDITOR',
  'SYSTEM_SUBSCRIBER',
] as const;

export type Role = (typeof roles)[number];

/** Offices of social affairs (Dinas Sosial) of a regency or city. */
export const regencyOffice = ['DINSOS_REGENCY_STAFF', 'DINSOS_REGENCY_HEAD'] as const;

/** Offices of social affairs of a province. */
export const provinceOffice = ['DINSOS_PROVINCE_STAFF', 'DINSOS_PROVINCE_HEAD'] as const;

/** Every office that supervises welfare work in its region range: regency, province, ministry. */
export const socialOffices = [...regencyOffice, ...provinceOffice, 'KEMENSOS_STAFF'] as const;

/** Officials of any office: they see counts suppressed below 5, the public below 11. */
export const officials = [
  ...socialOffices,
  'SOCIAL_WORKER',
  'PUSKESOS_OPERATOR',
  'SLRT_OPERATOR',
  'VILLAGE_HEAD',
  'DISTRICT_HEAD',
  'DISTRICT_SOCIAL_SECTION',
] as const;
