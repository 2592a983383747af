import { writeSnapshots } from '@jejaring/register/snapshots/snapshots.service';
import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { organizationConsumers } from '@jejaring/register/copies/organization-copy';
import { seatConsumers } from '@jejaring/register/copies/seat-copy';
import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { forgetBudgets } from '@jejaring/trust/keys/forget-budgets';
import { vaultKind } from '@jejaring/trust/keys/vault';
import { privacyChores } from '@jejaring/trust/privacy/privacy-slice';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { trainingEventSnapshots } from './training-event/training-event-snapshot.js';
import { database } from './database.js';
import { expireOffers } from './registration/waiting-list.service.js';
import { graph } from './graph.js';
import { forgetOfficer } from './privacy/forget-officer.consumer.js';
import { privacy } from './privacy/persons.js';

const snapshots = [trainingEventSnapshots];

/** Everything of this service but its configuration. */
export const training = {
  name: 'training',
  database,
  graph,
  consumers: withRedrive('training', [
    ...organizationConsumers('training'),
    ...seatConsumers('training'),
    ...standingConsumers('training'),
    forgetOfficer,
  ]),
  channels: ['audit'],
  vaultKind,
  snapshots,
  chores: [
    forgetAbandoned,
    writeSnapshots(snapshots),
    forgetBudgets,
    ...privacyChores(privacy),
    { name: 'expire-offers', everyMs: 30_000, act: expireOffers },
  ],
};
