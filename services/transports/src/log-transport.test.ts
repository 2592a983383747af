import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { describeTransport, type TransportHarness } from './testing/transport-contract.js';
import { aSeries, until } from './testing/transport-probe.js';
import { pruneLog } from './log-prune.js';
import { LogSession } from './log-session.js';
import { logTransport } from './log-transport.js';
import type { EventTransport } from './transport.js';

const dayMs = 86_400_000;

async function asAdmin(statement: string): Promise<void> {
  const connectionString = process.env['JEJARING_TEST_POSTGRES_URL'];
  if (!connectionString) throw new Error('The test server is not up: run the tests with npm test.');
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A database of its own on the run's server; a restart is played by throwing everybody out. */
async function createLog(): Promise<TransportHarness & { url: string }> {
  const name = `log_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(process.env['JEJARING_TEST_POSTGRES_URL'] ?? '');
  url.pathname = `/${name}`;
  return {
    url: url.href,
    address: { kind: 'log', url: url.href },
    async restart() {
      await asAdmin(`alter database ${name} with allow_connections false`);
      await asAdmin(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      await pause(1_500);
      await asAdmin(`alter database ${name} with allow_connections true`);
    },
    close: () => asAdmin(`drop database ${name} with (force)`),
  };
}

describeTransport('The log in PostgreSQL', createLog, { deduplicates: true, restartable: true });

test('few records of several partitions come together', async () => {
  const log = await createLog();
  const transport = logTransport({ url: log.url });
  await transport.ensureTopics([{ topic: 'few', partitions: 6 }]);
  await transport.publish(aSeries({ topic: 'few', keys: 24, perKey: 1 }));

  const batches: number[] = [];
  await transport.subscribe({ group: 'g', topics: ['few'] }, (records) => {
    batches.push(records.length);
    return Promise.resolve();
  });
  await until('all have come', () => batches.length > 0);
  await transport.close();
  await log.close();

  expect(batches).toEqual([24]);
});

describe('LogSession', () => {
  test('a member that lost a partition cannot commit there any more', async () => {
    const log = await createLog();
    const on = { wake: () => {}, lost: () => {} };
    const [former, present] = [new LogSession(log.url, 'g', on), new LogSession(log.url, 'g', on)];
    await logTransport({ url: log.url }).ensureTopics([{ topic: 'events', partitions: 1 }]);
    await former.join(['events']);
    await present.join(['events']);

    const partition = { topic: 'events', partition: 0 };
    const [formerClaim] = await former.claim([partition]);
    const refused = await present.claim([partition]);
    await former.release([partition]);
    const [claim] = await present.claim([partition]);
    if (!formerClaim || !claim) throw new Error('Both claims are needed.');

    expect(refused).toEqual([]);
    expect(await former.commit(formerClaim, 5)).toBe(false);
    expect(await present.commit(claim, 3)).toBe(true);
    await Promise.all([former.end(), present.end()]);
    await log.close();
  });
});

describe('pruneLog', () => {
  let log: Awaited<ReturnType<typeof createLog>>;
  let transport: EventTransport;
  const kept = async (topic: string) => {
    const lags = await transport.lag('nobody', [topic]);
    return lags.reduce((sum, { behind }) => sum + behind, 0);
  };

  beforeAll(async () => {
    log = await createLog();
    transport = logTransport({ url: log.url });
    await transport.ensureTopics([
      { topic: 'windowed', partitions: 1, retentionDays: 30 },
      { topic: 'compacted', partitions: 1, compacted: true },
    ]);
  });
  afterAll(async () => {
    await transport.close();
    await log.close();
  });

  test('removes what is older than the days of its topic', async () => {
    const [old, young] = aSeries({ topic: 'windowed', keys: 1, perKey: 2 });
    if (!old || !young) throw new Error('two records are needed');
    await transport.publish([{ ...old, timestamp: Date.now() - 31 * dayMs }, young]);

    expect(await pruneLog({ url: log.url })).toBe(1);
    expect(await kept('windowed')).toBe(1);
  });

  test('keeps the newest record of each key of a compacted topic, a tombstone for a day', async () => {
    const records = aSeries({ topic: 'compacted', keys: 2, perKey: 4 });
    const gone = { ...records[0]!, headers: { id: 'gone' }, value: null };
    await transport.publish([...records, gone]);

    expect(await pruneLog({ url: log.url })).toBe(7);
    expect(await pruneLog({ url: log.url, now: new Date(Date.now() + 2 * dayMs) })).toBe(1);
  });
});
