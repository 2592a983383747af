import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { SnapshotKind } from '@jejaring/register/snapshots/snapshots.service';
import { trainingEventSnapshotted } from '@jejaring/schema/events/training-snapshots.events';

interface Row {
  id: string;
  region: string;
  topic: string;
  status: string;
  startsOn: string;
  endsOn: string;
}

export const trainingEventSnapshots: SnapshotKind = {
  prefix: 'trn',
  contract: trainingEventSnapshotted,
  async read(work: Work, ids) {
    const rows = await work.sql<Row>(
      `select id, region_code as region, topic, status, starts_on as "startsOn", ends_on as "endsOn"
       from training_event where id = any ($1::uuid[]) and status <> 'DRAFT'`,
      [ids],
    );
    return rows.map(({ id, region, ...state }) => ({
      region,
      data: { trainingEventId: encodeId('trn', id), regionCode: region, ...state },
    }));
  },
};
