import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { aRecord } from '../src/events/record.fixture.js';
import type { LiveWorld } from './live-world.fixture.js';
import { ids, openLiveWorld } from './live-world.fixture.js';
import { until } from './world.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterEach(() => until(async () => (await open()) === 0));
afterAll(() => world.close());

const type = 'organizations.organization.suspended.v1';
const query = `subscription { domainEvents(types: ["${type}"]) { sequence } }`;
const suspended = (sequence: number) => aRecord(type, { sequence });

const address = () => `${world.url.replace('http', 'ws')}/graphql`;

function connect(connectionParams: Record<string, unknown> = {}): Client {
  return createClient({
    url: address(),
    connectionParams,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
}

interface Refused {
  extensions: Record<string, unknown>;
}

interface Told {
  caseChanged?: { case: { title: string } };
  domainEvents?: { sequence: number };
}

type Result = FormattedExecutionResult<Told, { cursor: string }>;

interface Heard {
  results: Result[];
  error: readonly Refused[] | null;
  done: boolean;
  stop(): void;
}

/** How many subscriptions the gateway has open. */
async function open(): Promise<number> {
  const metrics = await (await world.send('/metrics')).text();
  return Number(/live_subscriptions\{[^}]*\} (\d+)/.exec(metrics)?.[1]);
}

/** Subscribes, and waits until so many are open, since nothing tells that one was let in. */
async function subscribe(
  client: Client,
  payload: Parameters<Client['subscribe']>[0],
  openThen = 1,
) {
  const heard: Heard = { results: [], error: null, done: false, stop: () => undefined };
  heard.stop = client.subscribe<Told, { cursor: string }>(payload, {
    next: (result) => heard.results.push(result),
    error: (error) => (heard.error = error as readonly Refused[]),
    complete: () => (heard.done = true),
  });
  await until(async () => heard.error !== null || heard.done || (await open()) === openThen);
  return heard;
}

describe('a subscription over WebSocket', () => {
  test('is told the same as over a stream, several on one socket', async () => {
    const client = connect();
    const heard = [await subscribe(client, { query }), await subscribe(client, { query }, 2)];
    const stream = await world.subscribe({ query });
    await world.events.say(suspended(1));
    await until(() => heard.every(({ results }) => results.length === 1));

    expect(heard.map(({ results }) => results)).toEqual([
      await stream.untilResults(1),
      stream.results,
    ]);
    stream.close();
    await client.dispose();
  });

  test('goes on behind the cursor of its last message', async () => {
    const client = connect();
    const first = await subscribe(client, { query });
    await world.events.say(suspended(1));
    await until(() => first.results.length === 1);
    first.stop();
    await until(async () => (await open()) === 0);
    await world.events.say(suspended(2));

    const lastEventId = first.results[0]?.extensions?.cursor;
    const second = await subscribe(client, { query, extensions: { lastEventId } });
    await until(() => second.results.length === 1);

    expect(second.results[0]?.data).toEqual({ domainEvents: { sequence: 2 } });
    await client.dispose();
  });

  test('has the rights of the token in its first message', async () => {
    const authorization = `Bearer ${await world.issuer.token()}`;
    const caseChanged = 'subscription { caseChanged { case { title } } }';
    const [signedIn, nobody] = [connect({ authorization }), connect()];
    const refused = await subscribe(nobody, { query: caseChanged });
    const heard = await subscribe(signedIn, { query: caseChanged });
    await world.events.say(aRecord('welfare-cases.case.accepted.v1', { region: '32.79' }));
    await until(() => heard.results.length === 1);

    expect(refused.error?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      coordinate: 'Subscription.caseChanged',
    });
    expect(heard.results[0]?.data?.caseChanged?.case.title).toBe(
      `${ids.case} for DINSOS_REGENCY_STAFF`,
    );
    await Promise.all([signedIn.dispose(), nobody.dispose()]);
  });

  test.each([
    ['a question', '{ openCases }'],
    ['a command', 'mutation { rename(id: 1, name: "x") { name } }'],
  ])('is not the way for %s', async (_name, other) => {
    const before = world.services.organizations.bodies.length;
    const client = connect();
    const heard = await subscribe(client, { query: other });
    expect(heard.error?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(world.services.organizations.bodies).toHaveLength(before);
    await client.dispose();
  });

  test('ends with its token, and says so', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 2;
    const client = connect({ authorization: `Bearer ${await world.issuer.token({ exp })}` });
    const heard = await subscribe(client, { query });
    await until(() => heard.done);
    expect(heard.results.at(-1)?.errors?.[0]?.extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'expired',
    });
    await client.dispose();
  });
});

describe('a socket', () => {
  const open = (headers: Record<string, string> = {}, path = '') =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(address() + path, 'graphql-transport-ws', { headers });
      socket.on('open', () => (socket.close(), resolve('open')));
      socket.on('unexpected-response', (_request, response) =>
        resolve(String(response.statusCode)),
      );
      socket.on('error', () => resolve('error'));
    });

  test('is opened for pages of allowed origins, for our own, and for programs', async () => {
    const own = new URL(world.url).host;
    expect([
      await open(),
      await open({ origin: 'https://jejaring.example' }),
      await open({ origin: `http://${own}` }),
      await open({ origin: 'https://evil.example' }),
      await open({ origin: 'null' }),
      await open({}, '/elsewhere'),
    ]).toEqual(['open', 'open', 'open', '403', '403', '404']);
  });

  const closeCode = (say: (socket: WebSocket) => void) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(address(), 'graphql-transport-ws');
      socket.on('open', () => say(socket));
      socket.on('close', resolve);
      socket.on('error', () => undefined);
    });
  const init = (payload: object) => (socket: WebSocket) =>
    socket.send(JSON.stringify({ type: 'connection_init', payload }));

  test('is closed for a token that is not good', async () => {
    expect(await closeCode(init({ authorization: 'Bearer a.b.c' }))).toBe(4401);
  });

  test('is closed for a purpose that nobody knows', async () => {
    expect(await closeCode(init({ 'jejaring-purpose': 'CURIOSITY' }))).toBe(4400);
  });

  test('is closed for who subscribes unannounced, says nothing, or says too much', async () => {
    const subscribeAtOnce = (socket: WebSocket) =>
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    const codes = await Promise.all([
      closeCode(subscribeAtOnce),
      closeCode(() => undefined),
      closeCode((socket) => socket.send('x'.repeat(200_000))),
    ]);
    expect(codes).toEqual([4401, 4408, 1009]);
  });
});
