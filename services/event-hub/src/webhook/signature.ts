import type { KeyObject } from 'node:crypto';
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';

export type SignatureKind = 'V1' | 'V1A';

/** What signs the deliveries of one subscription, in the clear: it never leaves the process. */
export interface SigningKey {
  kind: SignatureKind;
  /** 32 random bytes for HMAC, the seed of the private key for ed25519. */
  bytes: Buffer;
}

const secretPrefix = 'whsec_';
const publicPrefix = 'whpk_';

// What PKCS#8 puts before the 32 bytes of an ed25519 key (RFC 8410).
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });

function newSeed(): Buffer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8Head.length);
}

export const newSigningKey = (kind: SignatureKind): SigningKey => ({
  kind,
  bytes: kind === 'V1' ? randomBytes(32) : newSeed(),
});

/** The secret as its receiver keeps it; of ed25519 nothing secret is given away. */
export const secretText = ({ kind, bytes }: SigningKey): string | null =>
  kind === 'V1' ? secretPrefix + bytes.toString('base64') : null;

/** The public half as its receiver keeps it. */
export function publicKeyText({ kind, bytes }: SigningKey): string | null {
  if (kind === 'V1') return null;
  const spki = createPublicKey(privateKeyOf(bytes)).export({ format: 'der', type: 'spki' });
  return publicPrefix + spki.subarray(-32).toString('base64');
}

/** Signs what belongs to one attempt: its id, its time and the bytes of its body. */
export type Signer = (signed: string) => string;

function signerOf({ kind, bytes }: SigningKey): Signer {
  if (kind === 'V1') {
    // Made once: of raw bytes every signature would make a key anew, at seven times the cost.
    const secret = createSecretKey(bytes);
    return (signed) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
  }
  const key = privateKeyOf(bytes);
  return (signed) => `v1a,${sign(null, Buffer.from(signed), key).toString('base64')}`;
}

/** The headers of the Standard Webhooks, signed by every key that is valid: who rotates has two. */
export function signWith(keys: readonly SigningKey[]) {
  const signers = keys.map(signerOf);
  return (id: string, at: Date, body: string): Record<string, string> => {
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const signed = `${id}.${timestamp}.${body}`;
    return {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signers.map((each) => each(signed)).join(' '),
    };
  };
}
