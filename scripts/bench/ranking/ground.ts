import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServiceDatabase, startPostgres } from '#machinery';
import { database as awards } from '@jejaring/awards/database';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect, migrate } from '@jejaring/chassis/process/database';
import { Database } from '@jejaring/chassis/work/unit-of-work';

/** The database of awards alone, on a PostgreSQL that is there for this run. */
export async function openGround() {
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0 });
  const passwords = { owner: 'owner', app: 'app' };
  const urls = await createServiceDatabase(server.url, { database: 'awards', passwords });
  await migrate(awards, urls.owner);
  const source = await connect(awards, urls.app, 'bench');
  return {
    database: new Database(source, 'awards', systemClock),
    async close() {
      await source.destroy();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}
