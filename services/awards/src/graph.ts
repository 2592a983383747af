import { loadBy } from '@jejaring/chassis/graph/batch';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { evidenceResolvers } from '@jejaring/evidence/evidence-slice';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { trafficGraph } from '@jejaring/upkeep/traffic-slice';
import { auditShown } from './audit.js';
import { Award } from './award/award.entity.js';
import { AwardResolver, WinnersResolver } from './award/award.resolver.js';
import { toAwardType } from './award/award.types.js';
import { PresentationCommandsResolver } from './award/presentation-commands.resolver.js';
import { CompetitionCommandsResolver } from './competition/competition-commands.resolver.js';
import { Competition } from './competition/competition.entity.js';
import { CompetitionResolver } from './competition/competition.resolver.js';
import { toCompetitionType } from './competition/competition.types.js';
import { ConclusionCommandsResolver } from './competition/conclusion-commands.resolver.js';
import { Edition } from './edition/edition.entity.js';
import { EditionOfCompetitionResolver, EditionResolver } from './edition/edition.resolver.js';
import { toEditionType } from './edition/edition.types.js';
import { JuryCommandsResolver } from './jury/jury-commands.resolver.js';
import { Juror } from './jury/juror.entity.js';
import { JurorResolver, JuryResolver } from './jury/jury.resolver.js';
import { toJurorType } from './jury/jury.types.js';
import { NominationCommandsResolver } from './nomination/nomination-commands.resolver.js';
import { Nomination } from './nomination/nomination.entity.js';
import { NominationResolver, NomineesResolver } from './nomination/nomination.resolver.js';
import { toNominationType } from './nomination/nomination.types.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { organizationOf } from './organization/organization.types.js';
import { RankingResolver, RankingsResolver } from './ranking/ranking.resolver.js';
import { RegionResolver } from './region/region.resolver.js';
import { regionRef } from './region/region.types.js';
import { provenRecords } from './evidence/proven-records.js';
import { ScoreSheet } from './scoring/score-sheet.entity.js';
import { ScoreSheetsResolver, ScoringCommandsResolver } from './scoring/scoring.resolver.js';
import { toScoreSheetType } from './scoring/scoring.types.js';

const trafficShown = trafficGraph('awards');

export const graph: SubgraphDefinition = {
  resolvers: [
    RegionResolver,
    OrganizationResolver,
    CompetitionResolver,
    CompetitionCommandsResolver,
    NomineesResolver,
    NominationResolver,
    NominationCommandsResolver,
    WinnersResolver,
    AwardResolver,
    ...auditShown.resolvers,
    ...trafficShown.resolvers,
    ...evidenceResolvers('Award', provenRecords),
    PresentationCommandsResolver,
    ConclusionCommandsResolver,
    EditionResolver,
    EditionOfCompetitionResolver,
    JurorResolver,
    JuryResolver,
    JuryCommandsResolver,
    ScoreSheetsResolver,
    ScoringCommandsResolver,
    RankingResolver,
    RankingsResolver,
  ],
  types: [...auditShown.types, ...trafficShown.types],
  references: {
    ...auditShown.references,
    ...trafficShown.references,
    Region: ({ code }) => regionRef(String(code)),
    Organization({ id }) {
      const uuid = decodeId('org', String(id));
      return uuid ? organizationOf(uuid) : null;
    },
    async Competition({ id }, context) {
      const uuid = decodeId('cmp', String(id));
      const row = uuid && (await loadBy(context, Competition, 'id', uuid));
      return row ? toCompetitionType(row) : null;
    },
    async Nomination({ id }, context) {
      const uuid = decodeId('nom', String(id));
      const row = uuid && (await loadBy(context, Nomination, 'id', uuid));
      return row ? toNominationType(row) : null;
    },
    async Award({ id }, context) {
      const uuid = decodeId('awd', String(id));
      const row = uuid && (await loadBy(context, Award, 'id', uuid));
      return row ? toAwardType(row) : null;
    },
    async AwardEdition({ id }, context) {
      const uuid = decodeId('edn', String(id));
      const row = uuid && (await loadBy(context, Edition, 'id', uuid));
      return row ? toEditionType(row) : null;
    },
    async Juror({ id }, context) {
      const uuid = decodeId('jur', String(id));
      const row = uuid && (await loadBy(context, Juror, 'id', uuid));
      return row ? toJurorType(row) : null;
    },
    async ScoreSheet({ id }, context) {
      const uuid = decodeId('sht', String(id));
      const row = uuid && (await loadBy(context, ScoreSheet, 'id', uuid));
      return row ? toScoreSheetType(row) : null;
    },
  },
};
