import { Type } from '@sinclair/typebox';
import { companyKinds, partnershipEnds, partnershipKinds } from '../vocabulary.js';
import { contract, data, date, id, oneOf, regionCode } from './contract.js';

const speaksOf = {
  partnershipId: id('prt', 'The partnership.'),
  regionCode: regionCode('The region where it works.'),
  kind: oneOf(partnershipKinds, 'What kind of partnership it is.'),
  organizationId: Type.Optional(id('org', 'The organization that is a party, if one is.')),
};
const sample = {
  partnershipId: 'prt_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '36.04.22.2001',
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
} as const;

/** Said once, when the parties signed. It says when the term ends: nothing more is said then. */
export const partnershipSigned = contract({
  type: 'organizations.partnership.signed.v1',
  description:
    'The parties signed a partnership. When its term ends is said here; only an earlier end is said again.',
  descriptionId:
    'Para pihak menandatangani kemitraan. Akhir jangka waktunya disebutkan di sini; hanya pengakhiran lebih awal yang disampaikan lagi.',
  key: 'partnershipId',
  data: data({
    ...speaksOf,
    companyKind: Type.Optional(oneOf(companyKinds, 'Who owns the company, if one is a party.')),
    signedOn: date('Day of the signature.'),
    startsOn: date('First day of the term.'),
    endsOn: date('The day on which it no longer holds.'),
  }),
  sample: {
    ...sample,
    kind: 'CSR_TJSL',
    companyKind: 'PRIVATE',
    signedOn: '2025-01-15',
    startsOn: '2025-02-01',
    endsOn: '2027-02-01',
  },
});

/** Said once, when a partnership ends before its term. */
export const partnershipEnded = contract({
  type: 'organizations.partnership.ended.v1',
  description: 'A partnership ended before its term.',
  descriptionId: 'Suatu kemitraan berakhir sebelum jangka waktunya.',
  key: 'partnershipId',
  data: data({
    ...speaksOf,
    ground: oneOf(partnershipEnds, 'Why.'),
    endedOn: date('First day without it.'),
  }),
  sample: { ...sample, kind: 'CSR_TJSL', ground: 'BY_AGREEMENT', endedOn: '2026-06-01' },
});

/** Said once, when village funds of a year were granted to an organization. */
export const villageFundAllocated = contract({
  type: 'organizations.village-fund.allocated.v1',
  description: 'A village granted village funds (Dana Desa) of a fiscal year to an organization.',
  descriptionId: 'Suatu desa mengalokasikan Dana Desa suatu tahun anggaran kepada organisasi.',
  key: 'partnershipId',
  data: data({
    ...speaksOf,
    fiscalYear: Type.Integer({ minimum: 2015, description: 'Fiscal year (tahun anggaran).' }),
    amount: Type.String({ pattern: '^[0-9]+$', description: 'Whole rupiah.' }),
    grantedOn: date('Day of the village regulation or signature.'),
  }),
  sample: {
    ...sample,
    kind: 'DANA_DESA',
    fiscalYear: 2025,
    amount: '25000000',
    grantedOn: '2025-01-20',
  },
});
