import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '#machinery';
import { awards } from '@jejaring/awards/service';
import { poolOf } from '@jejaring/chassis/process/database';
import type { TestService, TestServiceOptions } from '@jejaring/chassis/testing/graph-client';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import { welfareCases } from '@jejaring/welfare-cases/service';
import type { Judged } from './kinds.js';
import { awardRecords } from './records/awards.js';
import { organizationRecords } from './records/organizations.js';
import { trainingRecords } from './records/training.js';
import { welfareRecords } from './records/welfare-cases.js';

/** The services with what their records are judged by. */
export const services: readonly [TestServiceOptions, Judged][] = [
  [organizations, organizationRecords],
  [welfareCases, welfareRecords],
  [training, trainingRecords],
  [awards, awardRecords],
];

// Few connections for many callers: what one leaves behind on a connection the next would find.
export const connections = 5;

/** A PostgreSQL for this run, on which services are started with few connections each. */
export interface Ground {
  start(options: TestServiceOptions): Promise<TestService>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0 });
  process.env.JEJARING_TEST_POSTGRES_URL = server.url;
  const started: TestService[] = [];
  return {
    async start(options) {
      const service = await startTestService(options);
      // Whoever waits for a connection waits on; that a service would say it is busy is not judged here.
      Object.assign(poolOf(service.database.source).options, {
        max: connections,
        connectionTimeoutMillis: 120_000,
      });
      started.push(service);
      return service;
    },
    async close() {
      for (const service of started) await service.stop();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}
