import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { organizationConsumers } from '@jejaring/register/copies/organization-copy';
import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { database } from './database.js';
import { graph } from './graph.js';
import { expireReferrals } from './referral/referral.service.js';

/** Everything of this service but its configuration. */
export const welfareCases = {
  name: 'welfare-cases',
  database,
  graph,
  consumers: [...organizationConsumers('welfare-cases'), ...standingConsumers('welfare-cases')],
  chores: [forgetAbandoned, { name: 'expire-referrals', everyMs: 30_000, act: expireReferrals }],
};
