import type { TestService } from '@jejaring/chassis/testing/graph-client';
import pg from 'pg';

/** A database as it was when it was copied, read as its superuser. */
export interface Restored {
  rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  /** Every value of every table as text: what a thief of the backup reads. */
  everything(): Promise<string>;
  drop(): Promise<void>;
}

const addressOf = (database: string): string => {
  const url = new URL(process.env.JEJARING_TEST_POSTGRES_URL!);
  url.pathname = `/${database}`;
  return url.href;
};

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Takes a database away, and brings it back when it is told to. */
export async function takeAway(url: string): Promise<() => Promise<void>> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin(
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  return () => asAdmin(`alter database ${name} allow_connections true`);
}

/** Copies the files of a service's database, as a physical backup does, and restores them beside it. */
export async function restoreCopy({ ownerUrl }: TestService): Promise<Restored> {
  const name = new URL(ownerUrl).pathname.slice(1);
  const copy = `${name}_restored`;
  await asAdmin(
    // Files are copied only while nobody writes; the service connects again by itself.
    `alter database ${name} allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    `select pg_sleep(0.2)`,
    `create database ${copy} template ${name} strategy file_copy`,
    `alter database ${name} allow_connections true`,
  );
  const client = new pg.Client({ connectionString: addressOf(copy) });
  await client.connect();
  const rows: Restored['rows'] = async (sql) => (await client.query(sql)).rows;
  return {
    rows,
    async everything() {
      const tables = await rows<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      );
      const texts: string[] = [];
      for (const table of tables) {
        const all = await rows<{ text: string }>(`select t::text as text from ${table.name} t`);
        texts.push(...all.map(({ text }) => text));
      }
      return texts.join('\n');
    },
    async drop() {
      await client.end();
      await asAdmin(`drop database ${copy} with (force)`);
    },
  };
}
