import type { ProvenType } from '@jejaring/evidence/evidence-slice';
import { Competition } from '../competition/competition.entity.js';
import { competitionPolicy } from '../competition/competition.rules.js';
import { CompetitionType } from '../competition/competition.types.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { nominationPolicy } from '../nomination/nomination.rules.js';
import { NominationType } from '../nomination/nomination.types.js';
import { Award } from '../award/award.entity.js';
import { awardPolicy } from '../award/award.rules.js';
import { AwardType } from '../award/award.types.js';

/** Records of this service that files may prove. A table that joins them joins the table `evidence` by a migration. */
export const provenRecords: ProvenType[] = [
  {
    prefix: 'cmp',
    table: 'competition',
    entity: Competition,
    type: CompetitionType,
    clauses: competitionPolicy.commands.PUBLISH,
  },
  {
    prefix: 'nom',
    table: 'nomination',
    entity: Nomination,
    type: NominationType,
    clauses: nominationPolicy.commands.NOMINATE,
  },
  {
    prefix: 'awd',
    table: 'award',
    entity: Award,
    type: AwardType,
    clauses: awardPolicy.commands.REVOKE,
  },
];
