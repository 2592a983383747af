// Leads the outbox of one service in place of its relay, while Debezium sends it. See README.md.
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** What the relay of a service leads under: `services/transports/src/relay.ts`. */
export const leaderLock = 0x6a656a61;
export const publication = 'outbox_debezium';
export const slot = 'outbox_debezium';

const lookEveryMs = 1_000;
const keptFor = '1 hour';

/**
 * Takes the lead from the relay between two events, and gives it back when the outbox has left the
 * publication and Debezium has sent all of it.
 */
export async function steward({ url, signal, say = () => {} }) {
  const client = new pg.Client({ connectionString: url, application_name: 'outbox steward' });
  await client.connect();
  try {
    if (await isPublished(client)) await takeLead(client);
    else await cut(client, signal, say);
    say('Debezium sends what comes from now on; the relay rests.');
    while (!signal.aborted && (await isPublished(client))) {
      await forgetOld(client);
      await rest(signal);
    }
    if (!signal.aborted) await untilSent(client, signal);
    if (!signal.aborted) say('Debezium has sent all that was its own; the relay goes on.');
  } finally {
    await client.end();
  }
}

/** From here on the relay sends; what is in the outbox is in the write-ahead log, and Debezium's. */
export async function giveBack({ url }) {
  const client = new pg.Client({ connectionString: url, application_name: 'outbox steward' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table outbox in share row exclusive mode');
    await client.query('delete from outbox');
    await client.query(`alter publication ${publication} drop table outbox`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function isPublished(client) {
  const { rowCount } = await client.query(
    "select from pg_publication_tables where pubname = $1 and tablename = 'outbox'",
    [publication],
  );
  return rowCount > 0;
}

/** All that the relay has sent before, and all that Debezium sends after. */
async function cut(client, signal, say) {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    if (await tryToCut(client)) return;
    if (tries % 50 === 0) say(`The outbox was not empty in ${tries} looks; is the relay running?`);
    await pause(20 + Math.random() * 80);
  }
}

async function tryToCut(client) {
  try {
    await client.query("begin; set local lock_timeout = '1s'");
    // Whoever has put an event in has committed, nobody puts another one in until this ends.
    await client.query('lock table outbox in share row exclusive mode');
    const { rowCount } = await client.query('select from outbox limit 1');
    if (rowCount > 0) return await undo(client);
    await takeLead(client);
    await client.query(`alter publication ${publication} add table outbox`);
    await client.query('commit');
    return true;
  } catch (error) {
    const lockNotAvailable = '55P03';
    if (error.code !== lockNotAvailable) throw error;
    return undo(client);
  }
}

async function undo(client) {
  await client.query('rollback; select pg_advisory_unlock_all()');
  return false;
}

/** The lock outlives the transaction: it ends with the session, and the relay leads again. */
async function takeLead(client) {
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'relay'",
  );
  await client.query('select pg_advisory_lock($1)', [leaderLock]);
}

/** Debezium reads the log, not the table; rows stay a while for people who look for them. */
async function forgetOld(client) {
  await client.query(
    `delete from outbox where recorded_time::timestamptz < now() - interval '${keptFor}'`,
  );
}

/** Waits a moment, and no longer than until the signal says so. */
async function rest(signal) {
  await pause(lookEveryMs, undefined, { signal }).catch((error) => {
    if (!signal.aborted) throw error;
  });
}

async function untilSent(client, signal) {
  const { rows } = await client.query('select pg_current_wal_insert_lsn() as cut');
  const sent =
    'select from pg_replication_slots where slot_name = $1 and confirmed_flush_lsn >= $2';
  while ((await client.query(sent, [slot, rows[0].cut])).rowCount === 0) {
    await rest(signal);
    if (signal.aborted) return;
  }
}

async function main() {
  const url = process.env.OUTBOX_URL;
  if (!url) throw new Error('Set OUTBOX_URL to the database of the service, as its owner.');
  if (process.argv[2] === 'give-back') return giveBack({ url });
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort());
  return steward({ url, signal: stop.signal, say: (words) => process.stdout.write(`${words}\n`) });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
