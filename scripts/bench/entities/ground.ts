import { createServiceDatabase, startPostgres } from '#machinery';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { migrate } from '@jejaring/chassis/process/database';
import { database } from '@jejaring/organizations/database';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export const howMany = 75;

export interface Ground {
  folder: string;
  appUrl: string;
  /** The organizations that are asked for, as the database and as the graph name them. */
  uuids: readonly string[];
  ids: readonly string[];
  close(): Promise<void>;
}

const seedSql = `
  insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
    values ('32.79', 'Kota Banjar', 'kota banjar', 'banjar', 'REGENCY', 'KOTA', null, 'Kota Banjar', 'bench');
  insert into region select '32.79.01.' || 2000 + n, 'Desa ' || n, 'desa ' || n, n::text, 'VILLAGE', 'DESA',
    '32.79', 'Kota Banjar / Desa ' || n, 'bench' from generate_series(1, ${howMany}) n;
  insert into organization (id, kind, level, name, region_code, status, applicant_id, registered_number,
      established_on, decree_number, membership_number, owner, version)
    select gen_random_uuid(), 'KARANG_TARUNA', 'VILLAGE', 'Karang Taruna Desa ' || n, '32.79.01.' || 2000 + n,
      'ACTIVE', 'applicant-' || n, 'KT-bench-' || n, '2010-09-26', '400.9/' || n || '/2024', 'PSKS-' || n, 'COMMUNITY', 3
    from generate_series(1, ${howMany}) n;
  insert into classification_instrument (id, valid_from, weights, cut_offs)
    values (gen_random_uuid(), '2015-01-01', '{}', '{}');
  insert into classification (id, organization_id, region_code, year, instrument_id, status, scores, total,
      assessors, scored_by, proposed_class, determined_class, decree)
    select gen_random_uuid(), o.id, o.region_code, year, i.id, 'DETERMINED', '{}', 7000, '[]', 'scorer', 'MAJU', 'MAJU', '{}'
    from organization o, classification_instrument i, generate_series(2021, 2023) year;`;

async function seed(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(seedSql);
    await client.query('analyze');
    const { rows } = await client.query<{ id: string }>('select id from organization order by id');
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** The database of organizations alone, with as many as one call asks for and three classes of each. */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), port: 0 });
  const passwords = { owner: 'owner', app: 'app' };
  const urls = await createServiceDatabase(server.url, { database: 'organizations', passwords });
  await migrate(database, urls.owner);
  const superuser = new URL(server.url);
  superuser.pathname = '/organizations';
  const uuids = await seed(superuser.href);
  return {
    folder,
    appUrl: urls.app,
    uuids,
    ids: uuids.map((uuid) => encodeId('org', uuid)),
    async close() {
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
