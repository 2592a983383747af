import { contract, data, id } from './contract.js';
import { incidentEvents, requestEvents } from './privacy-contracts.js';

export const requests = requestEvents('organizations');
export const {
  privacyRequestReceived,
  privacyRequestFulfilled,
  privacyRequestRefused,
  privacyRequestOverdue,
} = requests;

export const incidents = incidentEvents('organizations');
export const {
  dataIncidentReported,
  dataIncidentAssessed,
  dataIncidentNotified,
  dataIncidentOverdue,
} = incidents;

/** Said once, when an officer was erased: whoever keeps initials or a name of theirs forgets it. */
export const officerErased = contract({
  type: 'organizations.officer.erased.v1',
  description: 'The person behind an officer was erased (UU 27/2022, articles 43 and 44).',
  descriptionId: 'Data pribadi seorang pengurus dihapus (UU 27/2022, Pasal 43 dan 44).',
  key: 'officerId',
  data: data({ officerId: id('ofr', 'The officer, of whom only this id is left.') }),
  sample: { officerId: 'ofr_01jd2ah9p4e8x9y6c1v2b3n4m5' },
});
