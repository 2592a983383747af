import { trainingTopics } from '../vocabulary.js';
import { contract, data, date, id, oneOf } from './contract.js';

/** Said once, when a participant's certificate is issued. Names nobody. */
export const certificateIssued = contract({
  type: 'training.certificate.issued.v1',
  description: 'A participant of an organization was certified.',
  key: 'certificateId',
  data: data({
    certificateId: id('crt', 'The certificate.'),
    trainingEventId: id('trn', 'The training event.'),
    organizationId: id('org', 'The organization that the participant came from.'),
    topic: oneOf(trainingTopics, 'What was taught.'),
    issuedOn: date('Day of issue.'),
  }),
  sample: {
    certificateId: 'crt_01jd2ah9p4e8x9y6c1v2b3n4m5',
    trainingEventId: 'trn_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    topic: 'NETWORKING',
    issuedOn: '2014-06-27',
  },
});

/** Said once, when a certificate no longer counts. */
export const certificateRevoked = contract({
  type: 'training.certificate.revoked.v1',
  description: 'A certificate was revoked and counts no longer.',
  key: 'certificateId',
  data: data({
    certificateId: id('crt', 'The certificate.'),
    organizationId: id('org', 'The organization that the participant came from.'),
  }),
  sample: {
    certificateId: 'crt_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  },
});
