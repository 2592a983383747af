import { createHmac } from 'node:crypto';
import type { IndexKeys } from '@jejaring/chassis/work/key-vault';
import type { Work } from '@jejaring/chassis/work/unit-of-work';

/**
 * By what an identity number is found again without being opened: a keyed hash under each key of
 * the vault. The space of identity numbers can be counted through, so an unkeyed hash would protect
 * nothing.
 */
export interface Fingerprints {
  current: string;
  byKey: ReadonlyMap<string, Buffer>;
}

/** Whose they are: a row of the service. */
export interface Fingerprinted {
  table: string;
  id: string;
}

/** Held by those who write fingerprints, waited for by a rotation before it goes on with new keys. */
export const writersLock = 0x66707277;

/** That another person has this value; its owner is not told. */
export const sameFingerprint = 'identity_fingerprint_pkey';

export function fingerprintsOf(
  { current, keys }: IndexKeys,
  kind: string,
  value: string,
): Fingerprints {
  const hash = (key: Buffer) => createHmac('sha256', key).update(`${kind}\0${value}`).digest();
  return { current, byKey: new Map([...keys].map(([name, key]) => [name, hash(key)])) };
}

/**
 * The fingerprints of a value that is about to be looked for or written. Two who ask for the same
 * value wait for one another, so that the later finds what the earlier wrote.
 */
export async function takeFingerprints(
  work: Work,
  kind: string,
  value: string,
): Promise<Fingerprints> {
  // Before the keys are read: who holds this and does not know a new key yet is waited for.
  await work.sql('select pg_advisory_xact_lock_shared($1)', [writersLock]);
  const prints = fingerprintsOf(await work.vault.indexKeys(), kind, value);
  await work.sql(
    `select pg_advisory_xact_lock(hashtextextended(print, 0))
     from (select print from unnest($1::text[]) print order by print) as prints`,
    [[...prints.byKey.values()].map((print) => print.toString('hex'))],
  );
  return prints;
}

/** Whose this value is; null where nobody has it whom the caller may see. */
export async function findByFingerprint(
  work: Work,
  table: string,
  { current, byKey }: Fingerprints,
): Promise<string | null> {
  const [found] = await work.sql<{ id: string }>(
    `select subject_id as id from identity_fingerprint
     where key_name = $1 and fingerprint = $2 and subject_table = $3`,
    [current, byKey.get(current), table],
  );
  return found?.id ?? null;
}

/** Remembers whose a value is under every key, in place of what it was; throws `sameFingerprint`. */
export async function keepFingerprints(
  work: Work,
  { table, id }: Fingerprinted,
  { byKey }: Fingerprints,
): Promise<void> {
  await work.sql(
    `insert into identity_fingerprint (key_name, fingerprint, subject_table, subject_id)
     select name, print, $3, $4 from unnest($1::text[], $2::bytea[]) as prints (name, print)
     on conflict (key_name, subject_table, subject_id) do update set fingerprint = excluded.fingerprint`,
    [[...byKey.keys()], [...byKey.values()], table, id],
  );
}

/** The rows of many fingerprints, for a loader. */
export const fingerprintRows = (
  { table, id }: Fingerprinted,
  { byKey }: Fingerprints,
): { key_name: string; fingerprint: string; subject_table: string; subject_id: string }[] =>
  [...byKey].map(([key_name, print]) => ({
    key_name,
    fingerprint: `\\x${print.toString('hex')}`,
    subject_table: table,
    subject_id: id,
  }));

/** Nobody is found by this person's number any more; work of the system. */
export async function forgetFingerprints(work: Work, { table, id }: Fingerprinted): Promise<void> {
  await work.sql('delete from identity_fingerprint where subject_table = $1 and subject_id = $2', [
    table,
    id,
  ]);
}
