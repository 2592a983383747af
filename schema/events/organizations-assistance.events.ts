import { Type } from '@sinclair/typebox';
import { assetConditions, assistanceItemKinds, regionLevels } from '../vocabulary.js';
import { contract, data, date, id, oneOf, regionCode } from './contract.js';

const programmeId = id('apg', 'The assistance programme.');
const organizationId = id('org', 'The organization that receives.');
const itemKind = oneOf(assistanceItemKinds, 'What is handed over.');
const quantity = Type.Integer({ minimum: 1, description: 'How many pieces.' });
const year = (description: string) => Type.Integer({ minimum: 1960, description });
const fiscalYear = year('Fiscal year of the programme (tahun anggaran).');
const sample = { programmeId: 'apg_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.09.05' };
const received = { organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5', itemKind: 'LAPTOP' } as const;

/** Said once, when an office opens a programme of assistance. */
export const assistanceProgrammeOpened = contract({
  type: 'organizations.assistance-programme.opened.v1',
  description: 'An office opened a programme of assistance to organizations.',
  descriptionId: 'Suatu instansi membuka program bantuan bagi organisasi.',
  key: 'programmeId',
  data: data({
    programmeId,
    officeId: id('ofc', 'The office that gives.'),
    regionCode: regionCode('The region whose organizations it is meant for.'),
    targetLevel: oneOf(regionLevels, 'The level of the organizations it is meant for.'),
    itemKind,
    fiscalYear,
  }),
  sample: {
    ...sample,
    regionCode: '32.09',
    officeId: 'ofc_01jd2ah9p4e8x9y6c1v2b3n4m5',
    targetLevel: 'DISTRICT',
    itemKind: 'LAPTOP',
    fiscalYear: 2024,
  },
});

/** Said when an allocation is put off: an intention for another fiscal year, not a commitment. */
export const allocationDeferred = contract({
  type: 'organizations.allocation.deferred.v1',
  description: 'What an organization was to receive was put off to another fiscal year.',
  descriptionId: 'Bantuan yang dialokasikan bagi suatu organisasi ditunda ke tahun anggaran lain.',
  key: 'programmeId',
  data: data({
    programmeId,
    allocationId: id('alc', 'What was put aside for one organization.'),
    organizationId,
    regionCode: regionCode('The region where the organization is seated.'),
    itemKind,
    quantity,
    plannedFiscalYear: year('The fiscal year it is now planned for.'),
    deferredOn: date('Day of the decision.'),
  }),
  sample: {
    ...sample,
    ...received,
    allocationId: 'alc_01jd2ah9p4e8x9y6c1v2b3n4m5',
    quantity: 1,
    plannedFiscalYear: 2025,
    deferredOn: '2024-11-25',
  },
});

/** Said for each handover, when its minutes (Berita Acara Serah Terima) are recorded. */
export const assetHandedOver = contract({
  type: 'organizations.asset.handed-over.v1',
  description: 'An organization received what was put aside for it, under minutes of handover.',
  descriptionId:
    'Suatu organisasi menerima bantuan yang dialokasikan baginya, dengan berita acara serah terima.',
  key: 'organizationId',
  data: data({
    organizationId,
    handoverId: id('hnd', 'The handover.'),
    allocationId: id('alc', 'What was put aside for the organization.'),
    programmeId,
    regionCode: regionCode('The region where the organization is seated.'),
    recipientLevel: oneOf(regionLevels, 'The level of the organization.'),
    itemKind,
    quantity,
    fiscalYear,
    handedOverOn: date('Day of the handover.'),
    trainingEventId: Type.Optional(id('trn', 'The training during which it was handed over.')),
  }),
  sample: {
    ...sample,
    ...received,
    handoverId: 'hnd_01jd2ah9p4e8x9y6c1v2b3n4m5',
    allocationId: 'alc_01jd2ah9p4e8x9y6c1v2b3n4m5',
    recipientLevel: 'DISTRICT',
    quantity: 1,
    fiscalYear: 2024,
    handedOverOn: '2024-11-25',
  },
});

/** Said when somebody reports how a piece fares. */
export const assetConditionReported = contract({
  type: 'organizations.asset.condition-reported.v1',
  description: 'A piece that was handed over is in another condition than before.',
  descriptionId: 'Kondisi suatu barang bantuan berubah dari sebelumnya.',
  key: 'organizationId',
  data: data({
    organizationId,
    assetId: id('ast', 'The piece.'),
    regionCode: regionCode('The region where the organization is seated.'),
    itemKind,
    condition: oneOf(assetConditions, 'Its condition from that day on.'),
    since: date('The day from which it is so.'),
  }),
  sample: {
    ...received,
    regionCode: sample.regionCode,
    assetId: 'ast_01jd2ah9p4e8x9y6c1v2b3n4m5',
    condition: 'DAMAGED',
    since: '2025-03-01',
  },
});
