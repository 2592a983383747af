import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

/** An OpenID Connect issuer small enough to be taken down, and to be lied about. */
export interface TestIssuer {
  url: string;
  publicKey: KeyObject;
  /** Requests that reached it. */
  asked: number;
  answering: boolean;
  /** Takes a new key beside the first one; tokens are signed by it from then on. */
  rotate(): void;
  /** Takes a new key instead of the others. */
  withdraw(): void;
  /** A token that the gateway accepts, unless the changes make it one that it must not. */
  token(claims?: Record<string, unknown>, change?: TokenChange): Promise<string>;
  stop(): Promise<void>;
}

export interface TokenChange {
  header?: Record<string, unknown>;
  key?: KeyObject | Uint8Array;
  without?: readonly string[];
}

const seconds = () => Math.floor(Date.now() / 1_000);

export async function startIssuer(port = 0): Promise<TestIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const describe = (key: KeyObject, kid: string) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    alg: 'ES256',
    use: 'sig',
  });
  const keys = [describe(publicKey, 'one')];
  let signing = { key: privateKey, kid: 'one' };
  const server = createServer((request, response) => {
    issuer.asked += 1;
    if (!issuer.answering) return response.writeHead(500).end('no');
    const discovery = { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` };
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(request.url === '/jwks' ? { keys } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer: TestIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey,
    asked: 0,
    answering: true,
    rotate() {
      const next = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      keys.push(describe(next.publicKey, 'two'));
      signing = { key: next.privateKey, kid: 'two' };
    },
    withdraw() {
      issuer.rotate();
      keys.splice(0, keys.length - 1);
    },
    token: (claims = {}, change = {}) =>
      sign(issuer.url, signing.key, claims, {
        ...change,
        header: { kid: signing.kid, ...change.header },
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}

function sign(
  iss: string,
  own: KeyObject,
  claims: Record<string, unknown>,
  change: TokenChange,
): Promise<string> {
  const payload: Record<string, unknown> = {
    iss,
    aud: 'jejaring',
    sub: `person-${randomUUID()}`,
    iat: seconds(),
    exp: seconds() + 300,
    role: 'DINSOS_REGENCY_STAFF',
    region: '32.79',
    ...claims,
  };
  for (const name of change.without ?? []) delete payload[name];
  const header = { alg: 'ES256', typ: 'at+jwt', kid: 'one', ...change.header };
  const understood = { crit: { exp: true } };
  return new SignJWT(payload).setProtectedHeader(header).sign(change.key ?? own, understood);
}
