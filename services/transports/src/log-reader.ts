import { Pool } from 'pg';
import type { Logger } from 'pino';
import { LogFollowing } from './log-following.js';
import type { EventReader, PartitionRange, Stretch } from './reader.js';
import type { ReceivedRecord } from './transport.js';

export interface LogReaderOptions {
  url: string;
  logger?: Logger;
}

const readRanges = `
  select topic, part as partition, next_offset::text as next,
    coalesce((select off from log_record where log_record.topic = log_partition.topic
      and log_record.part = log_partition.part order by off limit 1), next_offset)::text as first
  from log_partition where topic = any($1) order by topic, part`;

const readPartition = `
  select topic, part as partition, off as offset, key, headers, value, ts::float8 as timestamp
  from log_record where topic = $1 and part = $2 and off > $3 and off < $4 order by off limit $5`;

const chunkSize = 300;

/** Looks on at the log in PostgreSQL; may select from its tables and needs no other right. */
export function logReader({ url, logger }: LogReaderOptions): EventReader {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    application_name: 'log reader',
    connectionTimeoutMillis: 10_000,
  });
  const broken = (error: Error) =>
    logger?.warn({ err: error }, 'a connection to the event log broke');
  pool.on('error', broken);
  pool.on('connect', (client) => client.on('error', broken));
  const followings = new Set<LogFollowing>();
  const ranges = async (topics: readonly string[]) =>
    (await pool.query<PartitionRange>(readRanges, [topics])).rows;
  return {
    ranges,
    async follow({ topics, backlog }, follower) {
      const begins = await ranges(topics);
      const missing = topics.filter((topic) => !begins.some((range) => range.topic === topic));
      if (missing.length > 0)
        throw new Error(`No such topic in the event log: ${missing.join(', ')}`);
      const following = new LogFollowing({ url, begins, backlog, follower, logger });
      followings.add(following);
      following.start();
      return following;
    },
    async *readBetween(topic, stretches) {
      for (const [partition, stretch] of stretches)
        yield* readStretch(pool, { topic, partition, ...stretch });
    },
    async close() {
      await Promise.all([...followings].map((following) => following.stop()));
      await pool.end();
    },
  };
}

async function* readStretch(
  pool: Pool,
  { topic, partition, after, before }: Stretch & { topic: string; partition: number },
): AsyncIterable<readonly ReceivedRecord[]> {
  for (let last = after; ;) {
    const values = [topic, partition, last, before, chunkSize];
    const { rows } = await pool.query<ReceivedRecord>(readPartition, values);
    if (rows.length > 0) yield rows;
    if (rows.length < chunkSize) return;
    last = rows.at(-1)!.offset;
  }
}
