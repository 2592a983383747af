import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { TestDatabase } from '../testing/database.js';
import { createTestDatabase } from '../testing/database.js';
import { noteDatabase } from '../testing/note-service.js';
import { Database } from '../work/unit-of-work.js';
import { systemClock } from './clock.js';
import type { Chore } from './housekeeping.js';
import { startHousekeeping } from './housekeeping.js';
import { createLogger } from './log.js';
import { createMetrics } from './metrics.js';

let testDatabase: TestDatabase;
let sources: DataSource[];

beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  sources = [await testDatabase.connect(), await testDatabase.connect()];
});
afterAll(async () => {
  for (const source of sources) await source.destroy();
  await testDatabase.drop();
});

/** One replica of the service, with the chore among its own. */
function aReplica(source: DataSource, chore: Chore) {
  const database = new Database(source, 'notes', systemClock);
  const logger = createLogger('test', 'silent');
  return startHousekeeping(database, [chore], createMetrics('test'), logger);
}

describe('a chore', () => {
  test('is done by one replica at a time, and by whoever comes next after that', async () => {
    let now = 0;
    let most = 0;
    let times = 0;
    const chore: Chore = {
      name: 'count-hands',
      everyMs: 40,
      async act(work) {
        now += 1;
        times += 1;
        most = Math.max(most, now);
        await work.sql('select pg_sleep(0.1)');
        now -= 1;
      },
    };
    const replicas = sources.map((source) => aReplica(source, chore));
    await pause(1_000);
    for (const replica of replicas) replica.stop();
    await pause(200);

    expect(most).toBe(1);
    expect(times).toBeGreaterThan(2);
  });
});
