import type { KeyExportOptions, KeyObject } from 'node:crypto';
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { jwtVerify, SignJWT } from 'jose';
import { anonymous } from '../work/scope.rules.js';
import type { Caller } from '../work/scope.rules.js';
import { readSigningKey, readVerifyingKey, signCaller, verifyCaller } from './internal-token.js';

const caller: Caller = {
  ...anonymous('request-1'),
  id: 'officer-1',
  role: 'KT_OFFICER',
  region: '32.79.04.2006',
  organizationId: randomUUID(),
};
const body = '{"query":"{ cases { id } }"}';
const ofBody = createHash('sha256').update(body).digest('base64url');

const pemOf = (key: KeyObject, type: 'pkcs8' | 'spki') =>
  key.export({ type, format: 'pem' } as KeyExportOptions<'pem'>) as string;

function keyPair(): { signing: KeyObject; verifying: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    signing: readSigningKey(pemOf(privateKey, 'pkcs8')),
    verifying: readVerifyingKey(pemOf(publicKey, 'spki')),
  };
}

const gateway = keyPair();
const stranger = keyPair();

/** The gateway's own claims, signed with one of them changed. */
function altered(claims: { age?: number; left?: number; iss?: string; bdy?: string | null }) {
  const now = Math.floor(Date.now() / 1000);
  const { age = 0, left = 30, iss = 'jejaring-gateway', bdy = ofBody } = claims;
  return new SignJWT({ role: 'AUDITOR', rid: 'r', region: '', ...(bdy === null ? {} : { bdy }) })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuer(iss)
    .setAudience('training')
    .setSubject('x')
    .setJti(randomUUID())
    .setIssuedAt(now - age)
    .setExpirationTime(now + left)
    .sign(gateway.signing);
}

describe('the gateway’s word on a caller', () => {
  test('arrives whole at the service and for the body it speaks of', () => {
    const token = signCaller(gateway.signing, caller, 'training', body);

    expect(verifyCaller(gateway.verifying, token, 'training', body)).toEqual(caller);
  });

  test('is a token like any other to a library', async () => {
    const token = signCaller(gateway.signing, caller, 'training', body);

    const { payload } = await jwtVerify(token, gateway.verifying, {
      algorithms: ['EdDSA'],
      issuer: 'jejaring-gateway',
      audience: 'training',
      maxTokenAge: 30,
    });
    expect(payload).toMatchObject({ sub: 'officer-1', rid: 'request-1', bdy: ofBody });
  });

  test('counts for no other service, no other body, and from no other hand', () => {
    const token = signCaller(gateway.signing, caller, 'training', body);
    const forged = signCaller(stranger.signing, caller, 'training', body);

    expect(() => verifyCaller(gateway.verifying, token, 'awards', body)).toThrow();
    expect(() => verifyCaller(gateway.verifying, token, 'training', `${body} `)).toThrow();
    expect(() => verifyCaller(gateway.verifying, forged, 'training', body)).toThrow();
  });

  test.each([
    ['a minute old', { age: 60, left: 60 }],
    ['expired', { left: -10 }],
    ['of another issuer', { iss: 'somebody' }],
    ['silent on the body', { bdy: null }],
  ])('is refused when %s', async (_why, claims) => {
    const token = await altered(claims);
    const sound = await altered({});

    expect(verifyCaller(gateway.verifying, sound, 'training', body)).toBeDefined();
    expect(() => verifyCaller(gateway.verifying, token, 'training', body)).toThrow();
  });

  test('is refused under every header but its own, whoever signed', async () => {
    const secret = gateway.verifying.export({ type: 'spki', format: 'der' });
    const claims = { role: 'AUDITOR', rid: 'r', region: '', bdy: ofBody };
    const sign = (alg: string, typ: string, key: KeyObject | Uint8Array) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, typ })
        .setIssuer('jejaring-gateway')
        .setAudience('training')
        .setSubject('x')
        .setJti('one')
        .setIssuedAt()
        .setExpirationTime('30s')
        .sign(key);
    const sound = await sign('EdDSA', 'JWT', gateway.signing);
    const confused = await sign('HS256', 'JWT', secret);
    const otherwise = await sign('EdDSA', 'at+jwt', gateway.signing);

    expect(verifyCaller(gateway.verifying, sound, 'training', body)).toBeDefined();
    for (const bad of [confused, otherwise]) {
      expect(() => verifyCaller(gateway.verifying, bad, 'training', body)).toThrow();
    }
  });

  test('is refused when it is cut short or unsigned', () => {
    const token = signCaller(gateway.signing, caller, 'training', body);
    const [header, payload] = token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const twice = `${token}.${token.split('.')[2]}`;

    for (const bad of [
      token.slice(0, -4),
      `${header}.${payload}.`,
      `${none}.${payload}.`,
      twice,
      '',
    ]) {
      expect(() => verifyCaller(gateway.verifying, bad, 'training', body)).toThrow();
    }
  });
});

test('no other kind of key is taken for the gateway’s', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  expect(() => readSigningKey(pemOf(privateKey, 'pkcs8'))).toThrow('Ed25519');
  expect(() => readVerifyingKey(pemOf(publicKey, 'spki'))).toThrow('Ed25519');
});
