import { writeSnapshots } from '@jejaring/register/snapshots/snapshots.service';
import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { organizationConsumers } from '@jejaring/register/copies/organization-copy';
import { seatConsumers } from '@jejaring/register/copies/seat-copy';
import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { awardSnapshots } from './award/award-snapshot.js';
import { competitionSnapshots } from './competition/competition-snapshot.js';
import { database } from './database.js';
import { eligibilityConsumers } from './eligibility/eligibility.consumer.js';
import { graph } from './graph.js';
import { forgetOfficer } from './nomination/forget-officer.consumer.js';

const snapshots = [competitionSnapshots, awardSnapshots];

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
  snapshots,
  chores: [forgetAbandoned, writeSnapshots(snapshots)],
};
