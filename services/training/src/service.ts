import { organizationConsumers } from '@jejaring/chassis/registry/organization-copy';
import { database } from './database.js';
import { graph } from './graph.js';

/** Everything of this service but its configuration. */
export const training = {
  name: 'training',
  database,
  graph,
  consumers: organizationConsumers('training'),
};
