import type { PostgresVault } from './vault.js';
import { indexSubject } from './vault.js';

const batch = 500;

interface Closed {
  id: string;
  wrapped: Buffer;
  kek: string;
}

/** Where wrapped keys lie, and what each is wrapped for. */
const shelves = [
  { table: 'data_key', id: 'subject', subjectOf: (id: string) => id },
  { table: 'index_key', id: 'name', subjectOf: indexSubject },
] as const;

/**
 * Closes every key of a vault under the current key-encryption key, while it is used: a key opens
 * with either. Answers how many were closed anew; when it ends, the older one opens nothing here.
 */
export async function rewrap(
  vault: Pick<PostgresVault, 'pool' | 'kek'>,
  say: (done: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  for (const shelf of shelves) {
    for (;;) {
      const found = await findOlder(vault, shelf, await vault.kek.current());
      if (found.length === 0) break;
      done += await closeAnew(vault, shelf, found);
      say(done);
    }
  }
  return done;
}

async function findOlder(
  { pool }: Pick<PostgresVault, 'pool'>,
  { table, id }: (typeof shelves)[number],
  current: string,
): Promise<Closed[]> {
  const { rows } = await pool.query<Closed>(
    `select ${id} as id, wrapped, kek from ${table} where kek <> $1 order by ${id} limit ${batch}`,
    [current],
  );
  return rows;
}

async function closeAnew(
  { pool, kek }: Pick<PostgresVault, 'pool' | 'kek'>,
  { table, id, subjectOf }: (typeof shelves)[number],
  found: readonly Closed[],
): Promise<number> {
  const subjects = found.map((each) => subjectOf(each.id));
  const keys = await kek.unwrap(
    found.map((each, at) => ({ subject: subjects[at]!, bytes: each.wrapped, kek: each.kek })),
  );
  const wrapped = await kek.wrap(keys.map((bytes, at) => ({ subject: subjects[at]!, bytes })));
  // One that was destroyed meanwhile stays destroyed.
  const { rowCount } = await pool.query(
    `update ${table} t set wrapped = n.fresh, kek = n.kek
     from unnest($1::text[], $2::bytea[], $3::bytea[], $4::text[]) as n (id, known, fresh, kek)
     where t.${id} = n.id and t.wrapped = n.known`,
    [
      found.map((each) => each.id),
      found.map((each) => each.wrapped),
      wrapped.map(({ bytes }) => bytes),
      wrapped.map((each) => each.kek),
    ],
  );
  return rowCount ?? 0;
}
