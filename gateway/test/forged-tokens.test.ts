import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestIssuer } from './issuer.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.untilReady();
});
afterAll(() => world.close());

const now = Math.floor(Date.now() / 1_000);
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const strangerJwk = stranger.publicKey.export({ format: 'jwk' });

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function parts(issuer: TestIssuer): Promise<[string, string, string]> {
  return (await issuer.token()).split('.') as [string, string, string];
}

async function unsigned({ token }: TestIssuer): Promise<string> {
  const [, payload] = (await token()).split('.');
  return `${encode({ alg: 'none', typ: 'at+jwt' })}.${payload}.`;
}

const publicKeyAsSecret = ({ publicKey }: TestIssuer) =>
  createSecretKey(Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }).toString()));

type Forge = (issuer: TestIssuer) => Promise<string>;

const claims =
  (changed: Record<string, unknown>): Forge =>
  ({ token }) =>
    token(changed);
const header =
  (changed: Record<string, unknown>): Forge =>
  ({ token }) =>
    token({}, { header: changed });
const strange =
  (changed: Record<string, unknown>): Forge =>
  ({ token }) =>
    token({}, { header: changed, key: stranger.privateKey });

const forged: [string, Forge][] = [
  ['no algorithm', unsigned],
  [
    'HS256 with the public key as the secret',
    (issuer) => issuer.token({}, { header: { alg: 'HS256' }, key: publicKeyAsSecret(issuer) }),
  ],
  ['the signature of another key', strange({})],
  ['a key in its own header', strange({ jwk: strangerJwk })],
  ['a key in its own header and none named', strange({ jwk: strangerJwk, kid: undefined })],
  ['its own address for keys', header({ jku: 'http://127.0.0.1:9/keys' })],
  ['its own certificate address', header({ x5u: 'http://127.0.0.1:9/cert' })],
  ['its own certificate', header({ x5c: ['MIIB'] })],
  ['an unknown key', strange({ kid: 'two' })],
  ['a header that must be understood', header({ crit: ['exp'], exp: 1 })],
  ['another issuer', claims({ iss: 'https://issuer.example' })],
  ['another audience', claims({ aud: 'another' })],
  ['no audience', ({ token }) => token({}, { without: ['aud'] })],
  ['the type of an id token', header({ typ: 'JWT' })],
  ['no type', header({ typ: undefined })],
  ['an end in the past', claims({ exp: now - 11 })],
  ['no end', ({ token }) => token({}, { without: ['exp'] })],
  ['a beginning in the future', claims({ nbf: now + 60 })],
  ['no subject', ({ token }) => token({}, { without: ['sub'] })],
  ['an empty subject', claims({ sub: '' })],
  ['no role', ({ token }) => token({}, { without: ['role'] })],
  ['an unknown role', claims({ role: 'ADMIN' })],
  ['the role of the services themselves', claims({ role: 'SYSTEM' })],
  ['several roles', claims({ role: ['DINSOS_REGENCY_STAFF'] })],
  ['a region that is a pattern', claims({ region: '32.%' })],
  ['a region without dots', claims({ region: '3279' })],
  ['a region that ends in a dot', claims({ region: '32.' })],
  ['a region that is a list', claims({ region: ['32'] })],
  ['an organization of another kind', claims({ organization: 'case_01h2xcejqtf2nbrexx3vqjhp41' })],
  ['an organization that is no id', claims({ organization: 'org_1' })],
  ['a signature cut short', async (issuer) => (await issuer.token()).slice(0, -8)],
  ['no signature', async (issuer) => (await parts(issuer)).slice(0, 2).join('.') + '.'],
  [
    'a payload that was changed',
    async (issuer) => {
      const [head, , signature] = await parts(issuer);
      return `${head}.${encode({ iss: issuer.url, role: 'KEMENSOS_STAFF' })}.${signature}`;
    },
  ],
  ['more than 8 kB', claims({ name: 'x'.repeat(9_000) })],
  ['words instead of a token', async () => 'let.me.in'],
  ['two parts only', async () => 'a.b'],
  ['nothing after Bearer', async () => ''],
];

