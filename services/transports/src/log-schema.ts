import type { Pool, PoolClient } from 'pg';
import type { TopicSpec } from './transport.js';

const createTables = `
  create table if not exists log_topic (
    topic text collate "C" primary key,
    compacted boolean not null,
    retention_days integer
  );
  create table if not exists log_partition (
    topic text collate "C" not null references log_topic,
    part integer not null,
    next_offset bigint not null default 0,
    primary key (topic, part)
  ) with (fillfactor = 50);
  create table if not exists log_record (
    topic text collate "C" not null,
    part integer not null,
    off bigint not null,
    event_id text collate "C" not null,
    key text collate "C" not null,
    headers json not null,
    value text,
    ts bigint not null,
    primary key (topic, part, off),
    unique (topic, part, event_id)
  );
  create table if not exists log_offset (
    grp text collate "C" not null,
    topic text collate "C" not null,
    part integer not null,
    off bigint not null default 0,
    generation bigint not null default 1,
    primary key (grp, topic, part)
  ) with (fillfactor = 50);
  create table if not exists log_member (
    grp text collate "C" not null,
    member text collate "C" not null,
    topics text[] not null,
    backend integer not null,
    backend_start timestamptz not null,
    primary key (grp, member)
  );
  comment on column log_partition.next_offset is
    'Given out under this row''s lock, which lasts until the records are committed: offsets are dense and never appear out of order.';
  comment on column log_offset.generation is
    'Raised whenever a member takes the partition: a commit of an earlier owner matches nothing.';
  comment on column log_member.backend is
    'The server process of the member''s session: when it has ended, so has the member.';`;

export async function inTransaction<T>(
  pool: Pool,
  task: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await task(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Closed rather than rolled back: it may be the connection that failed.
    client.release(true);
    throw error;
  }
}

/** Makes the log's tables; several processes may do so at once. */
export async function createLogTables(pool: Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('jejaring log tables'))`);
    const { rows } = await client.query(`select to_regclass('log_member') is not null as present`);
    if (!rows[0].present) await client.query(createTables);
  });
}

export async function createLogTopics(pool: Pool, specs: readonly TopicSpec[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    for (const { topic, partitions, compacted = false, retentionDays = null } of specs) {
      await client.query(
        `insert into log_topic (topic, compacted, retention_days) values ($1, $2, $3)
         on conflict (topic) do update set compacted = $2, retention_days = $3`,
        [topic, compacted, compacted ? null : retentionDays],
      );
      // An existing topic keeps its number: another one would move keys to other partitions.
      await client.query(
        `insert into log_partition (topic, part) select $1, part from generate_series(0, $2 - 1) part
         where not exists (select 1 from log_partition where topic = $1)`,
        [topic, partitions],
      );
    }
  });
}
