import { writeSnapshots } from '@jejaring/register/snapshots/snapshots.service';
import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { forgetBudgets } from '@jejaring/trust/keys/forget-budgets';
import { vaultKind } from '@jejaring/trust/keys/vault';
import { followTerms } from './board/board-end.service.js';
import { privacyChores } from '@jejaring/trust/privacy/privacy-slice';
import { withRedrive } from '@jejaring/upkeep/redrive-on-request.consumer';
import { organizationSnapshots } from './organization/organization-snapshot.js';
import { database } from './database.js';
import { graph } from './graph.js';
import { nikOfOfficer, subjectOf } from './officer/officer-secrets.js';
import { addHonour } from './honour/honour.consumer.js';
import { privacy } from './privacy/persons.js';

const snapshots = [organizationSnapshots];

/** Everything of this service but its configuration. */
export const organizations = {
  name: 'organizations',
  database,
  graph,
  consumers: withRedrive('organizations', [addHonour]),
  channels: ['audit'],
  vaultKind,
  fingerprinted: { table: 'officer', column: 'nik_cipher', kind: nikOfOfficer, subjectOf },
  snapshots,
  chores: [
    forgetAbandoned,
    writeSnapshots(snapshots),
    forgetBudgets,
    ...privacyChores(privacy),
    { name: 'follow-terms', everyMs: 60_000, act: followTerms },
  ],
};
