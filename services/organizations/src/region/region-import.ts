import pg from 'pg';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { readOfficialList } from '@jejaring/register/regions/official-list';
import { bareName, kindOf, parentOf, pathOf, searchable } from './region.rules.js';

const chunkSize = 10_000;

const insertSql = `
  insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
  on conflict (code) do update set (name, search_name, bare_name, path, dataset_version)
    = (excluded.name, excluded.search_name, excluded.bare_name, excluded.path, excluded.dataset_version)`;

function toColumns(codes: readonly string[], names: ReadonlyMap<string, string>, version: string) {
  const name = (code: string) => names.get(code)!;
  return [
    codes,
    codes.map(name),
    codes.map((code) => searchable(name(code))),
    codes.map((code) => bareName(name(code))),
    codes.map(levelOf),
    codes.map(kindOf),
    codes.map(parentOf),
    codes.map((code) => pathOf(code, names)),
    codes.map(() => version),
  ];
}

/**
 * Brings the official list into the database, as the owner of its tables, in one transaction; does
 * nothing when this version is there. Answers how many regions were written.
 */
export async function importRegions(ownerUrl: string): Promise<number> {
  const { version, names } = await readOfficialList();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const known = await client.query('select 1 from region_dataset where version = $1', [version]);
    if (known.rowCount) return 0;
    await client.query('begin');
    const codes = [...names.keys()].sort((a, b) => a.length - b.length);
    for (let at = 0; at < codes.length; at += chunkSize) {
      await client.query(insertSql, toColumns(codes.slice(at, at + chunkSize), names, version));
    }
    await client.query('insert into region_dataset (version, regions) values ($1, $2)', [
      version,
      codes.length,
    ]);
    await client.query('commit');
    // A bulk insert leaves the search index with a list of pending entries that every search would read.
    await client.query('vacuum (analyze) region');
    return codes.length;
  } finally {
    await client.end();
  }
}
