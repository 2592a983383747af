import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { noteDatabase } from '../testing/note-service.js';
import { poolOf } from './database.js';

let testDatabase: TestDatabase;
beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
});
afterAll(() => testDatabase?.drop());

test('a session that ends in the moment in which it was opened does not end the process', async () => {
  const source = await testDatabase.connect();
  const pool = poolOf(source);
  const first = await pool.connect();

  // The word that it ended may come with the word that it began, before anybody could listen.
  const thrown = await new Promise((resolve) => {
    pool.connect((_none, client, release) => {
      try {
        resolve(client!.emit('error', new Error('terminating connection')));
      } catch (error) {
        resolve(error);
      } finally {
        release(true);
      }
    });
  });

  expect(thrown).toBe(true);
  first.release();
  await source.destroy();
});
