import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CryptoKey } from 'jose';
import { SignJWT } from 'jose';
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

async function keyPair(): Promise<{ signing: CryptoKey; verifying: CryptoKey }> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signing = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const verifying = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  return { signing: await readSigningKey(signing), verifying: await readVerifyingKey(verifying) };
}

let gateway: Awaited<ReturnType<typeof keyPair>>;
let stranger: Awaited<ReturnType<typeof keyPair>>;

beforeAll(async () => {
  gateway = await keyPair();
  stranger = await keyPair();
});

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
  test('arrives whole at the service and for the body it speaks of', async () => {
    const token = await signCaller(gateway.signing, caller, 'training', body);

    expect(await verifyCaller(gateway.verifying, token, 'training', body)).toEqual(caller);
  });

  test('counts for no other service, no other body, and from no other hand', async () => {
    const token = await signCaller(gateway.signing, caller, 'training', body);
    const forged = await signCaller(stranger.signing, caller, 'training', body);

    await expect(verifyCaller(gateway.verifying, token, 'awards', body)).rejects.toThrow();
    await expect(verifyCaller(gateway.verifying, token, 'training', `${body} `)).rejects.toThrow();
    await expect(verifyCaller(gateway.verifying, forged, 'training', body)).rejects.toThrow();
  });

  test.each([
    ['a minute old', { age: 60, left: 60 }],
    ['expired', { left: -10 }],
    ['of another issuer', { iss: 'somebody' }],
    ['silent on the body', { bdy: null }],
  ])('is refused when %s', async (_why, claims) => {
    const token = await altered(claims);
    const sound = await altered({});

    await expect(verifyCaller(gateway.verifying, sound, 'training', body)).resolves.toBeDefined();
    await expect(verifyCaller(gateway.verifying, token, 'training', body)).rejects.toThrow();
  });

  test('is refused when it is cut short or unsigned', async () => {
    const token = await signCaller(gateway.signing, caller, 'training', body);
    const [header, payload] = token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');

    for (const bad of [token.slice(0, -4), `${header}.${payload}.`, `${none}.${payload}.`, '']) {
      await expect(verifyCaller(gateway.verifying, bad, 'training', body)).rejects.toThrow();
    }
  });
});
