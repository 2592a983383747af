import { afterEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { PostgresServer } from '../../infra/postgres/server.mjs';
import { createServiceDatabase, startPostgres } from '../../infra/postgres/server.mjs';
import { aFolder, aStarter, isAlive } from './abandoned.fixture.js';

const module = 'infra/postgres/server.mjs';
const passwords = { owner: 'an owner', app: 'an app' };

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('startPostgres', () => {
  const cleanups: (() => Promise<void> | void)[] = [];

  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  function folder(): string {
    const dir = aFolder();
    cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
    return dir;
  }

  async function start(dataDir: string, port = 0): Promise<PostgresServer> {
    const server = await startPostgres({ dataDir, port, durable: false });
    cleanups.push(() => server.stop());
    return server;
  }

  test('ends the server of a killed starter and keeps what it had committed', async () => {
    const dataDir = `${folder()}/postgres`;
    const first = await start(dataDir);
    await ask(first.url, 'create table kept as select 7 as figure');
    await first.stop();
    const starter = await aStarter(module, 'startPostgres', { dataDir, port: 0 });
    await starter.kill();
    expect(isAlive(starter.started)).toBe(true);

    const second = await start(dataDir);

    expect(isAlive(starter.started)).toBe(false);
    expect(await ask(second.url, 'select figure from kept')).toEqual([{ figure: 7 }]);
  });

  test('recovers when the server itself was killed', async () => {
    const dataDir = `${folder()}/postgres`;
    const first = await start(dataDir);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;

    const second = await start(dataDir);

    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('refuses the folder of a server whose starter lives', async () => {
    const dataDir = `${folder()}/postgres`;
    const starter = await aStarter(module, 'startPostgres', { dataDir, port: 0, durable: false });
    cleanups.push(() => start(dataDir).then(() => undefined));
    cleanups.push(() => starter.kill());

    await expect(startPostgres({ dataDir, port: 0 })).rejects.toThrow(
      `already runs under process ${starter.pid}`,
    );
  });

  test('names the port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    cleanups.push(() => void other.close());
    const { port } = other.address() as AddressInfo;

    await expect(startPostgres({ dataDir: folder(), port })).rejects.toThrow(
      `Port ${port} for PostgreSQL is taken`,
    );
  });

  test('gives a service a login that cannot make or change tables', async () => {
    const server = await start(`${folder()}/postgres`);
    const options = { database: 'welfare_cases', passwords };
    await createServiceDatabase(server.url, options);

    const { owner, app } = await createServiceDatabase(server.url, options);

    await ask(owner, 'create table fact (id int)');
    await expect(ask(app, 'create table other (id int)')).rejects.toThrow('permission denied');
    await expect(ask(app, 'select * from fact')).rejects.toThrow('permission denied');
    expect(await ask(app, `select current_setting('jejaring.app_role') as role`)).toEqual([
      { role: 'welfare_cases_app' },
    ]);
  });
});
