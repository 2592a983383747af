import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/**
 * What can only be a person of the demo or of a test: their names have `Contoh` (example) in the
 * middle, and their identity numbers begin with a province, regency and district that do not exist.
 * The fraction of a measured time (0.9999999999999999 s) is nobody's number.
 */
const canary =
  /\p{Lu}\p{Ll}{2,} Contoh \p{Lu}\p{Ll}+|(?:Warga|Kepala|Nama) Contoh\b(?: \d+)?|(?<!\d|\d\.)999999\d{10}(?!\d)/gu;

// Longer than any of them, so that none is lost between two pieces of a stream.
const overlap = 80;

/** The canaries in a text, each once. */
export const canariesIn = (text) => [...new Set(text.match(canary) ?? [])];

async function canariesInStream(stream) {
  const found = new Set();
  let kept = '';
  for await (const piece of stream) {
    const text = kept + piece.toString('latin1');
    for (const name of canariesIn(text)) found.add(name);
    kept = text.slice(-overlap);
  }
  return [...found];
}

const told = (place, names) =>
  names.length === 0 ? [] : [`${place}: ${names.slice(0, 3).join(', ')} (${names.length})`];

/** Every file below a folder, as bytes: logs, and the files of PostgreSQL as a backup would take them. */
export async function canariesInFiles(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await canariesInFiles(place)));
    else if (entry.isFile())
      found.push(...told(place, await canariesInStream(createReadStream(place))));
  }
  return found;
}

const tablesSql = `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema') order by 1`;

/** Every row of every table as text, as a dump would write it; the system sees all of them. */
export async function canariesInDatabase(name, connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("select set_config('app.role', 'SYSTEM', false)");
    const found = [];
    const { rows: tables } = await client.query(tablesSql);
    for (const table of tables) {
      const { rows } = await client.query(
        `select t::text as text from ${table.name} t where t::text ~ 'Contoh|999999'`,
      );
      const names = new Set(rows.flatMap(({ text }) => canariesIn(text)));
      found.push(...told(`${name} ${table.name}`, [...names]));
    }
    return found;
  } finally {
    await client.end();
  }
}

async function canariesAt(url, headers = {}) {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  return told(url, canariesIn(await response.text()));
}

/** What a running stack shows to whoever looks: databases, figures, the explorer. */
export async function canariesInStack(stack) {
  const found = [];
  for (const [name, urls] of Object.entries(stack.databases))
    found.push(...(await canariesInDatabase(name, urls.owner ?? urls)));
  const { identity: _identity, postgres: _postgres, ...served } = stack.ports;
  for (const port of Object.values(served).filter(Number.isInteger))
    found.push(...(await canariesAt(`http://127.0.0.1:${port}/metrics`).catch(() => [])));
  found.push(...(await canariesAt(`${stack.gatewayUrl}/graphql`, { accept: 'text/html' })));
  return found;
}
