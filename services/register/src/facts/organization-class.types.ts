import { enumOf } from '@jejaring/chassis/graph/enums';

export const OrganizationClassType = enumOf(
  'OrganizationClass',
  'Class of a Karang Taruna, the lowest first (klasifikasi; Permensos 25/2019, article 23).',
  {
    TUMBUH: 'Growing: a board exists, activities are incidental.',
    BERKEMBANG: 'Developing: board complete, programme written and regular.',
    MAJU: 'Advanced: complete, with continuous programmes.',
    PERCONTOHAN: 'Model: self-reliant, an example to others.',
  },
);
