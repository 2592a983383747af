import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { DatabaseDefinition } from '../process/database.js';
import { connect, migrate } from '../process/database.js';

/** A database of its own for one test file, with an owner and a plain login role. */
export interface EmptyDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** The same, migrated. */
export interface TestDatabase extends EmptyDatabase {
  connect(): Promise<DataSource>;
}

function adminUrl(): string {
  const url = process.env.JEJARING_TEST_POSTGRES_URL;
  if (url === undefined) throw new Error('The test server is not up: run the tests with npm test.');
  return url;
}

async function asAdmin<Result>(database: string, act: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: withDatabase(adminUrl(), database) });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function withDatabase(
  base: string,
  database: string,
  role?: { name: string; password: string },
): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role.name, password: role.password });
  return url.href;
}

/** Makes a fresh database on the run's server. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const owner = { name: `${name}_owner`, password: 'owner' };
  const app = { name: `${name}_app`, password: 'app' };
  await asAdmin('postgres', async (client) => {
    for (const role of [owner, app]) {
      await client.query(
        `create role ${role.name} login nosuperuser nobypassrls password '${role.password}'`,
      );
    }
    await client.query(`create database ${name} owner ${owner.name}`);
    await client.query(`alter database ${name} set jejaring.app_role = '${app.name}'`);
  });
  await asAdmin(name, async (client) => {
    await client.query('create extension pg_trgm; create extension btree_gist');
    await client.query(
      `grant usage on schema public to ${app.name}; alter schema public owner to ${owner.name}`,
    );
  });
  return {
    ownerUrl: withDatabase(adminUrl(), name, owner),
    appUrl: withDatabase(adminUrl(), name, app),
    drop: () =>
      asAdmin(
        'postgres',
        async (client) => void (await client.query(`drop database ${name} with (force)`)),
      ),
  };
}

/** Makes and migrates a fresh database on the run's server. */
export async function createTestDatabase(definition: DatabaseDefinition): Promise<TestDatabase> {
  const empty = await createEmptyDatabase();
  await migrate(definition, empty.ownerUrl);
  return { ...empty, connect: () => connect(definition, empty.appUrl, 'test') };
}
