import { randomUUID } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import { partitionOf } from './partition-of.js';
import type { EventRecord } from './transport.js';

/** Everyone who reads the log listens here; the payload says what there is to look at. */
export const logChannel = 'jejaring_log';

const uniqueViolation = '23505';

/** From here on two sessions write at once, each the half of the partitions: one inserts some 40 records in a ms. */
const worthTwo = 500;

interface PlacedRecord {
  record: EventRecord;
  partition: number;
}

// Ascending order, so that two writers of the same partitions never wait for one another crosswise.
const lockPartitions = `
  select from log_partition
  where (topic, part) in (select * from unnest($1::text[], $2::integer[]))
  order by topic, part for update`;

// What the records of a batch are travels as one JSON text: arrays of texts full of quotes would be escaped
// here and unescaped there, which took this process more time than all the rest.
const givenRecords = (parameter: string, more: string) => `
  json_to_recordset(${parameter}::json) as given
    (${more}, event_id text, key text, headers json, value text, ts bigint)`;

// Its plan may be kept: nothing in it hangs on how large the log is. A record that the log holds already
// breaks a constraint.
const appendFresh = `
  with moved as (
    update log_partition set next_offset = next_offset + number
    from unnest($1::text[], $2::integer[], $3::bigint[]) with ordinality as given (topic, part, number, at)
    where log_partition.topic = given.topic and log_partition.part = given.part
    returning at, next_offset - number as first
  ), firsts as (
    select array_agg(first order by at) as first from moved
  )
  insert into log_record (topic, part, off, event_id, key, headers, value, ts)
  select ($1::text[])[at], ($2::integer[])[at], first[at] + place, event_id, key, headers, value, ts
  from firsts, ${givenRecords('$4', 'at integer, place bigint')}`;

// A statement of its own after the lock: it must see what the former holder of the lock wrote.
const appendUnknown = `
  with given as (
    select distinct on (topic, part, event_id) *
    from ${givenRecords('$1', 'position integer, topic text collate "C", part integer')}
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
  select fresh.topic, fresh.part, first + place, event_id, key, headers, value, ts
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
    // Its caller is told; the next one begins all the same.
    this.last = appended.catch(() => undefined);
    return appended;
  }

  private async write(records: readonly EventRecord[]): Promise<void> {
    await this.learnPartitions(records);
    const placed = records.map((record) => ({
      record,
      partition: partitionOf(record.key, this.partitionCounts.get(record.topic) ?? 1),
    }));
    // Both have ended before anybody can send again what one of them refused.
    const written = await Promise.allSettled(sharesOf(placed).map((share) => this.insert(share)));
    for (const one of written) if (one.status === 'rejected') throw one.reason;
  }

  private async insert(placed: readonly PlacedRecord[]): Promise<void> {
    const arranged = arrange(placed);
    const lock = lockStatement(arranged);
    try {
      await this.send(lock, freshStatement(placed, arranged));
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
      await this.send(lock, unknownStatement(placed));
    }
  }

  private async send(lock: QueryConfig, append: QueryConfig): Promise<void> {
    const client = await this.pool.connect();
    try {
      // At one go. Behind a statement that failed the others fail, and the commit takes all back.
      await Promise.all([
        client.query('begin'),
        client.query(lock),
        client.query(append),
        // Once for all of them: notifying takes a lock that all notifying commits share.
        client.query(`select pg_notify('${logChannel}', 'records')`),
        client.query('commit'),
      ]);
      client.release();
    } catch (error) {
      // Closed: it may be the connection that failed.
      client.release(true);
      throw error;
    }
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

function sharesOf(placed: readonly PlacedRecord[]): (readonly PlacedRecord[])[] {
  if (placed.length < worthTwo) return [placed];
  const isEven = ({ partition }: PlacedRecord) => partition % 2 === 0;
  const shares = [placed.filter(isEven), placed.filter((one) => !isEven(one))];
  return shares.filter((share) => share.length > 0);
}

interface Arranged {
  partitions: { topic: string; part: number; number: number; at: number }[];
  /** Of each record its partition, counted from 1, and its place among those of the batch there. */
  places: { at: number; place: number }[];
}

function arrange(placed: readonly PlacedRecord[]): Arranged {
  const counted = new Map<string, Arranged['partitions'][number]>();
  const places = placed.map(({ record: { topic }, partition: part }) => {
    const name = `${topic}/${part}`;
    const known = counted.get(name) ?? { topic, part, number: 0, at: counted.size + 1 };
    counted.set(name, known);
    known.number += 1;
    return { at: known.at, place: known.number - 1 };
  });
  return { partitions: [...counted.values()], places };
}

const contentOf = ({ record: { headers, key, value, timestamp } }: PlacedRecord) => ({
  event_id: headers['id'] ?? randomUUID(),
  key,
  headers,
  value,
  ts: timestamp,
});

const lockStatement = ({ partitions }: Arranged): QueryConfig => ({
  name: 'lock',
  text: lockPartitions,
  values: [partitions.map(({ topic }) => topic), partitions.map(({ part }) => part)],
});

const freshStatement = (
  placed: readonly PlacedRecord[],
  { partitions, places }: Arranged,
): QueryConfig => ({
  name: 'append fresh',
  text: appendFresh,
  values: [
    partitions.map(({ topic }) => topic),
    partitions.map(({ part }) => part),
    partitions.map(({ number }) => number),
    JSON.stringify(placed.map((one, index) => ({ ...places[index], ...contentOf(one) }))),
  ],
});

/** Not named: its plan would be kept from the days when the log was empty. */
const unknownStatement = (placed: readonly PlacedRecord[]): QueryConfig => ({
  text: appendUnknown,
  values: [
    JSON.stringify(
      placed.map((one, position) => ({
        position,
        topic: one.record.topic,
        part: one.partition,
        ...contentOf(one),
      })),
    ),
  ],
});
