import pg from 'pg';

const quoteName = (name) => pg.escapeIdentifier(name);
const quoteText = (value) => pg.escapeLiteral(value);

/**
 * One service's database: `<database>_owner` owns it and migrates, `<database>_app` serves and can
 * neither bypass row security nor change a table. May be repeated; passwords are set anew.
 */
export async function createServiceDatabase(adminUrl, { database, passwords }) {
  const owner = `${database}_owner`;
  const app = `${database}_app`;
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, owner, passwords.owner);
    await ensureRole(client, app, passwords.app);
    await ensureDatabase(client, database, owner);
    await grantConnect(client, database, [owner, app]);
    await client.query(
      `alter database ${quoteName(database)} set jejaring.app_role = ${quoteText(app)}`,
    );
  });
  await withClient(urlOf(adminUrl, { database }), (client) => prepareSchema(client, owner, app));
  return {
    owner: urlOf(adminUrl, { database, user: owner, password: passwords.owner }),
    app: urlOf(adminUrl, { database, user: app, password: passwords.app }),
  };
}

/** The database of the embedded event log; its one role owns it. */
export async function createLogDatabase(adminUrl, { password, database = 'event_log' }) {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, database, password);
    await ensureDatabase(client, database, database);
    await grantConnect(client, database, [database]);
  });
  return urlOf(adminUrl, { database, user: database, password });
}

/** Somebody who looks on at the embedded event log: a role that can read it and change nothing. */
export async function createLogReader(adminUrl, { password, database = 'event_log' }) {
  const reader = `${database}_reader`;
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, reader, password);
    await grantConnect(client, database, [database, reader]);
  });
  await withClient(urlOf(adminUrl, { database }), async (client) => {
    await client.query(`grant select on all tables in schema public to ${quoteName(reader)}`);
    // The log makes its tables when it is first written to.
    await client.query(
      `alter default privileges for role ${quoteName(database)} in schema public
       grant select on tables to ${quoteName(reader)}`,
    );
  });
  return urlOf(adminUrl, { database, user: reader, password });
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client, role, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${quoteName(role)} login nosuperuser nobypassrls nocreatedb nocreaterole
     password ${quoteText(password)}`,
  );
}

async function ensureDatabase(client, database, owner) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount !== 0) return;
  await client.query(
    `create database ${quoteName(database)} owner ${quoteName(owner)}
     encoding 'UTF8' template template0`,
  );
}

async function grantConnect(client, database, roles) {
  await client.query(`revoke all on database ${quoteName(database)} from public`);
  await client.query(
    `grant connect on database ${quoteName(database)} to ${roles.map(quoteName).join(', ')}`,
  );
}

async function prepareSchema(client, owner, app) {
  // Extensions belong to the superuser, so that no migration of a service can replace one.
  await client.query('create extension if not exists pg_trgm');
  await client.query('create extension if not exists btree_gist');
  await client.query('revoke all on schema public from public');
  await client.query(`grant create, usage on schema public to ${quoteName(owner)}`);
  await client.query(`grant usage on schema public to ${quoteName(app)}`);
}

function urlOf(adminUrl, { database, user, password }) {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) {
    url.username = user;
    url.password = encodeURIComponent(password);
  }
  return url.href;
}
