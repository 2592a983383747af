import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLogger } from '@jejaring/chassis/process/log';
import type { EmptyDatabase } from '@jejaring/chassis/testing/database';
import { createEmptyDatabase } from '@jejaring/chassis/testing/database';
import pg from 'pg';
import type { Ringer } from './bell.js';
import { Bell } from './bell.js';
import { FarBell } from './far-bell.js';

let database: EmptyDatabase;
let opened: FarBell[];
beforeEach(async () => {
  database = await createEmptyDatabase();
  opened = [];
});
afterEach(async () => {
  for (const far of opened) await far.stop();
  await database.drop();
});

/** The bell of one process, and who rang it so far. */
function aProcess() {
  const bell = new Bell();
  const heard: Ringer[] = [];
  bell.onRing((ringer) => heard.push(ringer));
  const logger = createLogger('test', 'silent');
  opened.push(new FarBell(bell, { databaseUrl: database.appUrl, logger }));
  const rings = async (count: number) => {
    while (heard.length < count) await bell.wait(1_000);
  };
  return { bell, heard, rings };
}

describe('a ring', () => {
  test('is heard in the other process, and does not come back', async () => {
    const [one, other] = [aProcess(), aProcess()];
    // Each rings once when it begins to listen.
    await Promise.all([one.rings(1), other.rings(1)]);
    one.bell.ring();
    await other.rings(2);
    other.bell.ring();
    await one.rings(3);

    expect(one.heard).toEqual(['elsewhere', 'here', 'elsewhere']);
    expect(other.heard).toEqual(['elsewhere', 'elsewhere', 'here']);
  });

  test('is heard again after the session was lost, and what was missed is looked for', async () => {
    const [one, other] = [aProcess(), aProcess()];
    await Promise.all([one.rings(1), other.rings(1)]);
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await client.end();
    await Promise.all([one.rings(2), other.rings(2)]);
    one.bell.ring();
    await other.rings(3);

    expect(other.heard).toEqual(['elsewhere', 'elsewhere', 'elsewhere']);
  });
});
