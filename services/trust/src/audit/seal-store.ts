import type { StoredBatch } from './chain.rules.js';
import type { KeptSeal } from './seal.rules.js';

/**
 * Where seals are kept besides the database, best under other hands: what lies there is added once
 * and never changed, so that whoever alters the database cannot alter what proves it.
 */
export interface SealStore {
  /** Keeps a text under a name that nothing has; false when something has it already. */
  add(name: string, text: string): Promise<boolean>;
  get(name: string): Promise<string | null>;
  /** Names with this beginning behind a name, ascending, at most 1,000. */
  list(prefix: string, after: string): Promise<string[]>;
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0');

const epochFolder = (service: string, epoch: number) => `${service}/seals/${padded(epoch, 4)}/`;

/** The name of a seal; names sort as numbers do. */
export const sealName = (service: string, { epoch, number }: { epoch: number; number: number }) =>
  `${epochFolder(service, epoch)}${padded(number, 12)}.json`;

export const keyName = (keyId: string): string => `keys/${keyId}.pem`;

/** A kept seal as text; the leaves stand as two columns, which is half as long. */
export function toText({ leaves, ...seal }: KeptSeal): string {
  return JSON.stringify({
    ...seal,
    entryIds: leaves.map(({ entryId }) => entryId),
    hashes: Buffer.concat(leaves.map(({ hash }) => Buffer.from(hash, 'hex'))).toString('base64'),
  });
}

export function fromText(text: string): KeptSeal {
  const { entryIds, hashes, ...seal } = JSON.parse(text) as Omit<KeptSeal, 'leaves'> & {
    entryIds: string[];
    hashes: string;
  };
  const bytes = Buffer.from(hashes, 'base64');
  const hashAt = (at: number) => bytes.subarray(at * 32, at * 32 + 32).toString('hex');
  return { ...seal, leaves: entryIds.map((entryId, at) => ({ entryId, hash: hashAt(at) })) };
}

/** A seal that the store has; null when it has none of this number. */
export async function findKept(
  store: SealStore,
  service: string,
  place: { epoch: number; number: number },
): Promise<KeptSeal | null> {
  const text = await store.get(sealName(service, place));
  return text === null ? null : fromText(text);
}

/** The first seal of an epoch behind a number, if the store has any. */
export async function findKeptAfter(
  store: SealStore,
  service: string,
  place: { epoch: number; number: number },
): Promise<KeptSeal | null> {
  const [name] = await store.list(epochFolder(service, place.epoch), sealName(service, place));
  const text = name === undefined ? null : await store.get(name);
  return text === null ? null : fromText(text);
}

const archiveName = (service: string, { epoch, number }: { epoch: number; number: number }) =>
  `${service}/archive/${padded(epoch, 4)}/${padded(number, 12)}.json`;

/** Keeps a batch with its rows, before they leave the database; the same batch twice does no harm. */
export async function addArchived(store: SealStore, batch: StoredBatch): Promise<void> {
  const { service, number } = batch.seal;
  const name = archiveName(service, batch.seal);
  const text = JSON.stringify(batch);
  if ((await store.add(name, text)) || (await store.get(name)) === text) return;
  throw new Error(`The archive has another batch ${number} of ${service}.`);
}

/** An archived batch; a restore may have begun an epoch between it and the one before. */
export async function findArchived(
  store: SealStore,
  service: string,
  { epoch, number }: { epoch: number; number: number },
): Promise<StoredBatch | null> {
  for (const each of [epoch, epoch + 1]) {
    const text = await store.get(archiveName(service, { epoch: each, number }));
    if (text !== null) return JSON.parse(text) as StoredBatch;
  }
  return null;
}
