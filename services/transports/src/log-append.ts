import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './log-schema.js';
import { partitionOf } from './partition-of.js';
import type { EventRecord } from './transport.js';

/** Everyone who reads the log listens here; the payload says what there is to look at. */
export const logChannel = 'jejaring_log';

interface PlacedRecord {
  record: EventRecord;
  partition: number;
}

// Ascending order, so that two writers of the same partitions never wait for one another crosswise.
const lockPartitions = `
  select from log_partition
  where (topic, part) in (select * from unnest($1::text[], $2::integer[]))
  order by topic, part for update`;

// A statement of its own after the lock: it must see what the former holder of the lock wrote.
const appendRecords = `
  with given as (
    select distinct on (topic, part, event_id) *
    from unnest($1::text[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
      with ordinality as given (topic, part, event_id, key, headers, value, ts, position)
    order by topic, part, event_id, position
  ), fresh as (
    select given.*, row_number() over (partition by topic, part order by position) - 1 as place
    from given where not exists (
      select from log_record known
      where known.topic = given.topic and known.part = given.part and known.event_id = given.event_id)
  ), counted as (
    select topic, part, count(*) as number from fresh group by topic, part
  ), moved as (
    update log_partition set next_offset = next_offset + counted.number from counted
    where log_partition.topic = counted.topic and log_partition.part = counted.part
    returning log_partition.topic, log_partition.part, next_offset - counted.number as first
  )
  insert into log_record (topic, part, off, event_id, key, headers, value, ts)
  select fresh.topic, fresh.part, first + place, event_id, key, headers::json, value, ts
  from fresh join moved on moved.topic = fresh.topic and moved.part = fresh.part`;

/** Gives records their offsets. An event id that its partition already holds is left out. */
export class LogAppender {
  private last: Promise<void> = Promise.resolve();
  private readonly partitionCounts = new Map<string, number>();

  constructor(private readonly pool: Pool) {}

  append(records: readonly EventRecord[]): Promise<void> {
    if (records.length === 0) return Promise.resolve();
    // One at a time, so that two calls with one key cannot overtake each other.
    const appended = this.last.then(() => this.write(records));
    this.last = appended.catch(() => undefined);
    return appended;
  }

  private async write(records: readonly EventRecord[]): Promise<void> {
    await this.learnPartitions(records);
    const placed = records.map((record) => ({
      record,
      partition: partitionOf(record.key, this.partitionCounts.get(record.topic) ?? 1),
    }));
    await inTransaction(this.pool, async (client) => {
      await lock(client, placed);
      // Not a named statement: its plan would be kept from the days when the table was empty.
      await client.query(appendRecords, toColumns(placed));
      // Sent once for the whole batch: notifying takes a lock that all notifying commits share.
      await client.query(`select pg_notify('${logChannel}', 'records')`);
    });
  }

  private async learnPartitions(records: readonly EventRecord[]): Promise<void> {
    const topics = new Set(records.map(({ topic }) => topic));
    const unknown = [...topics].filter((topic) => !this.partitionCounts.has(topic));
    if (unknown.length === 0) return;
    const { rows } = await this.pool.query<{ topic: string; partitions: number }>(
      `select topic, count(*)::integer as partitions from log_partition
       where topic = any($1) group by topic`,
      [unknown],
    );
    for (const { topic, partitions } of rows) this.partitionCounts.set(topic, partitions);
    const missing = unknown.filter((topic) => !this.partitionCounts.has(topic));
    if (missing.length > 0)
      throw new Error(`No such topic in the event log: ${missing.join(', ')}`);
  }
}

async function lock(client: PoolClient, placed: readonly PlacedRecord[]): Promise<void> {
  const partitions = new Map(
    placed.map((item) => [`${item.record.topic}/${item.partition}`, item]),
  );
  const wanted = [...partitions.values()];
  await client.query(lockPartitions, [
    wanted.map(({ record }) => record.topic),
    wanted.map(({ partition }) => partition),
  ]);
}

function toColumns(placed: readonly PlacedRecord[]): unknown[] {
  return [
    placed.map(({ record }) => record.topic),
    placed.map(({ partition }) => partition),
    placed.map(({ record }) => record.headers['id'] ?? randomUUID()),
    placed.map(({ record }) => record.key),
    placed.map(({ record }) => JSON.stringify(record.headers)),
    placed.map(({ record }) => record.value),
    placed.map(({ record }) => record.timestamp),
  ];
}
