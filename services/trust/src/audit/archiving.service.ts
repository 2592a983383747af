import type { Asks } from './chain-reader.js';
import { findSeal, readBatches, readSeals, tellTimesInUtc } from './chain-reader.js';
import type { Seal } from './seal.rules.js';
import type { SealStore } from './seal-store.js';
import { addArchived } from './seal-store.js';

const atOnce = 20;

/** What would leave the database, or has left it. */
export interface Archived {
  seals: number;
  entries: number;
  /** Number of the last seal of it; null for nothing. */
  lastSeal: number | null;
}

/** Seals of before a day, from the first on; the last one of all stays, for the chain goes on from it. */
async function nextSeals(asks: Asks, service: string, after: number, before: Date) {
  const last = await findSeal(asks, service);
  const seals = await readSeals(asks, service, after, atOnce);
  return seals.filter(
    ({ number, sealedAt }) => number !== last?.number && Date.parse(sealedAt) < before.getTime(),
  );
}

const add = ({ seals, entries }: Archived, more: readonly Seal[]): Archived => ({
  seals: seals + more.length,
  entries: entries + more.reduce((sum, each) => sum + each.entries, 0),
  lastSeal: more.at(-1)!.number,
});

const nothing: Archived = { seals: 0, entries: 0, lastSeal: null };

/** What archiving would take, as long as nothing is taken. */
export async function previewArchive(
  asks: Asks,
  { service, before }: { service: string; before: Date },
): Promise<Archived> {
  let sum = nothing;
  for (;;) {
    const seals = await nextSeals(asks, service, sum.lastSeal ?? 0, before);
    if (seals.length === 0) return sum;
    sum = add(sum, seals);
  }
}

/** Takes out what was archived, rows and leaves and seals together. */
async function remove(asks: Asks, seals: readonly Seal[]): Promise<void> {
  const under = 'in (select entry_id from audit_leaf where seq <= $1)';
  const { lastSeq, number } = seals.at(-1)!;
  await asks.sql(`delete from audit_subject where entry_id ${under}`, [lastSeq]);
  // One statement: leaves point to entries, and neither may be without the other.
  await asks.sql(
    `with gone as (delete from audit_leaf where seq <= $1 returning entry_id)
     delete from audit_entry where id in (select entry_id from gone)`,
    [lastSeq],
  );
  await asks.sql('delete from audit_seal where number <= $1', [number]);
}

/**
 * Moves batches of before a day into the second store, whole, a few in each transaction. They stay
 * verifiable there: the signed seals stand over the archived rows as they did over the stored ones.
 */
export async function archive(
  asks: Asks,
  { service, before, store }: { service: string; before: Date; store: SealStore },
): Promise<Archived> {
  let sum = nothing;
  for (;;) {
    await asks.sql('begin');
    await tellTimesInUtc(asks);
    const seals = await nextSeals(asks, service, sum.lastSeal ?? 0, before);
    if (seals.length > 0) {
      for (const batch of await readBatches(asks, seals)) await addArchived(store, batch);
      await remove(asks, seals);
      sum = add(sum, seals);
    }
    await asks.sql('commit');
    if (seals.length === 0) return sum;
  }
}
