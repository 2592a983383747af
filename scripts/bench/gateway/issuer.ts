import type { KeyObject } from 'node:crypto';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An OpenID Connect issuer that signs as most do (RS256), each token for another person. */
export interface BenchIssuer {
  url: string;
  /** By its claims for an officer of one regency, unless others are given. */
  token(claims?: { role: string; region: string }): string;
  stop(): void;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = encode({ alg: 'RS256', typ: 'at+jwt', kid: 'one' });

export async function startIssuer(): Promise<BenchIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    const discovery = { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : discovery));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let signed = 0;
  const issuer: BenchIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: (claims) => sign(privateKey, { ...claims, iss: issuer.url }, (signed += 1)),
    stop: () => void server.close(),
  };
  return issuer;
}

function sign(key: KeyObject, own: { iss: string }, number: number): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: 'jejaring',
    sub: `officer-${number}`,
    iat: now,
    exp: now + 900,
    role: 'DINSOS_REGENCY_STAFF',
    region: '32.79',
    ...own,
  };
  const signedPart = `${header}.${encode(claims)}`;
  return `${signedPart}.${createSign('sha256').update(signedPart).sign(key, 'base64url')}`;
}

/** Tokens in order, signed ahead of a measurement, so that signing costs nothing while it runs. */
export class TokenPool {
  private readonly tokens: string[] = [];

  constructor(private readonly issuer: BenchIssuer) {}

  grow(until: number): void {
    while (this.tokens.length < until) this.tokens.push(this.issuer.token());
  }

  at(place: number): string {
    // More were used than foreseen: sign now rather than use one twice.
    this.grow(place + 1);
    return this.tokens[place]!;
  }
}
