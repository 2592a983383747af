import type { KeyEncryption } from './key-encryption.js';
import type { PostgresVault } from './vault.js';
import { indexSubject } from './vault.js';

const batch = 500;

/** A table in which wrapped keys lie, each beside the name of what wraps it (`kek`). */
export interface Shelf {
  table: string;
  /** What lies there, in words. */
  holds: string;
  /** The column of the wrapped keys. */
  wrapped: string;
  /** What says whose a key is: the primary key first. */
  columns: readonly [string, ...string[]];
  /** What a key is wrapped for, of these columns. */
  subjectOf(...columns: string[]): string;
}

/** Wrapped keys, what opens them, and the way to their database. */
export interface KeyStore {
  kek: KeyEncryption;
  shelves: readonly Shelf[];
  ask<Row extends object>(sql: string, values: unknown[]): Promise<Row[]>;
}

const vaultShelves: readonly Shelf[] = [
  {
    table: 'data_key',
    holds: 'keys of persons',
    wrapped: 'wrapped',
    columns: ['subject'],
    subjectOf: (subject) => subject,
  },
  {
    table: 'index_key',
    holds: 'keys of fingerprints',
    wrapped: 'wrapped',
    columns: ['name'],
    subjectOf: indexSubject,
  },
];

/** What a vault keeps. */
export const keysIn = ({ pool, kek }: Pick<PostgresVault, 'pool' | 'kek'>): KeyStore => ({
  kek,
  shelves: vaultShelves,
  ask: async <Row extends object>(sql: string, values: unknown[]) =>
    (await pool.query<Row>(sql, values)).rows,
});

/** How many of what there are under which key-encryption key; under none, those that were destroyed. */
export async function countKeys({ shelves, ask }: KeyStore) {
  const counted: { holds: string; kek: string | null; count: number }[] = [];
  for (const { table, holds } of shelves) {
    const rows = await ask<{ kek: string | null; count: number }>(
      `select kek, count(*)::integer as count from ${table} group by kek order by kek`,
      [],
    );
    counted.push(...rows.map((row) => ({ holds, ...row })));
  }
  return counted;
}

interface Closed {
  id: string;
  columns: string[];
  wrapped: Buffer;
  kek: string;
}

/**
 * Closes every key anew under the current key-encryption key, while it is used: a key opens with
 * either. Answers how many were closed; when it ends, the older one opens nothing here.
 */
export async function rewrap(
  store: KeyStore,
  say: (done: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  for (const shelf of store.shelves) {
    for (;;) {
      const found = await findOlder(store, shelf);
      if (found.length === 0) break;
      done += await closeAnew(store, shelf, found);
      say(done);
    }
  }
  return done;
}

async function findOlder(
  { kek, ask }: KeyStore,
  { table, columns, wrapped }: Shelf,
): Promise<Closed[]> {
  const texts = columns.map((column) => `${column}::text`);
  return ask<Closed>(
    `select ${texts[0]} as id, array[${texts.join(', ')}] as columns, ${wrapped} as wrapped, kek
     from ${table} where kek <> $1 order by ${columns[0]} limit ${batch}`,
    [await kek.current()],
  );
}

async function closeAnew(
  { kek, ask }: KeyStore,
  { table, columns, wrapped, subjectOf }: Shelf,
  found: readonly Closed[],
): Promise<number> {
  const subjects = found.map((each) => subjectOf(...each.columns));
  const keys = await kek.unwrap(
    found.map((each, at) => ({ subject: subjects[at]!, bytes: each.wrapped, kek: each.kek })),
  );
  const fresh = await kek.wrap(keys.map((bytes, at) => ({ subject: subjects[at]!, bytes })));
  // One that was destroyed or exchanged meanwhile stays as it is.
  const closed = await ask(
    `update ${table} t set ${wrapped} = n.fresh, kek = n.kek
     from unnest($1::text[], $2::bytea[], $3::bytea[], $4::text[]) as n (id, known, fresh, kek)
     where t.${columns[0]}::text = n.id and t.${wrapped} = n.known returning 1`,
    [
      found.map((each) => each.id),
      found.map((each) => each.wrapped),
      fresh.map(({ bytes }) => bytes),
      fresh.map((each) => each.kek),
    ],
  );
  return closed.length;
}