describe('a bad token', () => {
  test.each(forged)('is refused and never public: %s', async (_name, forge) => {
    const before = world.services.training.requests.length;

    const { status, errors, data } = await world.ask('{ trainings }', {
      token: await forge(world.issuer),
    });

    expect({ status, data }).toEqual({ status: 401, data: undefined });
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(world.services.training.requests).toHaveLength(before);
  });

  test('is refused when it comes twice', async () => {
    const token = await world.issuer.token();
    const { status } = await rawAsk(world.url, [`Bearer ${token}`, `Bearer ${token}`]);
    expect(status).toBe(401);
  });

  test('cannot make the gateway ask the issuer again and again', async () => {
    const before = world.issuer.asked;
    for (let round = 0; round < 20; round += 1) {
      const header = { kid: `made-up-${round}` };
      await world.ask('{ trainings }', { token: await world.issuer.token({}, { header }) });
    }
    expect(world.issuer.asked - before).toBeLessThanOrEqual(1);
  });

  test('says only that it has expired, so that a client can renew it', async () => {
    const { errors } = await world.ask('{ trainings }', {
      token: await world.issuer.token({ exp: now - 60 }),
    });
    expect(errors[0]).toMatchObject({
      message: 'The access token is expired.',
      extensions: { reason: 'expired' },
    });
  });
});

describe('a good token', () => {
  test('tells the service who asks, for which region and organization', async () => {
    const organization = 'org_01h2xcejqtf2nbrexx3vqjhp41';
    const token = await world.issuer.token({ sub: 'siti', region: '32.79', organization });

    const { errors } = await world.ask('{ trainings }', {
      token,
      headers: { 'x-request-id': 'request-1234' },
    });

    expect(errors).toEqual([]);
    expect(world.services.training.callers.at(-1)).toEqual({
      id: 'siti',
      role: 'DINSOS_REGENCY_STAFF',
      region: '32.79',
      organizationId: '0188bac7-4afa-78aa-bc3b-bd1eef28d881',
      officeId: null,
      requestId: 'request-1234',
    });
  });

  test.each(['', 'ID'])('with the region "%s" has the whole nation', async (region) => {
    const token = await world.issuer.token({ region });
    await world.ask('{ trainings }', { token });
    expect(world.services.training.callers.at(-1)?.region).toBe('');
  });

  test('without a region has no region, not the nation', async () => {
    const token = await world.issuer.token({}, { without: ['region'] });
    await world.ask('{ trainings }', { token });
    expect(world.services.training.callers.at(-1)?.region).toBeNull();
  });

  test('within ten seconds after its end still counts, for clocks that differ', async () => {
    const { status } = await world.ask('{ trainings }', {
      token: await world.issuer.token({ exp: now - 3 }),
    });
    expect(status).toBe(200);
  });
});

describe('no token', () => {
  test('is the public', async () => {
    await world.ask('{ trainings }');
    expect(world.services.training.callers.at(-1)).toMatchObject({
      id: 'anonymous',
      role: 'PUBLIC',
      region: null,
    });
  });
});

describe('an issuer that does not answer', () => {
  test('does not matter while its keys are known', async () => {
    world.issuer.answering = false;
    const { status } = await world.ask('{ trainings }', { token: await world.issuer.token() });
    world.issuer.answering = true;
    expect(status).toBe(200);
  });

  test('leaves the public in, keeps everybody else waiting, and recovers', async () => {
    const late = await openWorld({ OIDC_ISSUER: 'http://127.0.0.1:4299' });

    const token = await world.issuer.token();
    const refused = await late.ask('{ trainings }', { token });
    expect({ status: refused.status, code: refused.errors[0]?.extensions['code'] }).toEqual({
      status: 503,
      code: 'AUTH_UNAVAILABLE',
    });
    expect((await late.ask('{ trainings }')).status).toBe(200);
    expect((await late.send('/readyz')).status).toBe(503);

    await late.close();
  });
});

async function rawAsk(url: string, authorization: string[]): Promise<{ status: number }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization } as never;
    request(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0 });
    })
      .on('error', reject)
      .end(JSON.stringify({ query: '{ trainings }' }));
  });
}
