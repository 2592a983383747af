import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { writeFileSync } from 'node:fs';
import { aRecord } from '../src/events/record.fixture.js';
import { StreamClient } from './live-client.fixture.js';
import type { LiveWorld } from './live-world.fixture.js';
import { ids, openLiveWorld } from './live-world.fixture.js';
import { composeSmallGraph } from './subgraph.fixture.js';
import { openWorld, until } from './world.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());

const suspended = () => aRecord('organizations.organization.suspended.v1', { region: '32.79' });
const named = 'subscription { organizationChanged { organization { name } } }';

const reloads = async () => {
  const metrics = await (await world.send('/metrics')).text();
  return Number(/reloads_total\{[^}]*taken-over[^}]*\} (\d+)/.exec(metrics)?.[1] ?? 0);
};

describe('a changed graph', () => {
  test('is taken over under open subscriptions; only those that it refuses end, and say why', async () => {
    const before = await reloads();
    writeFileSync(
      world.supergraphFile,
      composeSmallGraph({ organizations: 'extend type Organization { motto: String }' }),
    );
    await until(async () => (await reloads()) > before);
    const lasting = await world.subscribe({ query: named });
    const withMotto = await world.subscribe({
      query: 'subscription { organizationChanged { organization { motto } } }',
    });

    writeFileSync(world.supergraphFile, composeSmallGraph());
    await withMotto.untilClosed();
    await world.events.say(suspended());
    const [result] = await lasting.untilResults(1);

    expect(result.data.organizationChanged.organization.name).toContain('Karang Taruna');
    expect(withMotto.results[0].errors[0].extensions).toMatchObject({
      code: 'SCHEMA_CHANGED',
      reason: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect(withMotto.sent.at(-1)!.event).toBe('complete');
    expect(lasting.closed).toBe(false);
    lasting.close();
  });
});

describe('/graphql/stream', () => {
  test('speaks the protocol of graphql-sse', async () => {
    const client = createClient({ url: `${world.url}/graphql/stream`, retryAttempts: 0 });
    const results: any[] = [];
    let open = false;
    const stop = client.subscribe(
      { query: named },
      { next: (result) => results.push(result), error: () => undefined, complete: () => undefined },
      { connected: () => (open = true) },
    );
    await until(() => open);
    await world.events.say(suspended());
    await until(() => results.length === 1);

    expect(results[0].data.organizationChanged.organization.name).toContain(ids.organization);
    stop();
  });

  test('takes a subscription in the address, as browsers open streams', async () => {
    const parameters = new URLSearchParams({
      query: 'subscription ($region: RegionCode) { organizationChanged(region: $region) { type } }',
      variables: JSON.stringify({ region: '32' }),
    });
    const control = new AbortController();
    const response = await world.send(`/graphql/stream?${parameters}`, {
      headers: { accept: 'text/event-stream' },
      signal: control.signal,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    control.abort();
  });

  test.each<[string, number, string, RequestInit]>([
    [
      'without the type of a stream',
      406,
      'BAD_USER_INPUT',
      { headers: { accept: 'application/json' } },
    ],
    ['of a question', 400, 'BAD_USER_INPUT', { body: JSON.stringify({ query: '{ openCases }' }) }],
    [
      'that does not parse',
      400,
      'GRAPHQL_PARSE_FAILED',
      { body: JSON.stringify({ query: 'subscription {' }) },
    ],
    [
      'of a field that is not there',
      400,
      'GRAPHQL_VALIDATION_FAILED',
      { body: JSON.stringify({ query: 'subscription { organizationChangd { type } }' }) },
    ],
    [
      'of a place that is none',
      400,
      'BAD_USER_INPUT',
      {
        body: JSON.stringify({
          query: 'subscription { organizationChanged(region: "x") { type } }',
        }),
      },
    ],
    ['without a query', 400, 'BAD_USER_INPUT', { body: JSON.stringify({ query: 7 }) }],
  ])('refuses a subscription %s', async (_name, status, code, init) => {
    const response = await world.send('/graphql/stream', {
      method: 'POST',
      body: JSON.stringify({ query: named }),
      ...init,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...init.headers },
    });
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].extensions.code]).toEqual([status, code]);
    expect(text).not.toContain('Did you mean');
  });

  test('is not the way round the front: POST to /graphql takes no subscription', async () => {
    const stream = await world.subscribe({ query: named });
    const { errors } = await world.ask(named);
    expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
    stream.close();
  });
});

describe('a gateway', () => {
  test('that hears no events refuses subscriptions, and answers everything else', async () => {
    const silent = await openWorld();
    await silent.untilReady();
    const { response } = await StreamClient.open({ url: silent.url, query: named });
    const { data } = await silent.ask('{ openCases }');

    expect([response.status, ((await response.json()) as any).errors[0].extensions.code]).toEqual([
      503,
      'LIVE_UNAVAILABLE',
    ]);
    expect(data).toEqual({ openCases: 7 });
    await silent.close();
  });

  test('that stops ends its streams so that their clients come back', async () => {
    const other = await openWorld({ EVENT_LOG_URL: world.events.url });
    await other.untilReady();
    let client: StreamClient;
    do client = await StreamClient.open({ url: other.url, query: named });
    while (client.response.status === 503);

    await other.close();
    await client.untilClosed();

    expect([client.sent, client.lastId]).toEqual([[], expect.any(String)]);
  });

  test('lets one caller hold so many subscriptions, and no more', async () => {
    const token = await world.issuer.token({ sub: 'one-of-many' });
    const held: StreamClient[] = [];
    for (let count = 0; count < 100; count += 1)
      held.push(await world.subscribe({ query: named, token }));
    const { response } = await world.subscribe({ query: named, token });
    const { errors } = (await response.json()) as any;
    for (const client of held) client.close();

    expect(errors[0].extensions).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      limit: 'subscriptions',
      allowed: 100,
    });
    await until(async () => (await world.subscribe({ query: named, token })).response.ok);
  });
});
