import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { SnapshotKind } from '@jejaring/register/snapshots/snapshots.service';
import { competitionSnapshotted } from '@jejaring/schema/events/awards-snapshots.events';

interface Row {
  id: string;
  region: string;
  year: number;
  tier: string;
  category: string;
  status: string;
}

export const competitionSnapshots: SnapshotKind = {
  prefix: 'cmp',
  contract: competitionSnapshotted,
  async read(work: Work, ids) {
    const rows = await work.sql<Row>(
      `select id, region_code as region, year, tier, category, status
       from competition where id = any ($1::uuid[]) and status <> 'DRAFT'`,
      [ids],
    );
    return rows.map(({ id, region, ...state }) => ({
      region: region || null,
      data: { competitionId: encodeId('cmp', id), regionCode: region, ...state },
    }));
  },
};
