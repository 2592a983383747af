import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { database } from './database.js';
import { disableHopeless, forgetDeliveries } from './delivery/housekeeping.service.js';
import { forgetOldEvents } from './feed/retention.service.js';
import { graph } from './graph.js';
import { keepConsumers } from './intake/keep-event.consumer.js';

const reactions = standingConsumers('event-hub');
const consumers = withRedrive('event-hub', [...reactions, ...keepConsumers]);

/** Everything of this service but its configuration. */
export const eventHub = {
  name: 'event-hub',
  database,
  graph,
  consumers,
  channels: ['audit'],
  chores: [forgetOldEvents, disableHopeless, forgetDeliveries],
};
