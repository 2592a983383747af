import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Consumer } from '@jejaring/chassis/events/inbox';
import { consume } from '@jejaring/chassis/events/inbox';
import { systemClock } from '@jejaring/chassis/process/clock';
import type { TestDatabase } from '@jejaring/chassis/testing/database';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import { toRecord } from '@jejaring/chassis/testing/graph-client';
import {
  addUp,
  aNote,
  noteCounted,
  noteDatabase,
  noteKey,
} from '@jejaring/chassis/testing/note-service';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import type { DataSource } from 'typeorm';
import { redrive } from './redrive.js';

let testDatabase: TestDatabase;
let source: DataSource;
let database: Database;
let key: string;
beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  source = await testDatabase.connect();
  database = new Database(source, 'notes', systemClock);
});
beforeEach(async () => {
  key = await asSystem(async (work) => {
    await work.sql('delete from note');
    await work.sql('delete from parked_event');
    return noteKey((await aNote(work)).id);
  });
});
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

const asSystem = <T>(act: Parameters<typeof database.inWork<T>>[1]) =>
  database.inWork({ caller: systemCaller('test'), readOnly: false }, act);
const said = (sequence: number, by = 1) =>
  toRecord(noteCounted, key, { noteId: key, by }, sequence);
const hear = async (record: ReturnType<typeof said>) =>
  (await consume(database, [addUp], [record]))[0];
const again = (consumers: readonly Consumer[] = [addUp]) =>
  redrive(database, consumers, { topic: noteCounted.topic, key });
const count = (sql: string) =>
  asSystem(async (work) => Number((await work.sql<{ count: string }>(sql))[0]!.count));
const total = () => count('select count from note');
const waiting = () => count('select count(*) from parked_event');

describe('redrive', () => {
  test('takes what waited, oldest first, when what was missing has come', async () => {
    await hear(said(1));
    for (const late of [said(3), said(2)]) await hear(late);

    expect([await again(), await total(), await waiting()]).toEqual([2, 3, 0]);
  });

  test('stops at the first that still fails, and leaves nothing of it', async () => {
    await hear(said(1));
    const poison: Consumer = {
      ...addUp,
      react: async (work, events) => {
        await addUp.react(work, events);
        if (events.some(({ sequence }) => sequence === 4)) throw new TypeError('Still failing.');
      },
    };
    for (const late of [said(3), said(2), said(4), said(5)]) await hear(late);

    expect([await again([poison]), await total(), await waiting()]).toEqual([2, 3, 2]);
    expect([await again(), await total(), await waiting()]).toEqual([2, 5, 0]);
  });

  test('does nothing twice when two do it at once', async () => {
    await hear(said(1));
    for (const late of [said(3), said(2)]) await hear(late);

    const done = await Promise.all([again(), again()]);

    expect([done.sort(), await total()]).toEqual([[0, 2], 3]);
  });
});
