import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { SnapshotKind } from '@jejaring/register/snapshots/snapshots.service';
import { awardSnapshotted } from '@jejaring/schema/events/awards-snapshots.events';

interface Row {
  id: string;
  competitionId: string;
  organizationId: string;
  region: string;
  year: number;
  rank: number;
  status: string;
  presentedOn: string | null;
}

export const awardSnapshots: SnapshotKind = {
  prefix: 'awd',
  contract: awardSnapshotted,
  async read(work: Work, ids) {
    const rows = await work.sql<Row>(
      `select a.id, a.competition_id as "competitionId", a.organization_id as "organizationId",
         c.region_code as region, a.year, a.rank, a.status, a.presented_on as "presentedOn"
       from award a join competition c on c.id = a.competition_id where a.id = any ($1::uuid[])`,
      [ids],
    );
    return rows.map(({ id, competitionId, organizationId, region, presentedOn, ...state }) => ({
      region: region || null,
      data: {
        awardId: encodeId('awd', id),
        competitionId: encodeId('cmp', competitionId),
        organizationId: encodeId('org', organizationId),
        regionCode: region,
        ...state,
        ...(presentedOn !== null && { presentedOn }),
      },
    }));
  },
};
