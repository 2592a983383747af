import { setTimeout as pause } from 'node:timers/promises';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import { open } from './cipher.js';
import { fingerprintRows, fingerprintsOf, writersLock } from './fingerprint.js';
import type { PostgresVault } from './vault.js';
import { addIndexKey } from './vault.js';

/** The identity numbers of one table that are found by fingerprints. */
export interface FingerprintedColumn {
  table: string;
  column: string;
  /** What the fingerprints are made for. */
  kind: string;
  subjectOf(id: string): string;
}

const batch = 500;
const patience = 60;
const asRotation = { caller: systemCaller('rotate-index'), readOnly: false };
const serial = (name: string) => Number(name.slice(1));

/**
 * Exchanges the key of the fingerprints while they are used. Every writer of one moment writes
 * under a key that all persons have fingerprints of, so that no number is registered twice. Goes on
 * where an earlier run stopped.
 */
export async function rotateIndex(
  { database, vault }: { database: Database; vault: PostgresVault },
  column: FingerprintedColumn,
  say: (line: string) => void = () => undefined,
): Promise<string> {
  const { current, keys } = await vault.indexKeys();
  const isFinished = [...keys.keys()].some((name) => serial(name) < serial(current));
  if (!isFinished) await fillNext({ database, vault }, column, say);
  return dropOld({ database, vault }, say);
}

async function fillNext(
  { database, vault }: { database: Database; vault: PostgresVault },
  column: FingerprintedColumn,
  say: (line: string) => void,
): Promise<void> {
  const next = `i${serial((await vault.indexKeys()).current) + 1}`;
  await addIndexKey(vault, { name: next, isCurrent: false });
  await letWritersEnd(database);
  say(`${next} is written beside the current key`);
  const filled = await backfill({ database, vault }, column, next);
  say(`${filled} persons have a fingerprint under ${next}`);
  await makeCurrent(vault, next);
  await letWritersEnd(database);
  say(`${next} is the current key`);
}

async function dropOld(
  { database, vault }: { database: Database; vault: PostgresVault },
  say: (line: string) => void,
): Promise<string> {
  const { current } = await vault.indexKeys();
  await vault.pool.query('delete from index_key where not is_current');
  await letWritersEnd(database);
  const [gone] = await database.inWork(asRotation, (work) =>
    work.sql<{ count: number }>(
      `with gone as (delete from identity_fingerprint where key_name <> $1 returning 1)
       select count(*)::integer as count from gone`,
      [current],
    ),
  );
  say(`${gone!.count} fingerprints of older keys are gone`);
  return current;
}

/** Waits for those who read the keys before they changed; who comes later reads them as they are. */
async function letWritersEnd(database: Database): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await database.inWork(asRotation, (work) =>
        work.sql('select pg_advisory_xact_lock($1)', [writersLock]),
      );
      return;
    } catch (error) {
      if (!isLockTimeout(error) || tries === patience) throw error;
      await pause(200);
    }
  }
}

const isLockTimeout = (error: unknown): boolean =>
  (error as { driverError?: { code?: string } }).driverError?.code === '55P03';

async function makeCurrent({ pool }: PostgresVault, name: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('update index_key set is_current = false where is_current');
    await client.query('update index_key set is_current = true where name = $1', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

interface Stored {
  id: string;
  cipher: string;
}

/** Gives each person whose number is kept a fingerprint under this key. */
async function backfill(
  { database, vault }: { database: Database; vault: PostgresVault },
  column: FingerprintedColumn,
  keyName: string,
): Promise<number> {
  let filled = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const last = await database.inWork(asRotation, async (work) => {
      const found = await withoutFingerprint(work, column, { keyName, after });
      filled += await giveFingerprints({ work, vault }, column, { keyName, found });
      return found.at(-1)?.id ?? null;
    });
    if (last === null) return filled;
    after = last;
  }
}

const withoutFingerprint = (
  work: Work,
  { table, column }: FingerprintedColumn,
  { keyName, after }: { keyName: string; after: string },
): Promise<Stored[]> =>
  work.sql<Stored>(
    `select t.id, t.${column} as cipher from ${table} t
     where t.id > $2 and t.${column} is not null and not exists (
       select from identity_fingerprint f
       where f.key_name = $1 and f.subject_table = '${table}' and f.subject_id = t.id)
     order by t.id limit ${batch}`,
    [keyName, after],
  );

async function giveFingerprints(
  { work, vault }: { work: Work; vault: PostgresVault },
  { table, column, kind, subjectOf }: FingerprintedColumn,
  { keyName, found }: { keyName: string; found: readonly Stored[] },
): Promise<number> {
  const keys = await vault.forReading(found.map(({ id }) => subjectOf(id)));
  const { keys: indexKeys } = await vault.indexKeys();
  const fresh = { current: keyName, keys: new Map([[keyName, indexKeys.get(keyName)!]]) };
  const rows = found.flatMap(({ id, cipher }) => {
    const value = open(keys.get(subjectOf(id)), { table, column, rowId: id }, cipher);
    return value === null ? [] : fingerprintRows({ table, id }, fingerprintsOf(fresh, kind, value));
  });
  // Whoever changed the number meanwhile wrote the fingerprint of the new one.
  const written = await work.sql(
    `insert into identity_fingerprint
     select * from json_populate_recordset(null::identity_fingerprint, $1)
     on conflict do nothing returning 1`,
    [JSON.stringify(rows)],
  );
  return written.length;
}
