import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  connect,
  migrate,
  refuseOtherRights,
  refuseUnsafeRole,
} from '@jejaring/chassis/process/database';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import type { TestDatabase } from '@jejaring/chassis/testing/database';
import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import pg from 'pg';
import { createAuditSeal } from '../audit/audit-tables.js';
import { auditPolicies } from '../audit/audit-policies.rules.js';
import { definePolicy } from './policy.rules.js';
import { protect } from './protect.js';
import { rowPolicies, versionOf } from './row-policies.js';

/** Rows of one region, for its office. */
const leafPolicy = definePolicy({
  table: 'leaf',
  access: 'regional',
  read: [{ roles: ['DINSOS_REGENCY_STAFF'], within: 'region_code' }],
  write: [{ roles: ['DINSOS_REGENCY_STAFF'], within: 'region_code' }],
  commands: {},
});

class CreateLeaves1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await createAuditSeal(runner);
    await runner.query(
      'create table leaf (id integer primary key, region_code text collate "C" not null)',
    );
    await protect(runner, leafPolicy);
  }

  async down(): Promise<void> {
    throw new Error('Not undone in tests.');
  }
}

const leaves = [leafPolicy, ...auditPolicies];
const definition = {
  entities: [],
  migrations: [CreateLeaves1764000000000],
  rights: rowPolicies(leaves),
};

let database: TestDatabase;
let app: pg.Client;
let superuser: pg.Client;

function superuserUrl(): string {
  const url = new URL(process.env.JEJARING_TEST_POSTGRES_URL!);
  url.pathname = new URL(database.ownerUrl).pathname;
  return url.href;
}

async function open(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await createTestDatabase(definition);
  app = await open(database.appUrl);
  superuser = await open(superuserUrl());
  await superuser.query(`insert into leaf
    select n, '32.' || lpad((n % 90)::text, 2, '0') || '.01.2001' from generate_series(1, 20000) n`);
  await superuser.query('analyze leaf');
});
afterAll(async () => {
  await app.end();
  await superuser.end();
  await database.drop();
});

const staff = { role: 'DINSOS_REGENCY_STAFF', low: '32.79', high: '32.79/' };

/** What a transaction with these settings counts, and how it was planned. */
async function count(settings: Record<string, string>, client = app) {
  await client.query('begin');
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from leaf',
  );
  const plan = await client.query<{ 'QUERY PLAN': string }>(
    'explain (analyze) select count(*) from leaf',
  );
  await client.query('commit');
  return {
    rows: rows[0]!.count,
    plan: plan.rows.map((row) => row['QUERY PLAN']).join('\n'),
  };
}

describe('row-level security', () => {
  test('shows a caller their region, and nothing without a context', async () => {
    expect((await count(staff)).rows).toBe(222);
    expect((await count({})).rows).toBe(0);
    expect((await count({ role: '', low: '', high: '' })).rows).toBe(0);
    expect((await count({ ...staff, role: 'AUDITOR' })).rows).toBe(0);
    expect((await count({ role: staff.role, low: '', high: '' })).rows).toBe(0);
  });

  test('shows nothing to who comes next on a connection that somebody used', async () => {
    expect((await count(staff)).rows).toBe(222);

    const after = await app.query('select count(*)::integer as count from leaf');

    expect(after.rows).toEqual([{ count: 0 }]);
  });

  test('holds in a parallel plan', async () => {
    const forced = `set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0;
      set max_parallel_workers_per_gather = 2; set enable_indexonlyscan = off`;
    await app.query(forced);

    const [theirs, nobodys] = [await count(staff), await count({})];
    await app.query('reset all');

    expect(theirs.plan).toMatch(/Workers Launched: [12]/);
    expect([theirs.rows, nobodys.rows]).toEqual([222, 0]);
  });

  test('lets nobody move a row out of their region, or in from elsewhere', async () => {
    const attempt = async (sql: string) => {
      await app.query('begin');
      for (const [name, value] of Object.entries(staff))
        await app.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      const outcome = await app.query(sql).then(
        ({ rowCount }) => rowCount,
        (error: Error) => error.message,
      );
      await app.query('rollback');
      return outcome;
    };

    expect(await attempt(`update leaf set region_code = '32.01.01.2001' where id = 79`)).toMatch(
      /row-level security/,
    );
    expect(await attempt(`update leaf set region_code = '32.79.02.2001' where id = 1`)).toBe(0);
    expect(await attempt(`insert into leaf values (90001, '32.01.01.2001')`)).toMatch(
      /row-level security/,
    );
  });

  test('keeps a table shut that was made and forgotten', async () => {
    const owner = await open(database.ownerUrl);
    await owner.query(`create table fresh (id integer, region_code text); insert into fresh values (1, '32.79');
      alter table fresh enable row level security; alter table fresh force row level security`);
    const name = new URL(database.appUrl).username;
    await owner.query(`grant select on fresh to ${name}`);

    for (const client of [owner, app])
      expect((await client.query('select from fresh')).rowCount).toBe(0);
    await owner.query('drop table fresh');
    await owner.end();
  });
});

