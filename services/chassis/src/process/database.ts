import 'reflect-metadata';
import type { MigrationInterface } from 'typeorm';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { DataSource } from 'typeorm';

/** Who sees which rows: brought into the database, and compared with what it holds. */
export interface TableRights {
  apply(runner: QueryRunner): Promise<void>;
  /** Tables whose row policies are not as the service means them. */
  differences(source: DataSource): Promise<string[]>;
}

/** The rows, migrations and rights of a service, listed by name. */
export interface DatabaseDefinition {
  entities: (new () => object)[];
  migrations: (new () => MigrationInterface)[];
  rights?: TableRights;
}

// A calendar date has no time of day: the driver would make it the midnight of this machine's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const poolSize = 8;
// Both sides watch the clock: a frozen server does not enforce its own time-out.
const queryTimeoutMs = 12_000;

/** Opens the pool of one process. */
export async function connect(
  { entities, migrations }: DatabaseDefinition,
  url: string,
  applicationName: string,
): Promise<DataSource> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    applicationName,
    poolSize,
    connectTimeoutMS: 3_000,
    installExtensions: false,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: {
      idleTimeoutMillis: 30_000,
      query_timeout: queryTimeoutMs,
      keepAlive: true,
      pipeline: true,
      idle_in_transaction_session_timeout: 30_000,
    },
  }).initialize();
  // Before its first user listens nobody hears that a session ended, and unheard that ends the process.
  poolOf(source).on('connect', (client) => client.on('error', () => undefined));
  return source;
}

/** The driver's pool below a data source, for its figures. */
export const poolOf = (source: DataSource): pg.Pool =>
  (source.driver as unknown as { master: pg.Pool }).master;

const migrationLock = 0x6d696772;

/** Brings a database up to date as its owner; several at once wait for one another. */
export async function migrate(definition: DatabaseDefinition, ownerUrl: string): Promise<string[]> {
  const source = await connect(definition, ownerUrl, 'migrations');
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    const done = await source.runMigrations({ transaction: 'each' });
    await definition.rights?.apply(runner);
    await runner.query(`do $$ begin
      execute format('grant select on migrations to %I', current_setting('jejaring.app_role'));
    end $$`);
    return done.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
    await source.destroy();
  }
}

/** Row-level security does not bind superusers, owners and those who bypass it: they must not serve. */
export async function refuseUnsafeRole(source: DataSource): Promise<void> {
  const [role] = await source.query<{ unsafe: boolean }[]>(`
    select r.rolsuper or r.rolbypassrls or exists (
      select from pg_tables t where t.schemaname = 'public' and pg_has_role(r.oid, t.tableowner, 'member')
    ) as unsafe from pg_roles r where r.rolname = current_user`);
  if (role?.unsafe === false) return;
  throw new Error(
    'Configuration: the database role must not be superuser, owner or bypass row security.',
  );
}

export async function refusePendingMigrations(source: DataSource): Promise<void> {
  const pending = await source.showMigrations().catch(() => true);
  if (!pending) return;
  throw new Error('The database is not up to date: run the migrations job of this service first.');
}

/** A database whose row policies are others than the service means would show too much or too little. */
export async function refuseOtherRights(
  source: DataSource,
  { rights }: DatabaseDefinition,
): Promise<void> {
  const tables = (await rights?.differences(source)) ?? [];
  if (tables.length === 0) return;
  throw new Error(
    `The row policies of ${tables.join(', ')} are not this version's: run the migrations job of this service first.`,
  );
}
