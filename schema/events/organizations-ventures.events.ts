import { ventureKinds, ventureSectors } from '../vocabulary.js';
import { contract, count, data, date, id, oneOf, regionCode } from './contract.js';

const speaksOf = {
  organizationId: id('org', 'The organization that runs or accompanies it.'),
  regionCode: regionCode('The region where the organization is seated.'),
  ventureId: id('vnt', 'The venture.'),
  kind: oneOf(ventureKinds, 'What it is.'),
  sector: oneOf(ventureSectors, 'What it works in.'),
};
const sample = {
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '33.16.05.2001',
  ventureId: 'vnt_01jd2ah9p4e8x9y6c1v2b3n4m5',
  kind: 'UEP_KT',
  sector: 'CRAFT',
} as const;

/** Said when a venture begins to work, and when it works again. */
export const ventureActivated = contract({
  type: 'organizations.venture.activated.v1',
  description: 'A venture of an organization works, or works again.',
  descriptionId: 'Suatu usaha milik organisasi mulai berjalan, atau berjalan kembali.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});

/** Said for each month that a venture reports. */
export const ventureReported = contract({
  type: 'organizations.venture.reported.v1',
  description: 'A venture told what it made in a month; the sums stay in the register.',
  descriptionId:
    'Suatu usaha melaporkan hasilnya untuk satu bulan; nilai rupiahnya hanya ada dalam register.',
  key: 'organizationId',
  data: data({
    ...speaksOf,
    month: date('First day of the month.'),
    workers: count('How many worked in it.'),
  }),
  sample: { ...sample, month: '2024-10-01', workers: 4 },
});

/** Said once, when a venture ends. */
export const ventureClosed = contract({
  type: 'organizations.venture.closed.v1',
  description: 'A venture of an organization ended.',
  descriptionId: 'Suatu usaha milik organisasi berakhir.',
  key: 'organizationId',
  data: data(speaksOf),
  sample,
});
