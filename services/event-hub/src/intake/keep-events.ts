import type { EventMeta } from '@jejaring/chassis/events/cloud-event';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { toJsonEvent } from './json-event.js';

export interface EventToKeep {
  meta: EventMeta;
  /** Its data as JSON. */
  data: string;
}

const insertSql = `
  with head as (
    update feed_head set next_position = next_position + cardinality($2::uuid[])
    returning next_position - cardinality($2::uuid[]) - 1 as before
  )
  insert into feed_event (position, topic, event_id, type, key, epoch, sequence, region_code, occurred_at, recorded_at, event)
  select before + place, $1, event_id, type, key, epoch, sequence, region_code, occurred_at, recorded_at, event
  from head, unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[])
    with ordinality as given (event_id, type, key, epoch, sequence, region_code, occurred_at, recorded_at, event, place)
  on conflict do nothing`;

/** Puts events of one topic behind everything that the feed holds, in their order. */
export async function keepEvents(
  work: Work,
  topic: string,
  events: readonly EventToKeep[],
): Promise<void> {
  const column = <Value>(of: (event: EventToKeep) => Value) => events.map(of);
  await work.sql(insertSql, [
    topic,
    column(({ meta }) => meta.id),
    column(({ meta }) => meta.type),
    column(({ meta }) => meta.key),
    column(({ meta }) => meta.epoch),
    column(({ meta }) => meta.sequence),
    column(({ meta }) => meta.region ?? ''),
    column(({ meta }) => meta.time),
    column(({ meta }) => meta.recordedTime),
    column(({ meta, data }) => toJsonEvent(meta, data)),
  ]);
}
