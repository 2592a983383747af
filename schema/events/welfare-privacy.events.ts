import { contract, data, id } from './contract.js';
import { incidentEvents, requestEvents } from './privacy-contracts.js';

export const requests = requestEvents('welfare-cases');
export const {
  privacyRequestReceived,
  privacyRequestFulfilled,
  privacyRequestRefused,
  privacyRequestOverdue,
} = requests;

export const incidents = incidentEvents('welfare-cases');
export const {
  dataIncidentReported,
  dataIncidentAssessed,
  dataIncidentNotified,
  dataIncidentOverdue,
} = incidents;

/** Said once, when a person in need was erased: whoever keeps a reference drops it. */
export const beneficiaryErased = contract({
  type: 'welfare-cases.beneficiary.erased.v1',
  description: 'The person behind their cases was erased (UU 27/2022, articles 43 and 44).',
  descriptionId:
    'Data pribadi di balik kasus-kasus seseorang dihapus (UU 27/2022, Pasal 43 dan 44).',
  key: 'beneficiaryId',
  data: data({ beneficiaryId: id('ben', 'The person, of whom only this id is left.') }),
  sample: { beneficiaryId: 'ben_01jd2ah9p4e8x9y6c1v2b3n4m5' },
});
