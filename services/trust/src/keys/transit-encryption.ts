import type { KeyEncryption, KeyOf } from './key-encryption.js';

interface Transit {
  /** Of the engine: `https://vault.example/v1/transit`. */
  url: string;
  /** Name of its key, of a type that takes associated data (aes256-gcm96). */
  key: string;
  token: string;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** `vault:v3:…` was closed by version 3 of the key. */
const versionOf = (ciphertext: string) => ciphertext.split(':')[1] ?? '';

/**
 * Key-encryption by the transit engine of HashiCorp Vault or OpenBao: the key never leaves it, and
 * its versions are the names here. Many keys cost one request.
 */
export function transitEncryption({ url, key, token }: Transit): KeyEncryption {
  async function ask<Data>(path: string, body?: object): Promise<Data> {
    const response = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-vault-token': token, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(5_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    // What it says may repeat what it was sent.
    if (!response.ok) throw new Error(`The transit engine answered ${response.status}.`);
    return ((await response.json()) as { data: Data }).data;
  }

  async function batch<Result>(verb: string, inputs: object[]): Promise<Result[]> {
    if (inputs.length === 0) return [];
    const { batch_results } = await ask<{ batch_results: (Result & { error?: string })[] }>(
      `${verb}/${key}`,
      { batch_input: inputs },
    );
    if (batch_results.some(({ error }) => error)) throw new Error('The transit engine refused.');
    return batch_results;
  }

  return {
    async current() {
      const { latest_version } = await ask<{ latest_version: number }>(`keys/${key}`);
      return `v${latest_version}`;
    },
    async wrap(keys) {
      const inputs = keys.map(({ subject, bytes }: KeyOf) => ({
        plaintext: bytes.toString('base64'),
        associated_data: base64(subject),
      }));
      const results = await batch<{ ciphertext: string }>('encrypt', inputs);
      return results.map(({ ciphertext }) => ({
        kek: versionOf(ciphertext),
        bytes: Buffer.from(ciphertext),
      }));
    },
    async unwrap(keys) {
      const inputs = keys.map(({ subject, bytes }) => ({
        ciphertext: bytes.toString(),
        associated_data: base64(subject),
      }));
      const results = await batch<{ plaintext: string }>('decrypt', inputs);
      return results.map(({ plaintext }) => Buffer.from(plaintext, 'base64'));
    },
  };
}
