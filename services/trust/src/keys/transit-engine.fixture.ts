import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Item {
  plaintext?: string;
  ciphertext?: string;
  associated_data: string;
}

const token = 'let-me-in';
const name = 'jejaring-test';

async function bodyOf(request: IncomingMessage): Promise<{ batch_input: Item[] }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString()) as { batch_input: Item[] };
}

function encrypt(versions: Buffer[], { plaintext, associated_data }: Item) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', versions.at(-1)!, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(associated_data, 'base64'));
  const text = Buffer.concat([cipher.update(plaintext!, 'base64'), cipher.final()]);
  const bytes = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
  return { ciphertext: `vault:v${versions.length}:${bytes}` };
}

function decrypt(versions: Buffer[], { ciphertext, associated_data }: Item) {
  const [, version, body] = ciphertext!.split(':') as [string, string, string];
  const bytes = Buffer.from(body, 'base64');
  const key = versions[Number(version.slice(1)) - 1]!;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(associated_data, 'base64'));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return { plaintext: plain.toString('base64') };
}

/** Answers as the transit engine of Vault does, with real AES and keys that stay inside. */
export async function startTransit() {
  const versions = [randomBytes(32)];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const answer = (status: number, data: object) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ data }));
    if (request.headers['x-vault-token'] !== token) return answer(403, {});
    if (request.url === `/v1/transit/keys/${name}`)
      return answer(200, { latest_version: versions.length });
    const act = request.url === `/v1/transit/encrypt/${name}` ? encrypt : decrypt;
    void bodyOf(request)
      .then(({ batch_input }) => batch_input.map((item) => act(versions, item)))
      .then((batch_results) => answer(200, { batch_results }))
      .catch(() => answer(400, {}));
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/transit`,
    key: name,
    token,
    requests: () => requests,
    rotate: async () => void versions.push(randomBytes(32)),
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
