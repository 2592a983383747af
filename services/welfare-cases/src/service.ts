import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { organizationConsumers } from '@jejaring/register/copies/organization-copy';
import { standingConsumers } from '@jejaring/register/copies/standing-copy';
import { forgetBudgets } from '@jejaring/trust/keys/forget-budgets';
import { vaultKind } from '@jejaring/trust/keys/vault';
import { nikOfBeneficiary, subjectOf } from './beneficiary/beneficiary.service.js';
import { sayOverdueReviews } from './break-glass/break-glass.service.js';
import { sayOverdue } from './case/case-aftercare.service.js';
import { privacyChores } from '@jejaring/trust/privacy/privacy-slice';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { database } from './database.js';
import { graph } from './graph.js';
import { expireReferrals } from './referral/referral.service.js';
import { publishStatistics } from './statistics/statistics.service.js';
import { privacy } from './privacy/persons.js';

/** Everything of this service but its configuration. */
export const welfareCases = {
  name: 'welfare-cases',
  database,
  graph,
  consumers: withRedrive('welfare-cases', [
    ...organizationConsumers('welfare-cases'),
    ...standingConsumers('welfare-cases'),
  ]),
  channels: ['statistics', 'audit'],
  vaultKind,
  fingerprinted: { table: 'beneficiary', column: 'nik_cipher', kind: nikOfBeneficiary, subjectOf },
  chores: [
    forgetAbandoned,
    forgetBudgets,
    ...privacyChores(privacy),
    { name: 'expire-referrals', everyMs: 30_000, act: expireReferrals },
    { name: 'say-overdue', everyMs: 60_000, act: sayOverdue },
    { name: 'say-overdue-reviews', everyMs: 60_000, act: sayOverdueReviews },
    { name: 'publish-statistics', everyMs: 10 * 60_000, act: publishStatistics },
  ],
};
