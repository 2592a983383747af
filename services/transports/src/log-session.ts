import { randomUUID } from 'node:crypto';
import { Client, type QueryResult, type QueryResultRow } from 'pg';
import { logChannel } from './log-append.js';
import type { ReceivedRecord } from './transport.js';

export interface PartitionName {
  topic: string;
  partition: number;
}

export interface Claim extends PartitionName {
  offset: number;
  generation: string;
}

// A table that left no trace of a dead member would need a clock; the server's own list needs none.
const buryTheDead = `
  delete from log_member where grp = $1 and not exists (
    select from pg_stat_activity
    where pid = log_member.backend and backend_start = log_member.backend_start)`;

// Every member deals the partitions out by the same rule and so comes to the same result. The topic's
// hash keeps topics of few partitions from all falling to the first member.
const shareOut = `
  with members as (
    select topic, member, row_number() over listed - 1 as place, count(*) over (partition by topic) as number
    from log_member, unnest(topics) as topic
    where grp = $1 window listed as (partition by topic order by member)
  )
  select topic, part as partition from log_partition join members using (topic)
  where member = $2 and (part + (hashtext(topic) & 1023)) % number = place`;

const lockKey = `hashtextextended($1::text || chr(31) || topic || chr(31) || part, 0)`;

const tryLocks = `
  with wanted as materialized (select * from unnest($2::text[], $3::integer[]) as w (topic, part)),
  locked as materialized (
    select topic, part from wanted where pg_try_advisory_lock(${lockKey})
  )
  insert into log_offset (grp, topic, part) select $1::text, topic, part from locked
  on conflict (grp, topic, part) do update set generation = log_offset.generation + 1
  returning topic, part as partition, off::float8 as offset, generation::text`;

const unlock = `
  select pg_advisory_unlock(${lockKey}) from unnest($2::text[], $3::integer[]) as w (topic, part)`;

const commitOffset = `
  update log_offset set off = $4 where grp = $1 and topic = $2 and part = $3 and generation = $5`;

export const readRecords = `
  select record.* from unnest($1::text[], $2::integer[], $3::bigint[]) as wanted (topic, part, off)
  cross join lateral (
    select topic, part as partition, off as offset, key, headers, value, ts::float8 as timestamp
    from log_record
    where log_record.topic = wanted.topic and log_record.part = wanted.part
      and log_record.off >= wanted.off
    order by log_record.off limit $4
  ) record`;

// An offset lost in a crash only repeats records. Plans are kept, so they go by indexes even if they
// were made when there was nothing yet. A peer that vanished with its cable is noticed
// within half a minute instead of two hours.
const sessionSettings = `
  set synchronous_commit = off; set jit = off; set enable_seqscan = off;
  set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3`;

/**
 * One member's connection. All that it owns hangs on it: its place in the group and its advisory
 * locks vanish with it, and commits travel over it, so who has lost it can commit nothing.
 */
export class LogSession {
  readonly member = randomUUID();
  private readonly client: Client;
  private readonly group: string;

  constructor(
    url: string,
    group: string,
    private readonly on: { wake: (reason: 'records' | 'members') => void; lost: () => void },
  ) {
    this.group = group;
    this.client = new Client({
      connectionString: url,
      application_name: `log ${group}`.slice(0, 63),
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      pipeline: true,
    });
  }

  async join(topics: readonly string[]): Promise<void> {
    const { client } = this;
    client.on('error', this.on.lost);
    client.on('end', this.on.lost);
    await client.connect();
    await this.query(sessionSettings);
    client.on('notification', ({ payload }) => {
      if (payload === 'records') this.on.wake('records');
      if (payload === `members of ${this.group}`) this.on.wake('members');
    });
    await this.query(`listen ${logChannel}`);
    await this.query(
      `insert into log_member (grp, member, topics, backend, backend_start)
       select $1, $2, $3, pid, backend_start from pg_stat_activity where pid = pg_backend_pid()`,
      [this.group, this.member, topics],
    );
    await this.tellGroup();
  }

  async leave(): Promise<void> {
    await this.query('delete from log_member where grp = $1 and member = $2', [
      this.group,
      this.member,
    ]);
    await this.query('select pg_advisory_unlock_all()');
    await this.tellGroup();
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  /** The partitions that fall to this member, given who is alive now. */
  async share(): Promise<PartitionName[]> {
    const [, { rows }] = await Promise.all([
      this.query(buryTheDead, [this.group], 'bury the dead'),
      this.query<PartitionName>(shareOut, [this.group, this.member], 'share out'),
    ]);
    return rows;
  }

  /** Takes those of the partitions that nobody holds, each with a new generation. */
  async claim(wanted: readonly PartitionName[]): Promise<Claim[]> {
    if (wanted.length === 0) return [];
    const { rows } = await this.query<Claim>(tryLocks, [this.group, ...columnsOf(wanted)]);
    return rows;
  }

  async release(partitions: readonly PartitionName[]): Promise<void> {
    if (partitions.length === 0) return;
    await this.query(unlock, [this.group, ...columnsOf(partitions)]);
    await this.tellGroup();
  }

  /** False when somebody else has taken the partition since. */
  async commit({ topic, partition, generation }: Claim, offset: number): Promise<boolean> {
    const values = [this.group, topic, partition, offset, generation];
    const { rowCount } = await this.query(commitOffset, values, 'commit offset');
    return rowCount === 1;
  }

  async read(claims: readonly Claim[], limit: number): Promise<ReceivedRecord[]> {
    if (claims.length === 0) return [];
    const offsets = claims.map(({ offset }) => offset);
    const values = [...columnsOf(claims), offsets, limit];
    const { rows } = await this.query<ReceivedRecord>(readRecords, values, 'read records');
    return rows;
  }

  /** In the order of asking: batches that commit, and the loop that reads, share the connection. */
  private query<Row extends QueryResultRow>(
    text: string,
    values: unknown[] = [],
    name?: string,
  ): Promise<QueryResult<Row>> {
    return this.client.query<Row>(name === undefined ? { text, values } : { name, text, values });
  }

  private async tellGroup(): Promise<void> {
    await this.query('select pg_notify($1, $2)', [logChannel, `members of ${this.group}`]);
  }
}

function columnsOf(partitions: readonly PartitionName[]): [string[], number[]] {
  return [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)];
}
