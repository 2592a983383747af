import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key as it lies in the vault: closed by the key-encryption key of this name. */
export interface Wrapped {
  kek: string;
  bytes: Buffer;
}

/** A key in the clear, and whose it is: wrapped for one, it does not open for another. */
export interface KeyOf {
  subject: string;
  bytes: Buffer;
}

/** What closes data keys: a file on this machine, or a service that never hands its key out. */
export interface KeyEncryption {
  /** Name of the key that wraps from now on. */
  current(): Promise<string>;
  wrap(keys: readonly KeyOf[]): Promise<Wrapped[]>;
  unwrap(keys: readonly (Wrapped & { subject: string })[]): Promise<Buffer[]>;
}

const authTagLength = 16;
const ivLength = 12;
const aad = (kek: string, subject: string) => Buffer.from(`data key|${kek}|${subject}`);

function readRing(json: string): { current: string; keys: Map<string, Buffer> } {
  const { current, keys } = JSON.parse(json) as { current: string; keys: Record<string, string> };
  const ring = new Map(
    Object.entries(keys).map(([name, key]) => [name, Buffer.from(key, 'base64')]),
  );
  if (!ring.has(current) || [...ring.values()].some(({ length }) => length !== 32)) {
    throw new Error(
      'The ring of key-encryption keys needs its current key, and 32 bytes in every key.',
    );
  }
  return { current, keys: ring };
}

/** Key-encryption keys of a file: `{ current, keys: { name: base64 } }`, each of 32 bytes. */
export function ringEncryption(json: string): KeyEncryption {
  const { current, keys } = readRing(json);

  const wrapOne = ({ subject, bytes }: KeyOf): Wrapped => {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', keys.get(current)!, iv, { authTagLength });
    cipher.setAAD(aad(current, subject));
    const closed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return { kek: current, bytes: Buffer.concat([iv, cipher.getAuthTag(), closed]) };
  };

  const unwrapOne = ({ subject, kek, bytes }: Wrapped & { subject: string }): Buffer => {
    const key = keys.get(kek);
    if (key === undefined) throw new Error(`The key-encryption key ${kek} is not in the ring.`);
    const iv = bytes.subarray(0, ivLength);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength });
    decipher.setAAD(aad(kek, subject));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + authTagLength));
    const closed = bytes.subarray(ivLength + authTagLength);
    return Buffer.concat([decipher.update(closed), decipher.final()]);
  };

  return {
    current: async () => current,
    wrap: async (all) => all.map(wrapOne),
    unwrap: async (all) => all.map(unwrapOne),
  };
}
