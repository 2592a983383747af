import { contract, data, id } from './contract.js';
import { incidentEvents, requestEvents } from './privacy-contracts.js';

export const requests = requestEvents('training');
export const {
  privacyRequestReceived,
  privacyRequestFulfilled,
  privacyRequestRefused,
  privacyRequestOverdue,
} = requests;

export const incidents = incidentEvents('training');
export const {
  dataIncidentReported,
  dataIncidentAssessed,
  dataIncidentNotified,
  dataIncidentOverdue,
} = incidents;

/** Said once, when a participant was erased: whoever keeps initials or a name of theirs forgets it. */
export const participantErased = contract({
  type: 'training.participant.erased.v1',
  description: 'The person behind a registration was erased (UU 27/2022, articles 43 and 44).',
  descriptionId: 'Data pribadi di balik suatu pendaftaran dihapus (UU 27/2022, Pasal 43 dan 44).',
  key: 'registrationId',
  data: data({ registrationId: id('reg', 'The registration, of whose person nothing is left.') }),
  sample: { registrationId: 'reg_01jd2ah9p4e8x9y6c1v2b3n4m5' },
});
