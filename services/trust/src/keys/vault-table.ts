import pg from 'pg';

const tables = `
  create table if not exists data_key (
    subject text primary key,
    wrapped bytea,
    kek text,
    made_at timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (kek is null)),
    check ((wrapped is null) = (destroyed_at is not null))
  );
  create table if not exists index_key (
    name text primary key,
    wrapped bytea not null,
    kek text not null,
    is_current boolean not null,
    made_at timestamptz not null default now()
  );
  create unique index if not exists index_key_current on index_key (is_current) where is_current;
  comment on table data_key is 'One key per person, wrapped; without it nothing that is kept of the person opens.';
  comment on column data_key.subject is 'Id of the person in the graph.';
  comment on column data_key.kek is 'Name of the key-encryption key that wraps it.';
  comment on column data_key.destroyed_at is 'When it was destroyed for good; no other is made for this person.';
  comment on table index_key is 'Keys of the fingerprints by which identity numbers are found again.';`;

const lock = 0x6b657973;

/** Makes the tables of a vault as the owner of its database; may be repeated. */
export async function prepareVault(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    await client.query(tables);
    await client.query(`do $$ begin
      execute format('grant select, insert, update on data_key to %I', current_setting('jejaring.app_role'));
      execute format('grant select, insert, update, delete on index_key to %I', current_setting('jejaring.app_role'));
    end $$`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
