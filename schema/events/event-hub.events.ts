import { Type } from '@sinclair/typebox';
import { contract, data, id, oneOf } from './contract.js';

/**
 * Said when somebody of the ministry wants what is parked in a service to be tried again; that service
 * does it when it hears this.
 */
export const redriveRequested = contract({
  type: 'event-hub.redrive.requested.v1',
  description: 'Events that wait for an operator in a service shall be tried again.',
  descriptionId:
    'Peristiwa yang menunggu tindakan operator pada suatu layanan diminta untuk diproses ulang.',
  key: 'requestId',
  data: data({
    requestId: id('rdr', 'The request.'),
    service: oneOf(
      ['organizations', 'welfare-cases', 'training', 'awards', 'event-hub'],
      'The service in which they wait.',
    ),
    topic: Type.String({ pattern: '^jejaring(\\.[a-z-]+){1,2}$', description: 'Their topic.' }),
    key: Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$', description: 'Their key.' }),
  }),
  sample: {
    requestId: 'rdr_01jd2ah9p4e8x9y6c1v2b3n4m5',
    service: 'awards',
    topic: 'jejaring.organizations',
    key: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  },
});
