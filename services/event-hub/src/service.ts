import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { database } from './database.js';
import { Bell } from './feed/bell.js';
import { forgetOldEvents } from './feed/retention.service.js';
import { graph } from './graph.js';
import { keepConsumers } from './intake/keep-event.consumer.js';
import { keepTogether } from './intake/keep-together.js';

/** Rung when events were kept. */
export const bell = new Bell();
const reactions = standingConsumers('event-hub');
const consumers = withRedrive('event-hub', [...reactions, ...keepConsumers]);
/** What more than the feed waits for. */
const reactedTo = new Set(
  consumers.filter((each) => !keepConsumers.includes(each)).map(({ contract }) => contract.type),
);

/** Everything of this service but its configuration. */
export const eventHub = {
  name: 'event-hub',
  database,
  graph,
  consumers,
  around: keepTogether(bell, reactedTo),
  channels: ['audit'],
  chores: [forgetOldEvents],
};
