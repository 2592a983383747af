import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { clockAt } from '../process/clock.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { noteDatabase } from '../testing/note-service.js';
import { systemCaller } from './scope.rules.js';
import { Database } from './unit-of-work.js';

let testDatabase: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  source = await testDatabase.connect();
});
afterAll(async () => {
  await source?.destroy();
  await testDatabase?.drop();
});

test('work whose scope was not entered says why, and leaves nothing, however much it goes on', async () => {
  const neverIsIt = clockAt(new Date(Number.NaN));
  const database = new Database(source, 'notes', neverIsIt);
  const write = (key: string) =>
    database.inWork({ caller: systemCaller('test'), readOnly: false }, async (work) => {
      // It looks past every failure, and comes back a little later each time.
      for (let turn = 0; turn < 40; turn += 1) {
        await work
          .sql('insert into inbox_position (topic, key, epoch, sequence) values ($1, $2, 1, 1)', [
            'here',
            `${key}/${turn}`,
          ])
          .catch(() => undefined);
      }
    });

  for (const key of ['one', 'two', 'three'])
    await expect(write(key)).rejects.toMatchObject({ code: '22007' });

  expect(await source.query('select key from inbox_position')).toEqual([]);
});
