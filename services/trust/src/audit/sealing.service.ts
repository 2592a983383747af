import type { EventContract } from '@jejaring/schema/events/contract';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { AuditRow } from './entry.rules.js';
import { entryHash } from './entry.rules.js';
import { endOf, findSeal, isAccessSql, rowSql, tellTimesInUtc } from './chain-reader.js';
import type { Seal } from './seal.rules.js';
import { beginning, nextStatement } from './seal.rules.js';
import type { Signer } from './signing.js';

export const largestBatch = 5_000;
/** A chore that would go on for longer leaves the rest to its next turn. */
const mostBatches = 10;
// A sealer that freezes between two statements loses its lock and everything it did not commit.
const frozenMs = 5_000;

/** What is different for each service: who signs, and how its seals are said. */
export interface Sealing {
  signer: Signer;
  contract: EventContract;
}

interface Ground {
  epoch: number;
  horizon: string;
  now: Date;
}

interface Waiting {
  row: AuditRow;
  writtenIn: string;
  oldestRunning: string;
}

/**
 * What the last seal left: a horizon that lies ahead of the transactions of this cluster came with
 * a restore from another one, and is nobody's.
 */
async function readGround(work: Work): Promise<Ground> {
  const [ground] = await work.sql<Ground>(
    `select (select epoch from producer_epoch) as epoch, date_trunc('milliseconds', clock_timestamp()) as now,
       coalesce((select case when horizon <= pg_snapshot_xmax(pg_current_snapshot()) then horizon end
         from audit_seal order by number desc limit 1), '0')::text as horizon,
       set_config('idle_in_transaction_session_timeout', $1, true)`,
    [String(frozenMs)],
  );
  return ground!;
}

/** Entries without a leaf, whatever the order in which their transactions ended. */
const waitingSql = `
  select ${rowSql('e')} as "row", e.written_in::text as "writtenIn",
    pg_snapshot_xmin(pg_current_snapshot())::text as "oldestRunning"
  from audit_entry e
  where e.written_in >= $1::xid8 and not exists (select from audit_leaf l where l.entry_id = e.id)
  order by e.written_in, e.id limit $2`;

/** Before this transaction nothing waits any more, and nothing that still runs will come. */
function nextHorizon(waiting: readonly Waiting[], most: number): string {
  const { writtenIn, oldestRunning } = waiting.at(-1)!;
  const all = waiting.length < most;
  return all || BigInt(oldestRunning) < BigInt(writtenIn) ? oldestRunning : writtenIn;
}

const leavesSql = `
  insert into audit_leaf (seq, entry_id, hash)
  select $1::bigint + place - 1, entry_id, hash
  from unnest($2::bigint[], $3::bytea[]) with ordinality as leaf(entry_id, hash, place)`;

const subjectsSql = `
  insert into audit_subject (entry_id, place, subject, region_code, access)
  select e.id, s.place, s.subject, coalesce(s.region, ''), ${isAccessSql}
  from audit_entry e, unnest(e.subjects, e.subject_regions) with ordinality as s(subject, region, place)
  where e.id = any ($1::bigint[]) and s.subject is not null`;

// The number is the fence: of two that seal at once, one finds it taken and undoes everything.
const sealSql = `
  insert into audit_seal (number, epoch, first_seq, last_seq, entries, root, previous_root, signature,
    key_id, sealed_at, horizon)
  values ($1, $2, $3, $4, $5, decode($6, 'hex'), decode($7, 'hex'), decode($8, 'base64'), $9, $10, $11::xid8)`;

async function write(
  work: Work,
  seal: Seal,
  leaves: { ids: number[]; hashes: Buffer[] },
  horizon: string,
) {
  await work.sql(sealSql, [
    seal.number,
    seal.epoch,
    seal.firstSeq,
    seal.lastSeq,
    seal.entries,
    seal.root,
    seal.previousRoot,
    seal.signature,
    seal.keyId,
    seal.sealedAt,
    horizon,
  ]);
  await work.sql(leavesSql, [seal.firstSeq, leaves.ids, leaves.hashes]);
  await work.sql(subjectsSql, [leaves.ids]);
}

async function say(work: Work, contract: EventContract, seal: Seal): Promise<void> {
  const { service: chain, signature, ...said } = seal;
  await work.publish(contract, { region: null, data: { chain, ...said, signature } as never });
}

/** Seals what waits, at most one batch; answers how many entries it were. */
export async function sealBatch(
  work: Work,
  { signer, contract }: Sealing,
  most: number = largestBatch,
): Promise<number> {
  const { epoch, horizon, now } = await readGround(work);
  const last = await findSeal(work, work.service);
  const waiting = await work.sql<Waiting>(waitingSql, [horizon, most]);
  if (waiting.length === 0) return 0;
  const ids = waiting.map(({ row }) => row.id);
  const hashes = waiting.map(({ row }) => entryHash(work.service, row));
  const statement = nextStatement(last ? endOf(last) : beginning, {
    service: work.service,
    epoch,
    leaves: hashes,
    sealedAt: now,
  });
  const seal = signer.sign(statement);
  await write(work, seal, { ids, hashes }, nextHorizon(waiting, most));
  await say(work, contract, seal);
  return waiting.length;
}

/** Seals all that waits, batch after batch. */
export async function sealWaiting(work: Work, sealing: Sealing): Promise<void> {
  await tellTimesInUtc(work);
  for (let batches = 0; batches < mostBatches; batches += 1) {
    if ((await sealBatch(work, sealing)) < largestBatch) return;
  }
}
