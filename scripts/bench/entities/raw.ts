import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import pg from 'pg';

/**
 * The least that somebody would write without a graph: the driver, one transaction in the caller's
 * scope, the same columns, JSON. Nobody is checked and nothing is counted.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const scopeSql = `select set_config('app.role', $1, true), set_config('app.actor', $2, true),
  set_config('app.low', $3, true), set_config('app.high', $4, true), set_config('app.organization', '', true),
  set_config('statement_timeout', '5000', true), set_config('transaction_read_only', 'on', true)`;
const scope = ['DINSOS_REGENCY_STAFF', 'officer-1', '32.79', '32.79/'];

const flatSql = `select id, version, kind, level, name, registered_number as "registeredNumber",
  established_on as "establishedOn", status, return_reason as "returnReason",
  rejection_ground as "rejectionGround", decree_number as "decreeNumber",
  membership_number as "membershipNumber", owner from organization where id = any ($1::uuid[])`;
const nestedSql = `select organization_id, id, version, year, status, determined_class as class,
  objection_ground as "objectionGround" from classification where organization_id = any ($1::uuid[])
  order by year desc, id desc`;

interface Asked {
  uuids: string[];
  nested: boolean;
}

type Row = Record<string, unknown>;

async function read(client: pg.PoolClient, { uuids, nested }: Asked): Promise<Row[]> {
  const found = await client.query<Row>(flatSql, [uuids]);
  const rows = new Map(found.rows.map((row) => [row['id'], row]));
  if (nested) {
    const classes = await client.query<Row>(nestedSql, [uuids]);
    for (const row of rows.values()) row['classifications'] = [];
    for (const { organization_id: of, ...one } of classes.rows)
      (rows.get(of)!['classifications'] as Row[]).push(one);
  }
  return uuids.map((uuid) => rows.get(uuid) ?? {});
}

async function answer(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += part as string;
  const asked = JSON.parse(text) as Asked;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(scopeSql, scope);
    const rows = await read(client, asked);
    await client.query('commit');
    return JSON.stringify({ data: { _entities: rows } });
  } finally {
    client.release();
  }
}

createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  answer(request).then(
    (text) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');
