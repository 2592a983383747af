import { readOfficialList } from '@jejaring/register/regions/official-list';
import pg from 'pg';

/**
 * Brings the codes of the official list into the database, as the owner of its tables, in one
 * statement; does nothing when this version is there. Codes that a newer list no longer names stay:
 * cases lie under them. Answers how many were written.
 */
export async function importRegionCodes(ownerUrl: string): Promise<number> {
  const { version, names } = await readOfficialList();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.role', 'SYSTEM', true)");
    const known = await client.query(
      'select 1 from region_copy where dataset_version = $1 limit 1',
      [version],
    );
    if (known.rowCount) return 0;
    const written = await client.query(
      `insert into region_copy (code, dataset_version) select code, $2 from unnest($1::text[]) as code
       on conflict (code) do update set dataset_version = excluded.dataset_version`,
      [[...names.keys()], version],
    );
    await client.query('commit');
    return written.rowCount ?? 0;
  } finally {
    await client.end();
  }
}
