import { randomBytes } from 'node:crypto';
import type { VaultKind } from '@jejaring/chassis/testing/vault-kind';
import type { IndexKeys, OpenVault, PersonKey } from '@jejaring/chassis/work/key-vault';
import { notFound, refuse } from '@jejaring/chassis/work/refusal';
import pg from 'pg';
import type { KeyEncryption, KeyOf, Wrapped } from './key-encryption.js';
import { ringEncryption } from './key-encryption.js';
import { prepareVault } from './vault-table.js';

interface DataKeyRow {
  subject: string;
  /** Null: destroyed. */
  wrapped: Buffer | null;
  kek: string | null;
}

const readSql = 'select subject, wrapped, kek from data_key where subject = any ($1)';

// The reading part sees what was there before; what somebody else makes meanwhile is in neither.
const makeSql = `
  with made as (
    insert into data_key (subject, wrapped, kek) select * from unnest($1::text[], $2::bytea[], $3::text[])
    on conflict do nothing returning subject, wrapped, kek
  )
  select * from made union all ${readSql}`;

const destroySql = `
  insert into data_key (subject, destroyed_at) values ($1, now())
  on conflict (subject) do update set wrapped = null, kek = null,
    destroyed_at = coalesce(data_key.destroyed_at, excluded.destroyed_at)
  returning destroyed_at`;

const connectionsOfAProcess = 3;

/** The keys of one service's persons in a PostgreSQL of its own, which no backup of the rows holds. */
export class PostgresVault implements OpenVault {
  constructor(
    readonly pool: pg.Pool,
    readonly kek: KeyEncryption,
  ) {}

  async forWriting(subjects: readonly string[]): Promise<Map<string, PersonKey>> {
    const asked = [...new Set(subjects)];
    const keys = await this.unwrapped(await this.takeOrMake(asked));
    for (const subject of asked) if (keys.get(subject) === null) refuse(notFound(subject));
    return keys as Map<string, PersonKey>;
  }

  async forReading(subjects: readonly string[]): Promise<Map<string, PersonKey | null>> {
    const { rows } = await this.pool.query<DataKeyRow>(readSql, [[...new Set(subjects)]]);
    return this.unwrapped(rows);
  }

  async destroy(subject: string): Promise<Date> {
    const { rows } = await this.pool.query<{ destroyed_at: Date }>(destroySql, [subject]);
    return rows[0]!.destroyed_at;
  }

  async indexKeys(): Promise<IndexKeys> {
    const read = () =>
      this.pool.query<{ name: string; wrapped: Buffer; kek: string; is_current: boolean }>(
        'select name, wrapped, kek, is_current from index_key order by name',
      );
    let { rows } = await read();
    if (rows.length === 0) {
      await addIndexKey(this, { name: 'i1', isCurrent: true });
      ({ rows } = await read());
    }
    const bytes = await this.kek.unwrap(
      rows.map(({ name, wrapped, kek }) => ({ subject: indexSubject(name), bytes: wrapped, kek })),
    );
    return {
      current: rows.find(({ is_current }) => is_current)!.name,
      keys: new Map(rows.map(({ name }, at) => [name, bytes[at]!])),
    };
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  private async takeOrMake(subjects: readonly string[]): Promise<DataKeyRow[]> {
    const fresh = subjects.map((subject) => ({ subject, bytes: randomBytes(32) }));
    const wrapped = await this.kek.wrap(fresh);
    const { rows } = await this.pool.query<DataKeyRow>(makeSql, [
      subjects,
      wrapped.map(({ bytes }) => bytes),
      wrapped.map(({ kek }) => kek),
    ]);
    if (rows.length === subjects.length) return rows;
    return (await this.pool.query<DataKeyRow>(readSql, [subjects])).rows;
  }

  private async unwrapped(rows: readonly DataKeyRow[]): Promise<Map<string, PersonKey | null>> {
    const there = rows.filter(({ wrapped }) => wrapped !== null);
    const bytes = await this.kek.unwrap(
      there.map(({ subject, wrapped, kek }) => ({ subject, bytes: wrapped!, kek: kek! })),
    );
    const opened = there.map(({ subject }, at) => ({ subject, bytes: bytes[at]! }));
    const keys = new Map<string, PersonKey | null>(rows.map(({ subject }) => [subject, null]));
    for (const key of opened) keys.set(key.subject, key);
    return keys;
  }
}

/** What an index key is wrapped for, so that none passes for a person's. */
export const indexSubject = (name: string): string => `index ${name}`;

/** Adds a key of fingerprints; one of this name that is there already stays. */
export async function addIndexKey(
  { pool, kek }: Pick<PostgresVault, 'pool' | 'kek'>,
  { name, isCurrent }: { name: string; isCurrent: boolean },
): Promise<void> {
  const fresh: KeyOf = { subject: indexSubject(name), bytes: randomBytes(32) };
  const [wrapped] = (await kek.wrap([fresh])) as [Wrapped];
  await pool.query(
    `insert into index_key (name, wrapped, kek, is_current) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [name, wrapped.bytes, wrapped.kek, isCurrent],
  );
}

/** Opens the vault at an address as its login role. */
export function openVaultAt(url: string, kek: KeyEncryption): PostgresVault {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsOfAProcess,
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000,
    statement_timeout: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'vault',
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it: the next question opens another.
  pool.on('error', () => undefined);
  return new PostgresVault(pool, kek);
}

/** The vault of a service whose persons have keys. */
export const vaultKind: VaultKind = {
  prepare: prepareVault,
  openAnew: (url) =>
    openVaultAt(
      url,
      ringEncryption(
        JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } }),
      ),
    ),
};
