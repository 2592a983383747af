import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServiceDatabase, startPostgres } from '#machinery';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect, migrate } from '@jejaring/chassis/process/database';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { training } from '@jejaring/training/service';

export interface Unit {
  id: string;
  regionCode: string;
}

/** A training service's database, and the village units of one regency that will apply. */
export interface Hall {
  database: Database;
  units: Unit[];
  quotasOf(seats: number): { regionCode: string; seats: number }[];
  close(): Promise<void>;
}

const districts = Array.from(
  { length: 16 },
  (_one, at) => `33.16.${String(at + 1).padStart(2, '0')}`,
);

const unitAt = (at: number): Unit => ({
  id: randomUUID(),
  regionCode: `${districts[at % districts.length]}.${2001 + Math.floor(at / districts.length)}`,
});

export async function openHall(count: number): Promise<Hall> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0 });
  const passwords = { owner: 'owner', app: 'app' };
  const urls = await createServiceDatabase(server.url, { database: 'training', passwords });
  await migrate(training.database, urls.owner);
  const source = await connect(training.database, urls.app, 'training');
  const keys = await createServiceDatabase(server.url, { database: 'training_keys', passwords });
  await training.vaultKind.prepare(keys.owner);
  const vault = training.vaultKind.openAnew(keys.app);
  const database = new Database(source, 'training', systemClock, vault);
  const units = Array.from({ length: count }, (_one, at) => unitAt(at));
  const known = { kind: 'KARANG_TARUNA', level: 'VILLAGE', status: 'ACTIVE' } as const;
  await database.inWork({ caller: systemCaller('bench'), readOnly: false }, async (work) => {
    for (const unit of units) await work.put(OrganizationCopy, { ...unit, ...known }, ['id']);
  });
  return {
    database,
    units,
    quotasOf: (seats) => districts.map((regionCode) => ({ regionCode, seats })),
    async close() {
      await source.destroy();
      await vault.end();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}
