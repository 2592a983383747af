import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { database } from './database.js';
import { disableHopeless, forgetDeliveries } from './delivery/housekeeping.service.js';
import { Bell } from './feed/bell.js';
import { forgetOldEvents } from './feed/retention.service.js';
import { graph } from './graph.js';
import { keepConsumers } from './intake/keep-event.consumer.js';
import { keepTogether } from './intake/keep-together.js';

/** Rings in this process when events were kept. */
export const bell = new Bell();
const standing = standingConsumers('event-hub');
const reactedTo = new Set(standing.map(({ contract }) => contract.type));

/** Everything of this service but its configuration. */
export const eventHub = {
  name: 'event-hub',
  database,
  graph,
  consumers: [...standing, ...keepConsumers],
  around: keepTogether(bell, reactedTo),
  channels: ['audit'],
  chores: [forgetOldEvents, disableHopeless, forgetDeliveries],
};
