import { linkKinds } from '../vocabulary.js';
import { contract, data, id, oneOf } from './contract.js';

const ofLink = data({
  linkId: id('lnk', 'The link.'),
  fromOrganizationId: id('org', 'Who drew it.'),
  toOrganizationId: id('org', 'The partner.'),
  kind: oneOf(linkKinds, 'What they do together.'),
});

const sample = {
  linkId: 'lnk_01jd2ah9p4e8x9y6c1v2b3n4m5',
  fromOrganizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  toOrganizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m6',
  kind: 'REFERRAL' as const,
};

/** Said once, when an organization adds a partner to its network. */
export const linkDrawn = contract({
  type: 'welfare-cases.referral-link.drawn.v1',
  description: 'An organization added a partner to its network. Names no case.',
  descriptionId: 'Suatu organisasi menambahkan mitra ke jejaring kerjanya. Tidak menyebut kasus.',
  key: 'linkId',
  data: ofLink,
  sample,
});

/** Said once, when two organizations no longer work together in this. */
export const linkEnded = contract({
  type: 'welfare-cases.referral-link.ended.v1',
  description: 'A link between two organizations ended.',
  descriptionId: 'Hubungan jejaring kerja antara dua organisasi berakhir.',
  key: 'linkId',
  data: ofLink,
  sample,
});
