import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { systemClock } from '../process/clock.js';
import { createLogger } from '../process/log.js';
import { createMetrics } from '../process/metrics.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { toRecord } from '../testing/graph-client.js';
import { addUp, aNote, noteCounted, noteDatabase, noteKey } from '../testing/note-service.js';
import { systemCaller } from '../work/scope.rules.js';
import { Database } from '../work/unit-of-work.js';
import { consume } from './inbox.js';
import { reactTo } from './react.js';
import type { EventRecord, EventTransport } from '@jejaring/transports/transport';

let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;
let noteId: string;
let deadLetters: EventRecord[];

beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  source = await testDatabase.connect();
  database = new Database(source, 'notes', systemClock);
});
beforeEach(async () => {
  deadLetters = [];
  noteId = await asSystem(async (work) => {
    await work.sql('delete from note');
    await work.sql('delete from parked_event');
    return (await aNote(work)).id;
  });
});
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

const asSystem = <T>(act: Parameters<typeof database.inWork<T>>[1]) =>
  database.inWork({ caller: systemCaller('test'), readOnly: false }, act);
const said = (sequence: number, by = 1, epoch = 1) => {
  const key = noteKey(noteId);
  return toRecord(noteCounted, key, { noteId: key, by }, sequence, epoch);
};
const withHeader = (name: string, value: string) => {
  const record = said(1);
  return { ...record, headers: { ...record.headers, [name]: value } };
};
const total = async () =>
  (await asSystem((work) => work.sql<{ count: number }>('select count from note')))[0]!.count;
const parked = () =>
  asSystem((work) => work.sql<{ reason: string }>('select reason from parked_event order by id'));
const hear = async (record: ReturnType<typeof said>) =>
  (await consume(database, [addUp], [record]))[0];

const transport = { publish: async (records: EventRecord[]) => void deadLetters.push(...records) };
const react = () =>
  reactTo({
    database,
    consumers: [addUp],
    transport: transport as unknown as EventTransport,
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
  });

describe('an event', () => {
  test('has one effect, however often and in whatever order it is delivered again', async () => {
    const [one, two, three] = [said(1), said(2), said(3)];
    for (const record of [one, two, two, one, three, two, three, one]) await hear(record);

    expect(await total()).toBe(3);
    expect(await parked()).toEqual([]);
  });

  test('has one effect when delivered many times at once', async () => {
    const record = said(1);

    const outcomes = await Promise.all(Array.from({ length: 12 }, () => hear(record)));

    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await total()).toBe(1);
  });

  test('that comes before a missing one waits, and others of its key behind it', async () => {
    const [one, two, three] = [said(1), said(2), said(3)];
    await hear(one);

    for (const late of [three, two]) expect(await hear(late)).toBe('parked');
    expect(await parked()).toEqual([{ reason: 'GAP' }, { reason: 'BEHIND' }]);
    expect(await total()).toBe(1);
  });

  test('of a new epoch is taken although it counts from the beginning again', async () => {
    await hear(said(1));
    await hear(said(2));

    expect(await hear(said(1, 5, 2))).toBe('done');
    expect(await hear(said(3, 1, 1))).toBe('seen');
    expect(await total()).toBe(7);
  });

  test('of a type nobody asked for only moves the position of its key', async () => {
    await consume(database, [], [said(1)]);

    expect(await hear(said(2))).toBe('done');
  });

  test.each([
    ['MALFORMED', () => ({ ...said(1), headers: {} })],
    ['INVALID', () => ({ ...said(1), value: '{"noteId":"nobody"}' })],
    ['INVALID', () => ({ ...said(1), value: 'not json' })],
    ['INVALID', () => ({ ...said(1), value: 'not\0text' })],
    ['INVALID', () => ({ ...said(1), key: noteKey('018f0000-0000-7000-8000-000000000002') })],
    ['MALFORMED', () => ({ ...said(1), key: 'not\0text' })],
    ['MALFORMED', () => withHeader('ce_id', 'not\0text')],
    ['MALFORMED', () => withHeader('ce_time', 'yesterday')],
    ['MALFORMED', () => withHeader('ce_recordedtime', 'yesterday')],
  ])('that cannot be read is set aside: %s', async (reason, record) => {
    expect(await hear(record() as ReturnType<typeof said>)).toBe('parked');
    expect(await parked()).toEqual([{ reason }]);
  });
});

describe('a reaction that fails', () => {
  test('sets its event and its key aside, copies it to the dead letters, and lets others pass', async () => {
    const poison = said(1, -1);
    const behind = said(2);
    const otherKey = noteKey('018f0000-0000-7000-8000-000000000001');
    const other = toRecord(noteCounted, otherKey, { noteId: otherKey, by: 10 }, 1);

    await react()([poison, behind, other]);

    expect(await total()).toBe(10);
    expect(await parked()).toEqual([{ reason: 'FAILED' }, { reason: 'BEHIND' }]);
    expect(deadLetters.map(({ topic }) => topic)).toEqual(['notes.dlq', 'notes.dlq']);
  });

  test('is tried again later when it is not the event’s fault', async () => {
    const { name } = addUp;
    const away = {
      ...addUp,
      name,
      react: async () => {
        throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      },
    };
    const hearing = reactTo({
      database,
      consumers: [away],
      transport: transport as unknown as EventTransport,
      logger: createLogger('test', 'silent'),
      metrics: createMetrics('test'),
    });

    await expect(hearing([said(1)])).rejects.toThrow('terminating connection');
    expect(await parked()).toEqual([]);
    expect(await hear(said(1))).toBe('done');
  });
});
