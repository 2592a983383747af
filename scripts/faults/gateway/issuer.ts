import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';

interface Key {
  kid: string;
  privateKey: KeyObject;
  jwk: Record<string, unknown>;
}

export interface Person {
  role: string;
  region: string;
  number: number;
}

export type BadToken = 'forged' | 'expired' | 'withdrawn';

/** An OpenID Connect issuer that can be away, and that changes its keys. */
export class RestlessIssuer {
  private keys: Key[] = [makeKey('key-0')];
  private withdrawn: Key | null = null;
  private made = 1;
  private readonly forger = makeKey('key-0');
  private readonly tokens = new Map<string, { token: Promise<string>; madeAt: number }>();
  private server: Server | null = null;

  constructor(private readonly port: number) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      const discovery = { issuer: this.url, jwks_uri: `${this.url}/jwks` };
      const keys = { keys: this.keys.map(({ jwk }) => jwk) };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/jwks' ? keys : discovery));
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  }

  /** A new key beside the old ones; tokens are signed with it from now on. */
  rotate(): void {
    this.keys.push(makeKey(`key-${this.made}`));
    this.made += 1;
    this.tokens.clear();
  }

  /** A new key instead of all others, as after one was stolen. */
  withdraw(): void {
    this.withdrawn = this.keys.at(-1)!;
    this.rotate();
    this.keys = this.keys.slice(-1);
  }

  token(person: Person): Promise<string> {
    const name = JSON.stringify(person);
    const known = this.tokens.get(name);
    if (known !== undefined && Date.now() - known.madeAt < 120_000) return known.token;
    const token = this.sign(person, this.keys.at(-1)!, 600);
    this.tokens.set(name, { token, madeAt: Date.now() });
    return token;
  }

  /** Tokens that must never be believed. */
  badToken(kind: BadToken, person: Person): Promise<string> {
    if (kind === 'forged') return this.sign(person, this.forger, 600);
    // Until a key is withdrawn there is none to sign with: an expired token is as bad.
    if (kind === 'withdrawn' && this.withdrawn !== null)
      return this.sign(person, this.withdrawn, 600);
    return this.sign(person, this.keys.at(-1)!, -60);
  }

  private sign({ role, region, number }: Person, key: Key, lifeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({
      iss: this.url,
      aud: 'jejaring',
      sub: `person-${number}`,
      iat: now - 120,
      exp: now + lifeSeconds,
      role,
      region,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
      .sign(key.privateKey);
  }
}

function makeKey(kid: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    kid,
    privateKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' },
  };
}
