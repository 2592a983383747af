import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';

/** Where a ciphertext belongs; moved to another row or column it does not open. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

/** Version of the format, at the head of each ciphertext. */
const format = 'p1';
const authTagLength = 16;
const ivLength = 12;

const aad = ({ table, column, rowId }: Place, { subject }: PersonKey) =>
  Buffer.from([format, table, column, rowId, subject].join('|'));

/** AES-256-GCM under the person's key, bound to its place: `p1.<iv, tag and text in base64url>`. */
export function close(key: PersonKey, place: Place, plain: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv, { authTagLength });
  cipher.setAAD(aad(place, key));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${format}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`;
}

/**
 * Null when the person's key was destroyed. Throws when the text was altered, moved or cut, and when
 * the vault never had the key: then it is not the vault of these rows.
 */
export function open(
  key: PersonKey | null | undefined,
  place: Place,
  stored: string,
): string | null {
  if (key === null) return null;
  if (key === undefined) throw new Error('The vault does not know the key of this ciphertext.');
  const [version, body = ''] = stored.split('.');
  if (version !== format) throw new Error('This ciphertext has a format that nobody knows.');
  const bytes = Buffer.from(body, 'base64url');
  const iv = bytes.subarray(0, ivLength);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, iv, { authTagLength });
  decipher.setAAD(aad(place, key));
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + authTagLength));
  const text = bytes.subarray(ivLength + authTagLength);
  return decipher.update(text, undefined, 'utf8') + decipher.final('utf8');
}
