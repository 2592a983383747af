import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CloudEvent, Kafka } from 'cloudevents';
import type { DataSource } from 'typeorm';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../process/clock.js';
import { createLogger } from '../process/log.js';
import { createMetrics } from '../process/metrics.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { aNote, noteCounted, noteDatabase, noteKey } from '../testing/note-service.js';
import { systemCaller } from '../work/scope.rules.js';
import { Database } from '../work/unit-of-work.js';
import { startRelay } from '@jejaring/transports/relay';
import type { EventRecord, EventTransport } from '@jejaring/transports/transport';

let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  source = await testDatabase.connect();
  database = new Database(source, 'notes', systemClock);
});
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

const asSystem = <T>(act: Parameters<typeof database.inWork<T>>[1]) =>
  database.inWork({ caller: systemCaller('test'), readOnly: false }, act);

function relayTo(publish: (records: readonly EventRecord[]) => Promise<void>) {
  return startRelay({
    databaseUrl: testDatabase.appUrl,
    transport: { publish } as EventTransport,
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
  });
}

const say = (times: number) =>
  asSystem(async (work) => {
    const { id } = await aNote(work);
    for (let by = 1; by <= times; by += 1) {
      await work.publish(noteCounted, { region: '32.79', data: { noteId: noteKey(id), by } });
    }
    return noteKey(id);
  });
const waiting = async () => (await asSystem((work) => work.sql('select seq from outbox'))).length;

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not happen within ten seconds.');
    await pause(20);
  }
}

describe('the relay', () => {
  test('sends the outbox in order, then deletes it, as CloudEvents in binary mode', async () => {
    const sent: EventRecord[] = [];
    const key = await say(3);
    const relay = relayTo(async (records) => void sent.push(...records));
    await until(async () => (await waiting()) === 0);
    await relay.stop();

    expect(sent.map(({ value }) => JSON.parse(value!).by)).toEqual([1, 2, 3]);
    expect(sent[0]).toMatchObject({ topic: 'jejaring.notes', key });
    const message = { headers: sent[0]!.headers, value: sent[0]!.value, key } as never;
    const event = Kafka.toEvent(message) as CloudEvent<unknown>;
    expect(event).toMatchObject({
      type: 'notes.note.counted.v1',
      specversion: '1.0',
      sequence: '000000000001',
    });
    expect(event.validate()).toBe(true);
    expect(sent[0]!.headers.id).toBe(event.id);
  });

  test('keeps what was not acknowledged, and sends it when the transport is back', async () => {
    let away = true;
    const sent: EventRecord[] = [];
    const relay = relayTo(async (records) => {
      if (away) throw new Error('The broker is away.');
      sent.push(...records);
    });
    await say(2);
    await pause(300);
    expect(await waiting()).toBe(2);

    away = false;
    relay.wake();
    await until(async () => (await waiting()) === 0);
    await relay.stop();
    expect(sent).toHaveLength(2);
  });

  test('has one leader; the other takes over when it ends', async () => {
    const sent = { first: 0, second: 0 };
    const first = relayTo(async (records) => void (sent.first += records.length));
    await say(1);
    await until(() => sent.first === 1);
    const second = relayTo(async (records) => void (sent.second += records.length));
    await say(2);
    first.wake();
    await until(() => sent.first === 3);
    await first.stop();
    await say(1);
    await until(() => sent.second === 1);
    await second.stop();

    expect(sent).toEqual({ first: 3, second: 1 });
  });

  test('hears at once of what was committed beside another replica', async () => {
    const sent: EventRecord[] = [];
    const leader = relayTo(async (records) => void sent.push(...records));
    await say(1);
    await until(() => sent.length === 1);
    const follower = relayTo(async () => {
      throw new Error('Two relays lead.');
    });
    await pause(300);
    const took: number[] = [];
    for (let round = 1; round <= 8; round += 1) {
      await say(1);
      const committed = performance.now();
      follower.wake();
      await until(() => sent.length === 1 + round);
      took.push(performance.now() - committed);
    }
    await follower.stop();
    await leader.stop();

    // Left to the leader's own rounds it would be a quarter of a second on average.
    expect(took.sort((one, next) => one - next)[4]).toBeLessThan(120);
  });
});
