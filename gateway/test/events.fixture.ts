import { logTransport } from '@jejaring/transports/log-transport';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { domainTopics } from '../src/events/heard-event.js';

/** An embedded event log of a test's own, on the server of the run. */
export interface TestLog {
  /** What the gateway gets: it may look on. */
  url: string;
  say(...records: ReceivedRecord[]): Promise<void>;
  /** Throws everybody out and lets nobody in, until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

async function asAdmin(...statements: string[]): Promise<void> {
  const connectionString = process.env['JEJARING_TEST_POSTGRES_URL'];
  if (!connectionString) throw new Error('The test server is not up: run the tests with npm test.');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function openLog(): Promise<TestLog> {
  const name = `log_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(process.env['JEJARING_TEST_POSTGRES_URL'] ?? '');
  url.pathname = `/${name}`;
  const transport = logTransport({ url: url.href });
  await transport.ensureTopics(
    domainTopics.map((topic) => ({ topic, partitions: 3, retentionDays: 30 })),
  );
  return {
    url: url.href,
    say: (...records) => transport.publish(records),
    shut: () =>
      asAdmin(
        `alter database ${name} with allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ),
    open: () => asAdmin(`alter database ${name} with allow_connections true`),
    async close() {
      await transport.close();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}
