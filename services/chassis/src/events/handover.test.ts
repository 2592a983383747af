import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  giveBack,
  leaderLock as stewardsLock,
  publication,
  steward,
} from '../../../../infra/debezium/steward.mjs';
import { createLogger } from '../process/log.js';
import { createMetrics } from '../process/metrics.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { noteCounted, noteDatabase } from '../testing/note-service.js';
import { insertOutboxSql, outboxParameters } from './outbox.js';
import type { Relay } from '@jejaring/transports/relay';
import { leaderLock, startRelay } from '@jejaring/transports/relay';
import type { EventTransport } from '@jejaring/transports/transport';

let testDatabase: TestDatabase;
let url: string;
let admin: pg.Client;
let relay: Relay;
const sent: string[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  // Ending the relay's connection takes a right that the owner of a test database has not.
  const address = new URL(process.env.JEJARING_TEST_POSTGRES_URL!);
  address.pathname = new URL(testDatabase.ownerUrl).pathname;
  url = address.href;
  admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create publication ${publication} with (publish = 'insert')`);
  relay = startRelay({
    databaseUrl: testDatabase.appUrl,
    transport: {
      async publish(records) {
        await pause(5);
        sent.push(...records.map(({ headers }) => headers.id!));
      },
    } as EventTransport,
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
  });
});
afterEach(() => void sent.splice(0));
afterAll(async () => {
  await relay.stop();
  await admin.end();
  await testDatabase.drop();
});

async function say(): Promise<string> {
  const id = randomUUID();
  const parameters = outboxParameters({
    id,
    contract: noteCounted,
    service: 'notes',
    key: noteCounted.sample.noteId,
    region: null,
    data: noteCounted.sample,
    occurredAt: new Date(),
    recordedAt: new Date(),
  });
  await admin.query(insertOutboxSql, parameters);
  relay.wake();
  return id;
}

const waiting = async () =>
  (await admin.query<{ id: string }>('select id from outbox')).rows.map(({ id }) => id);
const published = async () =>
  (await admin.query('select from pg_publication_tables where pubname = $1', [publication]))
    .rowCount;

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not happen within twenty seconds.');
    await pause(20);
  }
}

/** Runs a steward until it leads. */
async function led(): Promise<{ leave: () => Promise<void> }> {
  const stop = new AbortController();
  let leads = false;
  const run = steward({ url, signal: stop.signal, say: () => (leads = true) });
  // `leave` waits for it and tells; until then its failure must not count as unhandled.
  run.catch(() => undefined);
  await until(async () => leads || (await Promise.race([run.then(() => true), pause(1, false)])));
  return {
    async leave() {
      stop.abort();
      await run;
    },
  };
}

test('the steward leads under the lock of the relay', () => {
  expect(stewardsLock).toBe(leaderLock);
});

test('what was put in before the cut the relay sends, what comes after it does not', async () => {
  const before = [await say(), await say(), await say()];
  const { leave } = await led();
  const after = await say();
  await pause(1_500);

  expect(sent).toEqual(before);
  expect(await waiting()).toEqual([after]);
  expect(await published()).toBe(1);

  // A steward that dies leaves the lead to the relay: what it then sends again comes late, not never.
  await leave();
  await until(() => sent.includes(after));
});

test('a steward that comes back leads at once, without another cut', async () => {
  const { leave } = await led();
  const id = await say();
  await pause(1_200);

  expect(await waiting()).toEqual([id]);
  await leave();
  await until(async () => (await waiting()).length === 0);
});

test('what was put in before it is given back is left to the log of the database', async () => {
  const { leave } = await led();
  await say();
  await giveBack({ url });

  expect(await waiting()).toEqual([]);
  expect(await published()).toBe(0);
  // No Debezium here ever says that it has sent its part: until then the relay must rest.
  const later = await say();
  await pause(1_500);
  expect(sent).toEqual([]);
  await leave();
  await until(() => sent.includes(later));
});
