import { Client } from 'pg';

const chunkSize = 5_000;
const dayMs = 86_400_000;
/** Long enough for every reader of a compacted topic to see that a key is gone. */
const tombstoneDays = 1;

// Offsets grow with time but for the producers' clocks: everything below the first young record goes.
const deleteExpired = `
  delete from log_record where topic = $1 and part = $2 and off in (
    select off from log_record where topic = $1 and part = $2 and off < coalesce(
      (select off from log_record where topic = $1 and part = $2 and ts >= $3 order by off limit 1),
      (select next_offset from log_partition where topic = $1 and part = $2))
    order by off limit $4)`;

const deleteSuperseded = `
  with numbered as (
    select off, value, ts, row_number() over (partition by key order by off desc) as age
    from log_record where topic = $1 and part = $2
  )
  delete from log_record where topic = $1 and part = $2 and off in (
    select off from numbered where age > 1 or (value is null and ts < $3) order by off limit $4)`;

interface Prunable {
  topic: string;
  part: number;
  compacted: boolean;
  retention_days: number | null;
}

/**
 * Removes what the topics no longer keep: records past their days, and on compacted topics all but
 * the newest of each key. Returns how many records went. Safe beside readers and writers.
 */
export async function pruneLog(options: { url: string; now?: Date }): Promise<number> {
  const now = options.now?.getTime() ?? Date.now();
  const client = new Client({ connectionString: options.url, application_name: 'log prune' });
  await client.connect();
  try {
    const { rows } = await client.query<Prunable>(
      'select topic, part, compacted, retention_days from log_topic join log_partition using (topic)',
    );
    let removed = 0;
    for (const partition of rows) removed += await prunePartition(client, partition, now);
    return removed;
  } finally {
    await client.end();
  }
}

async function prunePartition(client: Client, partition: Prunable, now: number): Promise<number> {
  const { topic, part, compacted, retention_days } = partition;
  const days = compacted ? tombstoneDays : retention_days;
  if (days === null) return 0;
  const statement = compacted ? deleteSuperseded : deleteExpired;
  let removed = 0;
  let last: number;
  do {
    const values = [topic, part, now - days * dayMs, chunkSize];
    last = (await client.query(statement, values)).rowCount ?? 0;
    removed += last;
  } while (last === chunkSize);
  return removed;
}
