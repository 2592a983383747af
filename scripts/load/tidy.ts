import { optional, readConfig } from '@jejaring/chassis/process/config';
import pg from 'pg';
import { variableOf } from './databases.js';

/**
 * Tells each database what it holds now: until then it plans for the few rows that there were. Only
 * the owner of the tables may; without its address the database finds out by itself, some time later.
 */
export async function tidyAll(services: readonly string[], say: (line: string) => void) {
  for (const service of services) {
    const { owner } = readConfig({ owner: optional(variableOf(service, 'OWNER_URL')) });
    if (owner === null) {
      say(`${service}: not analyzed, its owner's address is not known here`);
      continue;
    }
    const client = new pg.Client({ connectionString: owner });
    await client.connect();
    await client.query('vacuum (analyze)');
    const { rows } = await client.query<{ megabytes: string }>(
      'select round(pg_database_size(current_database()) / 1e6) as megabytes',
    );
    await client.end();
    say(`${service}: ${rows[0]!.megabytes} MB`);
  }
}
