import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { Bell } from '../feed/bell.js';
import { anActive, commander, startHub } from '../subscription/subscription.fixture.js';
import { allowed } from '../webhook/allowed.js';
import { anEndpoint, keep, until } from './delivery.fixture.js';
import { startWebhooks } from './start-webhooks.js';

let service: TestService;
const opened: { close(): unknown }[] = [];

beforeAll(async () => {
  service = await startHub();
  allowed.loopback = true;
});
beforeEach(async () => {
  service.clock.at = new Date();
  const tables =
    'event_delivery, event_replay, subscription_progress, subscription_key, event_subscription, standing';
  await service.rows(`truncate ${tables}, feed_event, outbox`);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});
afterAll(() => service?.stop());

const give = commander(() => service);
async function endpoint(...given: Parameters<typeof anEndpoint>) {
  const made = await anEndpoint(...given);
  opened.push(made);
  return made;
}
const states = async () =>
  (await service.rows<{ state: string }>('select state from event_delivery order by seq')).map(
    ({ state }) => state,
  );

function start() {
  const bell = new Bell();
  const metrics = createMetrics('event-hub');
  const parts = { database: service.database, logger: createLogger('test', 'silent'), metrics };
  const running = startWebhooks(parts, { bell, origin: 'hub.example', loopback: true });
  return { bell, metrics, stop: () => running.stop() };
}

describe('the dispatcher', () => {
  test('asks an endpoint, then sends it what is kept, and stops with everything written down', async () => {
    const asked: unknown[] = [];
    const { url, received } = await endpoint((one, response) => {
      if (one.body === '') asked.push(one.headers['webhook-request-origin']);
      response.writeHead(200, { 'webhook-allowed-origin': 'hub.example' }).end();
    });
    const running = start();
    try {
      await give('createEventSubscription', {
        name: 'one',
        endpoint: url,
        types: ['training.*'],
      });
      await until('the endpoint agreed', async () => {
        const [row] = await service.rows<{ status: string }>(
          'select status from event_subscription',
        );
        return row!.status === 'ACTIVE';
      });
      await keep(
        service,
        Array.from({ length: 300 }, (_none, index) => ({ key: `d${index % 20}` })),
      );
      running.bell.ring();
      await until('all arrived', () => received.length === 300);
    } finally {
      await running.stop();
    }

    expect(asked).toEqual(['hub.example']);
    for (let key = 0; key < 20; key += 1) {
      const told = received
        .filter(({ event }) => event.subject === `d${key}`)
        .map(({ event }) => event.sequence);
      expect(told).toEqual([...told].sort());
    }
    expect((await states()).every((state) => state === 'DELIVERED')).toBe(true);
    expect(await running.metrics.registry.metrics()).toMatch(
      /jejaring_webhook_deliveries_total\{state="DELIVERED"[^}]*\} 300/,
    );
  });

  describe('while the database takes no outcomes', () => {
    beforeEach(async () => {
      await service.rows(`create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'not now'; end $$`);
      await service.rows(`create trigger refuse before update on event_delivery
        for each row when (new.state = 'DELIVERED') execute function refuse()`);
    });
    afterEach(() => service.rows('drop function if exists refuse cascade'));

    // Were an outcome forgotten, the endpoint would be sent the event again when the lease is over.
    test('remembers them, and writes them down when it does', async () => {
      const { url, received } = await endpoint();
      await anActive(service, { endpoint: url });
      const running = start();
      try {
        await keep(service, [{ key: 'a' }, { key: 'b' }]);
        running.bell.ring();
        await until('both arrived', () => received.length === 2);
        await until('an outcome was refused', async () => {
          const [row] = await service.rows<{ refused: number }>(
            'select xact_rollback::integer as refused from pg_stat_database where datname = current_database()',
          );
          return row!.refused > 0;
        });
        expect(await states()).toEqual(['WAITING', 'WAITING']);
        await service.rows('drop function refuse cascade');
        await until('both are written down', async () =>
          (await states()).every((state) => state === 'DELIVERED'),
        );
      } finally {
        await running.stop();
      }
      expect(received).toHaveLength(2);
    });

    test('stops nevertheless, within its time', async () => {
      const { url, received } = await endpoint();
      await anActive(service, { endpoint: url });
      const running = start();
      await keep(service, [{ key: 'a' }]);
      running.bell.ring();
      await until('it arrived', () => received.length === 1);
      await expect(running.stop()).resolves.toBeUndefined();
    });
  });
});
