import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openWorld } from './world.fixture.js';

const connect = Socket.prototype.connect;

/** Where something tried to connect to; nothing but this host is let through. */
let tried: string[];

beforeEach(() => {
  tried = [];
  Socket.prototype.connect = function watched(this: Socket, ...given: unknown[]) {
    const [first, second] = given.flat() as [unknown, unknown];
    const options = (typeof first === 'object' ? first : { port: first, host: second }) as {
      host?: string;
      port?: number;
    };
    tried.push(`${options.host ?? 'localhost'}:${options.port}`);
    if (options.host?.startsWith('127.') ?? false) return connect.apply(this, given as never);
    process.nextTick(() => this.destroy(new Error('not let through')));
    return this;
  } as typeof connect;
});

afterEach(() => {
  Socket.prototype.connect = connect;
});

const elsewhere = () => tried.filter((place) => !place.startsWith('127.0.0.1:'));
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('the gateway', () => {
  test('connects to its services and its issuer and to nothing else', async () => {
    const world = await openWorld();
    await world.untilReady();
    await world.ask('{ organizations { name cases { title } trainings } }');
    await settle();
    const known = [
      world.url,
      world.issuer.url,
      ...Object.values(world.services).map(({ url }) => url),
    ];
    await world.close();

    expect(elsewhere()).toEqual([]);
    expect(new Set(tried)).toEqual(new Set(known.map((url) => new URL(url).host)));
  });

  test('would be caught here if it did: its planner calls out unless it is told not to', async () => {
    const { ApolloGateway } = await import('@apollo/gateway');
    process.env['APOLLO_TELEMETRY_DISABLED'] = 'false';
    // One of its four probes warns on the console when it is not let through.
    process.env['METADATA_SERVER_DETECTION'] = 'none';
    new ApolloGateway({ supergraphSdl: 'type Query { a: Int }' });
    process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
    await settle();

    expect(elsewhere()).not.toEqual([]);
  });
});
