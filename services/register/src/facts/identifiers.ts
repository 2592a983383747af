import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from '@jejaring/chassis/work/key-ring';

/** Where a ciphertext belongs; moved to another row or column it does not open. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

const authTagLength = 16;
const ivLength = 12;

/** Reads `{ current, keys: { name: base64 }, indexKey: base64 }`; refuses keys that are not 32 bytes. */
export function readKeyRing(json: string): KeyRing {
  const { current, keys, indexKey } = JSON.parse(json) as {
    current: string;
    keys: Record<string, string>;
    indexKey: string;
  };
  const ring = {
    current,
    keys: new Map(Object.entries(keys).map(([name, key]) => [name, Buffer.from(key, 'base64')])),
    indexKey: Buffer.from(indexKey, 'base64'),
  };
  const all = [...ring.keys.values(), ring.indexKey];
  if (!ring.keys.has(current) || all.some((key) => key.length !== 32)) {
    throw new Error('The identifier key ring needs its current key, and 32 bytes in every key.');
  }
  return ring;
}

const aad = ({ table, column, rowId }: Place, keyName: string) =>
  Buffer.from([table, column, rowId, keyName].join('|'));

/** AES-256-GCM bound to its place: `<key name>.<iv>.<tag>.<text>` in base64url. */
export function encrypt(ring: KeyRing, place: Place, plain: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', ring.keys.get(ring.current)!, iv, { authTagLength });
  cipher.setAAD(aad(place, ring.current));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
  return [ring.current, ...parts].join('.');
}

/** Throws when the text was altered, moved, or written with a key that is gone. */
export function decrypt(ring: KeyRing, place: Place, stored: string): string {
  const [keyName = '', iv = '', tag = '', text = ''] = stored.split('.');
  const key = ring.keys.get(keyName);
  if (key === undefined) throw new Error('The key of this ciphertext is not in the ring.');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
    authTagLength,
  });
  decipher.setAAD(aad(place, keyName));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return decipher.update(text, 'base64url', 'utf8') + decipher.final('utf8');
}

/**
 * A keyed fingerprint to find an identifier again without opening it. The space of identity numbers
 * can be counted through, so an unkeyed hash would protect nothing.
 */
export const blindIndex = (ring: KeyRing, kind: string, value: string): Buffer =>
  createHmac('sha256', ring.indexKey).update(`${kind}\0${value}`).digest();
