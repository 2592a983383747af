import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from './world.fixture.js';
import { openWorld } from './world.fixture.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';
const followed = { traceparent: `00-${traceId}-${spanId}-01` };

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

/** A collector of OpenTelemetry, as far as the gateway knows one. */
interface Collector {
  url: string;
  bodies: string[];
  server: Server;
}

let world: World;
let collector: Collector | null = null;
afterEach(async () => {
  await world.close();
  collector?.server.close();
  collector = null;
});

async function startCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.url === '/v1/traces') bodies.push(Buffer.concat(parts).toString());
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies, server };
}

/** What the collector has, once the gateway has stopped and with that sent everything. */
async function spansOf({ bodies }: Collector): Promise<Span[]> {
  const { close } = world;
  await close();
  world = { ...world, close: async () => undefined };
  const batches = bodies.map(
    (body) => JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] },
  );
  return batches.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  );
}

const openTraced = async (environment: Record<string, string> = {}): Promise<Collector> => {
  collector = await startCollector();
  world = await openWorld({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    PLANNING_BUDGET_MS: '10000',
    ...environment,
  });
  return collector;
};

const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]),
  );

describe('a trace', () => {
  test('goes on from the caller through the gateway to the services, and to the collector', async () => {
    const { url, bodies, server } = await openTraced();
    world.services.training.behaviour = (request) => void request.socket.destroy();
    const { services } = world;
    await world.ask('query Whole { openCases trainings }', { headers: followed });

    const spans = await spansOf({ url, bodies, server });
    const named = (name: string) => spans.find((span) => span.name === name)!;
    const request = named('request');
    expect(request).toMatchObject({ traceId, parentSpanId: spanId });
    expect(attributesOf(request)).toMatchObject({
      'graphql.operation.name': 'other',
      'jejaring.outcome': 'partial',
    });
    expect(named('plan')).toMatchObject({ traceId, parentSpanId: request.spanId });
    const call = named('ask welfare-cases');
    expect(call).toMatchObject({ traceId, parentSpanId: request.spanId });
    expect(attributesOf(named('ask training'))['jejaring.outcome']).toMatch(/connection|timeout/);
    expect(services['welfare-cases'].requests[0]!['traceparent']).toBe(
      `00-${traceId}-${call.spanId}-01`,
    );
  });

  test('begins here when the caller has none, and holds nothing that anybody typed', async () => {
    const began = await openTraced();
    const token = await world.issuer.token({ sub: 'CANARY-person' });
    await world.ask(
      'query CANARY($id: ID!) { organization(id: $id) { name } region(code: "CANARY") }',
      {
        variables: { id: 'CANARY' },
        token,
      },
    );

    const spans = await spansOf(began);
    expect(spans.map(({ name }) => name)).toContain('ask organizations');
    expect(new Set(spans.map((span) => span.traceId)).size).toBe(1);
    expect(began.bodies.join('')).not.toContain('CANARY');
  });

  test('is only passed on when its share is not kept, or the caller wants no record of it', async () => {
    const none = await openTraced({ OTEL_TRACES_SAMPLER_ARG: '0' });
    await world.ask('{ openCases }', { headers: followed });
    const [sent] = world.services['welfare-cases'].requests;

    expect(sent!['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`));
    expect(await spansOf(none)).toEqual([]);
  });
});

describe('without a collector', () => {
  test('a trace of the caller reaches the services as it came, and none is begun', async () => {
    world = await openWorld();
    await world.ask('{ openCases }', { headers: followed });
    await world.ask('{ openCases }', { headers: { traceparent: 'CANARY' } });

    const [first, second] = world.services['welfare-cases'].requests;
    expect(first!['traceparent']).toBe(followed.traceparent);
    expect(second!['traceparent']).toBeUndefined();
  });

  test('that answers, nobody waits', async () => {
    world = await openWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });

    expect((await world.ask('{ openCases }')).data).toEqual({ openCases: 7 });
  });
});
