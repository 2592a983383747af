import type { Asks } from './chain-reader.js';
import { endOf, findSeal, readBatches, readSeals, tellTimesInUtc } from './chain-reader.js';
import type { Finding, StoredBatch, Tail } from './chain.rules.js';
import { checkBatch, checkTail } from './chain.rules.js';
import type { ChainEnd, KeptSeal, Leaf, Seal } from './seal.rules.js';
import { beginning } from './seal.rules.js';
import type { SealStore } from './seal-store.js';
import { findArchived, findKept, findKeptAfter, keyName } from './seal-store.js';
import { isSignedBy } from './signing.js';

const atOnce = 100;
const mostEntriesAtOnce = 10_000;
/** After this an entry is under a seal, and a little later its seal in the second store. */
const sealedWithinMs = 10_000;
const keptWithinMs = 60_000;

export interface VerificationOptions {
  service: string;
  store: SealStore;
  /** Verifies from here on, and takes what lies before for verified. */
  fromSeal?: number;
  /** Epochs that began by a restore the operator knows of: what it lost is not held against them. */
  restored?: readonly number[];
  now?: () => number;
}

export interface Verdict {
  /** Null when all is as it was sealed. */
  finding: Finding | null;
  seals: number;
  entries: number;
  /** Where the chain ends. */
  end: ChainEnd;
}

/** Public keys of the second store, each fetched once. */
class Keys {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly store: SealStore) {}

  async learn(keyId: string): Promise<void> {
    if (!this.known.has(keyId)) this.known.set(keyId, await this.store.get(keyName(keyId)));
  }

  isSigned(seal: Seal): boolean {
    const key = this.known.get(seal.keyId);
    return typeof key === 'string' && isSignedBy(key, seal);
  }
}

class Verification {
  private readonly keys: Keys;
  private seals = 0;
  private entries = 0;

  constructor(
    private readonly asks: Asks,
    private readonly options: VerificationOptions,
  ) {
    this.keys = new Keys(options.store);
  }

  async run(): Promise<Verdict> {
    await tellTimesInUtc(this.asks);
    // Looked up first: what is kept was committed before, so the database must have it.
    const lastStored = await findSeal(this.asks, this.options.service);
    const beyond = await this.keptBehind(lastStored ? endOf(lastStored) : beginning);
    let end = await this.begin();
    for (;;) {
      const batches = await this.nextBatches(end);
      if (batches.length === 0) return this.verdict(await this.checkEnd(end, beyond), end);
      for (const batch of batches) {
        const finding = await this.check(end, batch);
        if (finding) return this.verdict(finding, end);
        end = endOf(batch.seal);
      }
    }
  }

  private verdict(finding: Finding | null, end: ChainEnd): Verdict {
    return { finding, seals: this.seals, entries: this.entries, end };
  }

  private async begin(): Promise<ChainEnd> {
    const { fromSeal = 1, service } = this.options;
    const before = fromSeal > 1 ? await findSeal(this.asks, service, fromSeal - 1) : null;
    return before ? endOf(before) : beginning;
  }

  private async nextBatches(end: ChainEnd): Promise<StoredBatch[]> {
    const { store, service } = this.options;
    const seals = await readSeals(this.asks, service, end.number, atOnce);
    const next = end.number + 1;
    if (seals[0] && seals[0].number > next) {
      const archived = await findArchived(store, service, { epoch: end.epoch, number: next });
      if (archived) return [archived];
    }
    let sum = 0;
    const some = seals.filter(
      ({ entries }, at) => (sum += entries) <= mostEntriesAtOnce || at === 0,
    );
    return some.length === 0 ? [] : readBatches(this.asks, some);
  }

  private async check(end: ChainEnd, batch: StoredBatch): Promise<Finding | null> {
    const { seal } = batch;
    const { store, service } = this.options;
    await this.keys.learn(seal.keyId);
    const lost = await this.lostByRestore(end, seal);
    if (lost) return checkTail(end, { looseLeaf: null, lost, unsealed: null });
    const kept = await findKept(store, service, seal);
    if (kept) await this.keys.learn(kept.keyId);
    const evidence = { kept, isSigned: (each: Seal) => this.keys.isSigned(each) };
    const finding = checkBatch(end, batch, evidence);
    if (finding) return finding;
    this.seals += 1;
    this.entries += seal.entries;
    const { now = Date.now } = this.options;
    if (kept || now() - Date.parse(seal.sealedAt) < keptWithinMs) return null;
    const says = 'the second store does not have the seal';
    return { damage: 'NOT_KEPT', seal: seal.number, entryId: null, says };
  }

  /** A restore begins an epoch, and what the epoch before had sealed since the backup is lost. */
  private async lostByRestore(end: ChainEnd, seal: Seal): Promise<KeptSeal | null> {
    if (seal.epoch === end.epoch || end.number === 0 || !this.keys.isSigned(seal)) return null;
    return this.options.restored?.includes(seal.epoch) ? null : this.keptAfter(end);
  }

  private keptAfter(end: Pick<ChainEnd, 'epoch' | 'number'>): Promise<KeptSeal | null> {
    return findKeptAfter(this.options.store, this.options.service, end);
  }

  /** A seal behind the last of the database: of its epoch, unless a restore ended that, or the next. */
  private async keptBehind(end: ChainEnd): Promise<KeptSeal | null> {
    const next = end.epoch + 1;
    const known = this.options.restored?.includes(next) ? null : await this.keptAfter(end);
    return known ?? this.keptAfter({ ...end, epoch: next });
  }

  private async checkEnd(end: ChainEnd, beyond: KeptSeal | null): Promise<Finding | null> {
    const lost = beyond !== null && beyond.number > end.number ? beyond : null;
    return checkTail(end, { lost, ...(await readTail(this.asks)) });
  }
}

/** Leaves behind the last seal, and the oldest entry that should be under one. */
async function readTail(asks: Asks): Promise<Omit<Tail, 'lost'>> {
  const [looseLeaf = null] = await asks.sql<Leaf>(
    `select entry_id::text as "entryId", encode(hash, 'hex') as hash from audit_leaf
     where seq > coalesce((select max(last_seq) from audit_seal), 0)
        or seq < coalesce((select min(first_seq) from audit_seal), 1) order by seq limit 1`,
  );
  const [unsealed = null] = await asks.sql<NonNullable<Tail['unsealed']>>(
    `select e.id::text as "entryId", e.recorded_at as "recordedAt" from audit_entry e
     where e.recorded_at < now() - $1 * interval '1 millisecond'
       and not exists (select from audit_leaf l where l.entry_id = e.id)
     order by e.id limit 1`,
    [sealedWithinMs],
  );
  return { looseLeaf, unsealed };
}

/**
 * Holds a chain against its rows, its signatures and what the second store keeps, from the first seal
 * to the last, a few thousand rows at a time. Answers with the first thing that is wrong.
 */
export const verifyChain = (asks: Asks, options: VerificationOptions): Promise<Verdict> =>
  new Verification(asks, options).run();
