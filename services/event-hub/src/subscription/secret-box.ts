import type { KeyEncryption } from '@jejaring/trust/keys/key-encryption';
import type { SignatureKind, SigningKey } from '../webhook/signature.js';

/** A signing key as it lies in the database. */
export interface ClosedKey {
  id: string;
  signature: SignatureKind;
  kek: string;
  closed: Buffer;
}

/** Bound to its row: put into another, it does not open. */
export const subjectOf = (id: string, signature: string): string =>
  `subscription_key|${signature}|${id}`;

/** Closes and opens what signs webhooks. It gets its ring when the process starts, after the graph was made. */
export class SecretBox {
  private ring: KeyEncryption | null = null;

  use(ring: KeyEncryption): void {
    this.ring = ring;
  }

  async close(id: string, { kind, bytes }: SigningKey): Promise<{ kek: string; closed: Buffer }> {
    const [wrapped] = await this.opened().wrap([{ subject: subjectOf(id, kind), bytes }]);
    return { kek: wrapped!.kek, closed: wrapped!.bytes };
  }

  async open(keys: readonly ClosedKey[]): Promise<SigningKey[]> {
    const opened = await this.opened().unwrap(
      keys.map(({ id, signature, kek, closed }) => ({
        subject: subjectOf(id, signature),
        kek,
        bytes: closed,
      })),
    );
    return keys.map(({ signature }, index) => ({ kind: signature, bytes: opened[index]! }));
  }

  private opened(): KeyEncryption {
    if (this.ring === null) throw new Error('The event-hub has no ring of keys.');
    return this.ring;
  }
}

export const secretBox = new SecretBox();
