import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../infra/postgres/server.mjs';

/** One throw-away PostgreSQL for a test run; each test file makes databases of its own on it. */
export default async function postgresUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'jejaring-test-'));
  const server = await startPostgres({ dataDir, port: 0, durable: false });
  process.env.JEJARING_TEST_POSTGRES_URL = server.url;
  globalThis.jejaringTestPostgres = server;
}
