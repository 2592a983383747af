import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { organizationConsumers } from '@jejaring/register/copies/organization-copy';
import { seatConsumers } from '@jejaring/register/copies/seat-copy';
import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { database } from './database.js';
import { eligibilityConsumers } from './eligibility/eligibility.consumer.js';
import { graph } from './graph.js';
import { forgetOfficer } from './nomination/forget-officer.consumer.js';

/** Everything of this service but its configuration. */
export const awards = {
  name: 'awards',
  database,
  graph,
  // In this order: who is reconsidered is judged by the copy as the same event left it.
  consumers: withRedrive('awards', [
    ...organizationConsumers('awards'),
    ...seatConsumers('awards'),
    ...standingConsumers('awards'),
    ...eligibilityConsumers,
    forgetOfficer,
  ]),
  channels: ['audit'],
  chores: [forgetAbandoned],
};
