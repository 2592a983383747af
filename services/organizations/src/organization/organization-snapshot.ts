import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { SnapshotKind } from '@jejaring/register/snapshots/snapshots.service';
import { organizationSnapshotted } from '@jejaring/schema/events/organizations-snapshots.events';

interface Row {
  id: string;
  region: string;
  kind: string;
  level: string;
  status: string;
}

/** A refused registration is nobody's to follow: it is said to be gone. */
export const organizationSnapshots: SnapshotKind = {
  prefix: 'org',
  contract: organizationSnapshotted,
  async read(work: Work, ids) {
    const rows = await work.sql<Row>(
      `select id, region_code as region, kind, level, status from organization
       where id = any ($1::uuid[]) and status not in ('DRAFT', 'REJECTED')`,
      [ids],
    );
    return rows.map(({ id, region, kind, level, status }) => ({
      region,
      data: { organizationId: encodeId('org', id), regionCode: region, kind, level, status },
    }));
  },
};