describe('a service refuses to start', () => {
  const refusal = async (url: string, look: typeof refuseUnsafeRole) => {
    const source = await connect(definition, url, 'test');
    const said = await look(source).then(
      () => null,
      (error: Error) => error.message,
    );
    await source.destroy();
    return said;
  };

  test('as superuser, as owner, and as who goes round row security', async () => {
    const bypassing = new URL(database.appUrl);
    bypassing.username += '_round';
    await superuser.query(
      `create role ${bypassing.username} login bypassrls nosuperuser password '${bypassing.password}'`,
    );

    const unsafe = [superuserUrl(), database.ownerUrl, bypassing.href];
    for (const url of unsafe) expect(await refusal(url, refuseUnsafeRole)).toMatch(/must not be/);
    expect(await refusal(database.appUrl, refuseUnsafeRole)).toBeNull();
    await superuser.query(`drop role ${bypassing.username}`);
  });

  test('on rights of another version, until the migrations job has run', async () => {
    const more = definePolicy({ ...leafPolicy, commands: { PLUCK: [] } });
    const changed = { ...definition, rights: rowPolicies([more, ...auditPolicies]) };
    const look = (source: Parameters<typeof refuseUnsafeRole>[0]) =>
      refuseOtherRights(source, changed);

    expect(await refusal(database.appUrl, look)).toMatch(/audit_entry/);
    await migrate(changed, database.ownerUrl);
    expect(await refusal(database.appUrl, look)).toBeNull();
    await migrate(definition, database.ownerUrl);
  });

  test('and what is entered into the audit says by which rights it was decided', async () => {
    const made = await superuser.query<{ version: string }>(`
      insert into audit_entry (kind, occurred_at, actor, role, operation, subjects, subject_regions, decision, request_id)
      values ('WRITE', now(), 'a', 'PUBLIC', 'b', '{}', '{}', 'ALLOWED', 'c') returning policy_version as version`);

    expect(made.rows).toEqual([{ version: versionOf(leaves) }]);
  });
});

describe('policies that cannot be made', () => {
  test('change nothing, and say why themselves', async () => {
    const broken = definePolicy({
      ...leafPolicy,
      read: [{ roles: ['AUDITOR'], within: 'nowhere' }],
    });
    const rights = rowPolicies([broken, ...auditPolicies]);

    await expect(migrate({ ...definition, rights }, database.ownerUrl)).rejects.toThrow(
      /column .*nowhere does not exist/,
    );

    const { rows } = await superuser.query(
      "select polname from pg_policy where polrelid = 'leaf'::regclass order by 1",
    );
    expect(rows.map(({ polname }: { polname: string }) => polname)).toEqual([
      'leaf_delete',
      'leaf_insert',
      'leaf_read',
      'leaf_update',
    ]);
    await migrate(definition, database.ownerUrl);
  });
});
