import type { StoredBatch, StoredLeaf } from './chain.rules.js';
import type { AuditRow } from './entry.rules.js';
import type { ChainEnd, Leaf, Seal } from './seal.rules.js';

/** Whoever asks the database of a service: a unit of work, or a connection of the command line. */
export interface Asks {
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

/** Columns of a row as they are sealed; times in UTC, see `tellTimesInUtc`. */
export const rowSql = (alias: string): string => `to_jsonb(${alias}) - 'written_in'`;

/** JSON tells times in the zone of the session. */
export const tellTimesInUtc = (asks: Asks): Promise<unknown> =>
  asks.sql("select set_config('timezone', 'UTC', true)");

const sealSql = `select number::float8 as number, epoch, first_seq::float8 as "firstSeq",
  last_seq::float8 as "lastSeq", entries, encode(root, 'hex') as root,
  encode(previous_root, 'hex') as "previousRoot", encode(signature, 'base64') as signature,
  key_id as "keyId", sealed_at as "sealedAt" from audit_seal`;

type SealRow = Omit<Seal, 'service' | 'sealedAt'> & { sealedAt: Date };

const toSeal = (service: string, row: SealRow): Seal => ({
  ...row,
  service,
  signature: row.signature.replaceAll('\n', ''),
  sealedAt: row.sealedAt.toISOString(),
});

/** Seals in their order behind a number. */
export async function readSeals(
  asks: Asks,
  service: string,
  after: number,
  most: number,
): Promise<Seal[]> {
  const rows = await asks.sql<SealRow>(`${sealSql} where number > $1 order by number limit $2`, [
    after,
    most,
  ]);
  return rows.map((row) => toSeal(service, row));
}

/** The seal of a number; without a number the last one. */
export async function findSeal(
  asks: Asks,
  service: string,
  number: number | null = null,
): Promise<Seal | null> {
  const [row] = await asks.sql<SealRow>(
    `${sealSql} where $1::bigint is null or number = $1 order by number desc limit 1`,
    [number],
  );
  return row ? toSeal(service, row) : null;
}

export const endOf = ({ epoch, number, lastSeq, root, sealedAt }: Seal): ChainEnd => ({
  epoch,
  number,
  lastSeq,
  root,
  sealedAt,
});

/** The leaves of seals that follow one another, in their order. */
export async function readLeaves(asks: Asks, seals: readonly Seal[]): Promise<Leaf[][]> {
  const rows = await asks.sql<Leaf & { seq: number }>(
    `select seq::float8 as seq, entry_id::text as "entryId", encode(hash, 'hex') as hash
     from audit_leaf where seq between $1 and $2 order by seq`,
    [seals[0]!.firstSeq, seals.at(-1)!.lastSeq],
  );
  return seals.map((seal) => within(seal, rows).map(({ entryId, hash }) => ({ entryId, hash })));
}

const within = <Row extends { seq: number }>({ firstSeq, lastSeq }: Seal, rows: readonly Row[]) =>
  rows.filter(({ seq }) => seq >= firstSeq && seq <= lastSeq);

/** Whether an entry tells of access to something of a person. */
export const isAccessSql = "(e.kind = 'READ' or e.field_classes && '{personal,specific}')";

/** An entry's subjects as they should stand in its trail, and as they do. */
const meantSql = `(select coalesce(jsonb_agg(jsonb_build_array(u.subject, coalesce(u.region, ''), ${isAccessSql}) order by u.place), '[]')
  from unnest(e.subjects, e.subject_regions) with ordinality as u(subject, region, place) where u.subject is not null)`;
const listedSql = `(select coalesce(jsonb_agg(jsonb_build_array(s.subject, s.region_code, s.access) order by s.place), '[]')
  from audit_subject s where s.entry_id = e.id)`;

const storedLeafSql = `
  select l.seq::float8 as seq, l.entry_id::text as "entryId", encode(l.hash, 'hex') as hash,
    ${rowSql('e')} as "row", ${listedSql} = ${meantSql} as listed
  from audit_leaf l left join audit_entry e on e.id = l.entry_id
  where l.seq between $1 and $2 order by l.seq limit $3`;

/** A batch with its rows, for whoever verifies; never more rows than the seals say and a few. */
export async function readBatches(asks: Asks, seals: readonly Seal[]): Promise<StoredBatch[]> {
  const most = seals.reduce((sum, { entries }) => sum + entries, 1);
  const rows = await asks.sql<Omit<StoredLeaf, 'row'> & { row: AuditRow | null }>(storedLeafSql, [
    seals[0]!.firstSeq,
    seals.at(-1)!.lastSeq,
    most,
  ]);
  return seals.map((seal) => ({ seal, leaves: within(seal, rows) }));
}
