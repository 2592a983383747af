import { Type } from '@sinclair/typebox';
import { contract, data, id, oneOf, regionCode } from './contract.js';

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

/** How events of one key follow one another on their way to an endpoint. */
export const deliveryModes = ['ORDERED', 'BEST_EFFORT'] as const;

/** Why a subscription was stopped by the event-hub and by no person. */
export const disablingGrounds = ['ENDPOINT_FAILING', 'ENDPOINT_GONE', 'STANDING_ENDED'] as const;

const speaksOf = {
  subscriptionId: id('sub', 'The subscription.'),
  regionCode: Type.Optional(
    regionCode('The region whose events it asks for; absent for the nation.'),
  ),
};
const sample = { subscriptionId: 'sub_01jd2ah9p4e8x9y6c1v2b3n4m5', regionCode: '32.79' } as const;

/** Said once, when somebody subscribes with a program. Names no endpoint. */
export const subscriptionCreated = contract({
  type: 'event-hub.subscription.created.v1',
  description: 'Somebody subscribed to events with an endpoint of theirs, which is to agree first.',
  descriptionId:
    'Sebuah langganan peristiwa dibuat dengan titik penerima yang masih harus menyetujuinya.',
  key: 'subscriptionId',
  data: data({ ...speaksOf, mode: oneOf(deliveryModes, 'How events of one key follow another.') }),
  sample: { ...sample, mode: 'ORDERED' },
});

/** Said each time that an endpoint agreed to be sent events. */
export const subscriptionVerified = contract({
  type: 'event-hub.subscription.verified.v1',
  description: 'An endpoint agreed to be sent events; from now on it is.',
  descriptionId:
    'Titik penerima menyetujui pengiriman peristiwa; sejak saat itu peristiwa dikirimkan.',
  key: 'subscriptionId',
  data: data({
    ...speaksOf,
    perMinute: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Most deliveries a minute, where it asks for that.',
      }),
    ),
  }),
  sample: { ...sample, perMinute: 120 },
});

/** Said when the hub stopped a subscription: its office is to look at its endpoint. */
export const subscriptionDisabled = contract({
  type: 'event-hub.subscription.disabled.v1',
  description:
    'The event-hub stopped a subscription: its endpoint failed for five days or is gone, or who made it may no longer be told.',
  descriptionId:
    'Langganan dihentikan oleh event-hub: titik penerimanya gagal selama lima hari atau tidak ada lagi, atau pembuatnya tidak lagi berhak.',
  key: 'subscriptionId',
  data: data({ ...speaksOf, ground: oneOf(disablingGrounds, 'Why.') }),
  sample: { ...sample, ground: 'ENDPOINT_FAILING' },
});

/** Said once, when a subscription is over for good. */
export const subscriptionEnded = contract({
  type: 'event-hub.subscription.ended.v1',
  description: 'A subscription is over for good.',
  descriptionId: 'Sebuah langganan berakhir untuk seterusnya.',
  key: 'subscriptionId',
  data: data(speaksOf),
  sample,
});

/** What an endpoint gets when its office tries it out; it travels on no topic and in no feed. */
export const subscriptionTested = contract({
  type: 'event-hub.subscription.tested.v1',
  description: 'Sent to one endpoint alone, when its office tries it out. Nothing happened.',
  descriptionId:
    'Dikirim hanya kepada satu titik penerima saat dicoba oleh kantornya. Tidak ada yang terjadi.',
  key: 'subscriptionId',
  data: data(speaksOf),
  sample,
});
