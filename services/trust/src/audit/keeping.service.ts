import type { Asks } from './chain-reader.js';
import { findSeal, readLeaves, readSeals } from './chain-reader.js';
import type { KeptSeal, Seal } from './seal.rules.js';
import type { SealStore } from './seal-store.js';
import { findKept, keyName, sealName, toText } from './seal-store.js';
import type { Signer } from './signing.js';

const atOnce = 20;
/** A keeper that did not keep for longer looks where it stands before it goes on. */
const fewBehind = 100;
const mostPerTurn = 400;

const contradicts = (seal: Seal) =>
  new Error(`The second store keeps another seal ${seal.number} of ${seal.service}: a fork.`);

async function keep(store: SealStore, seal: KeptSeal): Promise<void> {
  const name = sealName(seal.service, seal);
  const text = toText(seal);
  if (await store.add(name, text)) return;
  if ((await store.get(name)) !== text) throw contradicts(seal);
}

/** Puts the public key where whoever verifies finds it, also after the service has another. */
async function keepKey(store: SealStore, { keyId, publicKey }: Signer): Promise<void> {
  const name = keyName(keyId);
  if (await store.add(name, publicKey)) return;
  if ((await store.get(name)) !== publicKey)
    throw new Error(`The second store keeps another ${name}.`);
}

/** Seals are kept in their order, so the last kept one is found by halving; archived ones were kept. */
async function lastKept(asks: Asks, store: SealStore, last: Seal): Promise<number> {
  const { service } = last;
  let [low, high] = [0, last.number];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const seal = await findSeal(asks, service, middle);
    if (seal === null || (await findKept(store, service, seal))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Copies committed seals to the second store, each once. What a kill left out is caught up at the
 * next turn; a seal that contradicts a kept one is never put over it.
 */
export class Keeper {
  /** The last seal that the store surely has. */
  private kept: number | null = null;
  private keyIsKept = false;

  constructor(
    private readonly service: string,
    private readonly store: SealStore,
    private readonly signer: Signer,
  ) {}

  async keepCommitted(asks: Asks): Promise<void> {
    if (!this.keyIsKept) await keepKey(this.store, this.signer);
    this.keyIsKept = true;
    const last = await findSeal(asks, this.service);
    if (last === null) return;
    const behind = this.kept === null ? Infinity : last.number - this.kept;
    if (behind < 0 || behind > fewBehind) this.kept = await lastKept(asks, this.store, last);
    for (let done = 0; this.kept! < last.number && done < mostPerTurn; done += atOnce)
      this.kept = await this.keepSome(asks, this.kept!);
  }

  private async keepSome(asks: Asks, after: number): Promise<number> {
    const seals = await readSeals(asks, this.service, after, atOnce);
    const leaves = await readLeaves(asks, seals);
    for (const [at, seal] of seals.entries()) {
      await keep(this.store, { ...seal, leaves: leaves[at]! });
      this.kept = seal.number;
    }
    return seals.at(-1)?.number ?? after;
  }
}
