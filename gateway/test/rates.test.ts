import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Rates } from '../src/admission/rates.js';
import type { RequestContext } from '../src/front/request-context.js';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    RATE_PUBLIC: '100',
    RATE_SIGNED_IN: '200',
    RATE_SYSTEM: '1000',
    TRUSTED_PROXIES: 'loopback',
  });
});
afterAll(() => world.close());

const page = (first: number) => `{ organization(id: "1") { units(first: ${first}) { id } } }`;

interface Asked {
  token?: string;
  from?: string;
  first?: number;
}

async function ask({ token, from = '192.0.2.1', first = 79 }: Asked) {
  const before = world.services.organizations.bodies.length;
  const headers = { 'x-forwarded-for': from };
  const {
    status,
    errors,
    headers: told,
  } = await world.ask(page(first), {
    headers,
    ...(token === undefined ? {} : { token }),
  });
  return {
    status,
    code: errors[0]?.extensions['code'],
    asked: world.services.organizations.bodies.length - before,
    policy: told.get('ratelimit-policy'),
    left: told.get('ratelimit'),
    retryAfter: told.get('retry-after'),
  };
}

describe('what a caller asks in a minute', () => {
  test('is counted by cost, told, and refused before any service is asked', async () => {
    const first = await ask({ from: '192.0.2.10' });
    expect(first).toMatchObject({ status: 200, asked: 1, policy: '"public";q=100;w=60' });
    expect(first.left).toMatch(/^"public";r=20;t=48$/);

    const second = await ask({ from: '192.0.2.10' });
    expect(second).toMatchObject({ status: 429, code: 'RATE_LIMITED', asked: 0 });
    // 60 units are short, which a minute's 100 bring in 36 seconds.
    expect(Number(second.retryAfter)).toBeGreaterThan(0);
    expect(Number(second.retryAfter)).toBeLessThanOrEqual(36);
  });

  test('is that of the address for the public: another one is not touched', async () => {
    await ask({ from: '192.0.2.20' });
    expect(await ask({ from: '192.0.2.20' })).toMatchObject({ status: 429 });
    expect(await ask({ from: '192.0.2.21' })).toMatchObject({ status: 200 });
  });

  test('cannot be had anew by telling of another address: only trusted proxies are believed', async () => {
    // What stands before the last address was written by the client.
    await ask({ from: '198.51.100.1, 192.0.2.30' });
    expect(await ask({ from: '198.51.100.2, 192.0.2.30' })).toMatchObject({ status: 429 });
  });

  test('is that of the person for who signed in, wherever they are', async () => {
    const from = '192.0.2.40';
    await ask({ from });
    expect(await ask({ from })).toMatchObject({ status: 429 });

    const token = await world.issuer.token({ sub: 'siti' });
    expect(await ask({ from, token, first: 99 })).toMatchObject({
      status: 200,
      policy: '"signed-in";q=200;w=60',
    });
    await ask({ from: '192.0.2.41', token, first: 99 });
    expect(await ask({ from: '192.0.2.42', token })).toMatchObject({ status: 429 });
    expect(await ask({ from, token: await world.issuer.token({ sub: 'budi' }) })).toMatchObject({
      status: 200,
    });
  });

  test('is more for a system that subscribes', async () => {
    const token = await world.issuer.token({ sub: 'system', role: 'SYSTEM_SUBSCRIBER' });
    expect(await ask({ token, first: 99 })).toMatchObject({ policy: '"system";q=1000;w=60' });
  });
});

describe('tokens that are refused', () => {
  test('have to wait when they are too many, which good ones never do', async () => {
    const from = '192.0.2.50';
    const bad = (await world.issuer.token()).slice(0, -8);
    const all = await Promise.all(
      Array.from({ length: 120 }, () => ask({ from, token: bad, first: 1 })),
    );
    const count = (status: number) => all.filter((each) => each.status === status).length;

    expect(count(401)).toBeGreaterThanOrEqual(60);
    expect(count(429)).toBeGreaterThan(0);
    expect(count(401) + count(429)).toBe(120);
    expect((await ask({ from, token: await world.issuer.token() })).status).toBe(200);
    expect((await ask({ from: '192.0.2.51', token: bad })).status).toBe(401);
  });
});

test('a million callers are remembered in bounded memory, those who ask most of all', () => {
  const rates = new Rates({ public: 100, signedIn: 100, system: 100 }, () => 0);
  const pay = (address: string) =>
    rates.pay({ caller: { role: 'PUBLIC' }, address } as unknown as RequestContext, 60);
  const heap = () => process.memoryUsage().heapUsed;
  const before = heap();
  pay('10.0.0.1');
  for (let caller = 0; caller < 1_000_000; caller += 1) {
    pay(`${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`);
    if (caller % 50_000 === 0) expect(pay('10.0.0.1')?.refusal).not.toBeNull();
  }
  expect(heap() - before).toBeLessThan(200_000_000);
});
