import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { DatabaseDefinition } from '../process/database.js';
import { connect, migrate } from '../process/database.js';
import type { TestDatabase } from './database.js';
import { createTestDatabase } from './database.js';

type Column = DataSource['entityMetadatas'][number]['columns'][number];

/** What each column of an entity is called by PostgreSQL. */
const typeNames: Record<string, string> = {
  text: 'text',
  uuid: 'uuid',
  integer: 'integer',
  smallint: 'smallint',
  boolean: 'boolean',
  date: 'date',
  jsonb: 'jsonb',
  bytea: 'bytea',
  bigint: 'bigint',
  timestamptz: 'timestamp with time zone',
};

function described({ databaseName, type, isArray, isNullable }: Column): string {
  const name = typeNames[String(type)] ?? String(type);
  return `${databaseName} ${name}${isArray ? '[]' : ''}${isNullable ? '' : ' not null'}`;
}

const columnsSql = `
  select c.relname as table, a.attname || ' ' || format_type(a.atttypid, null) ||
    case when a.attnotnull then ' not null' else '' end as described
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped`;

interface Declared {
  name: string;
  access: string | null;
  guarded: boolean;
}

const declaredSql = `
  select c.relname as name, substring(obj_description(c.oid) from 'access: (\\w+)') as access,
    c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
  from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'`;

// What the unit of work keeps for itself, and how much somebody looked up: no path of the graph leads here.
const tablesOfTheFrame = ['budget_use', 'idempotency_key', 'outbox', 'standing'];

const speakingSql = `
  select distinct c.relname as name
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped
    and a.attname ~ '(^|_)(region|region_code|organization_id|actor|account|cipher|nik|initials|officer_id|beneficiary_id|person|subject)$'
    and not (c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = 'r'))
    and c.relname <> all ($1) order by 1`;

/** Another policy, one that is missing and one that nobody meant are each named, and mended by the job. */
async function noticeChanges(
  definition: DatabaseDefinition,
  owner: DataSource,
  ownerUrl: string,
): Promise<void> {
  const differences = async () => (await definition.rights?.differences(owner)) ?? [];
  expect(await differences()).toEqual([]);
  const [{ name, table }] = await owner.query<[{ name: string; table: string }]>(`
    select polname as name, polrelid::regclass::text as "table" from pg_policy order by polname limit 1`);

  await owner
    .query(`alter policy ${name} on ${table} with check (true)`)
    .catch(() => owner.query(`alter policy ${name} on ${table} using (true)`));
  expect(await differences()).toEqual([table]);
  await owner.query(`drop policy ${name} on ${table}`);
  expect(await differences()).toEqual([table]);
  await owner.query(`create table stray (id uuid); alter table stray enable row level security;
    create policy stray_read on stray for select using (true)`);
  expect(await differences()).toEqual([table, 'stray']);

  await owner.query('drop table stray');
  await migrate(definition, ownerUrl);
  expect(await differences()).toEqual([]);
}

/** That a service's migrations run, go back and run again, and that its entities are its tables. */
export function describeMigrations(service: string, definition: DatabaseDefinition): void {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase(definition);
    owner = await connect(definition, database.ownerUrl, 'test');
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  describe(`the tables of ${service}`, () => {
    test('are what its entities say', async () => {
      const rows = await owner.query<{ table: string; described: string }[]>(columnsSql);
      const stored = new Set(rows.map((row) => `${row.table}: ${row.described}`));
      const said = owner.entityMetadatas.flatMap(({ tableName, columns }) =>
        columns.map((column) => `${tableName}: ${described(column)}`),
      );

      expect(said.filter((column) => !stored.has(column))).toEqual([]);
    });

    test('are each declared, and guarded unless they are internal or reference', async () => {
      const tables = await owner.query<Declared[]>(declaredSql);
      const free = ['internal', 'reference'];
      const open = tables.filter(({ access, guarded }) => !guarded && !free.includes(access ?? ''));

      expect(open).toEqual([]);
    });

    test('that speak of a place, an organization or somebody are under row policies, but for those of the frame', async () => {
      const speaking = await owner.query<{ name: string }[]>(speakingSql, [tablesOfTheFrame]);

      expect(speaking).toEqual([]);
    });

    test('have the row policies that the rights say, and a change of one is noticed', () =>
      noticeChanges(definition, owner, database.ownerUrl));

    test('go and come back', async () => {
      for (const _migration of definition.migrations) await owner.undoLastMigration();
      const [left] = await owner.query<{ tables: number }[]>(
        "select count(*)::integer as tables from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
      );
      expect(left).toEqual({ tables: 0 });

      await owner.runMigrations();
    });
  });
}
