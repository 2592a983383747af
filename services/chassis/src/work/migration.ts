import type { QueryRunner } from 'typeorm';

type Right = 'select' | 'insert' | 'update' | 'delete';

/** Grants the service's login role what it needs; the role's name is a setting of the database. */
export async function grant(
  runner: QueryRunner,
  table: string,
  rights: readonly Right[],
): Promise<void> {
  await runner.query(`do $$ begin
    execute format('grant ${rights.join(', ')} on ${table} to %I', current_setting('jejaring.app_role'));
  end $$`);
}

/**
 * Keeps every former version of a table's rows with the time it was recorded and replaced. The clock
 * is the database's: recorded time is when we knew.
 */
export async function keepVersions(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    create table ${table}_history (replaced_at timestamptz not null, like ${table});
    create index ${table}_history_version on ${table}_history (id, version);
    create function ${table}_keep_version() returns trigger language plpgsql security definer
      set search_path = public as $$
    begin
      insert into ${table}_history select transaction_timestamp(), old.*;
      new.recorded_at = transaction_timestamp();
      return new;
    end $$;
    create trigger ${table}_keep_version before update on ${table}
      for each row execute function ${table}_keep_version();`);
  await grant(runner, `${table}_history`, ['select']);
}

/** Undoes a first migration: everything it made goes, and with it all data. */
export async function dropEverything(runner: QueryRunner): Promise<void> {
  await runner.query(`do $$ declare made record; begin
    for made in select tablename from pg_tables where schemaname = 'public' and tablename <> 'migrations' loop
      execute format('drop table %I cascade', made.tablename);
    end loop;
    for made in
      select p.oid::regprocedure as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = current_user
    loop
      execute format('drop function %s', made.name);
    end loop;
  end $$`);
}
