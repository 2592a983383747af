import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '@jejaring/chassis/process/clock';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { noteDatabase } from '@jejaring/chassis/testing/note-service';
import { recordAudit } from '@jejaring/chassis/work/audit';
import type { Subject } from '@jejaring/chassis/work/audit';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { organizationsAuditSealed } from '@jejaring/schema/events/audit.events';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowPolicies } from '../rights/row-policies.js';
import { auditPolicies } from './audit-policies.rules.js';
import { createAuditSeal, dropAuditSeal } from './audit-tables.js';
import { aSigner } from './chain.fixture.js';
import { directorySealStore } from './directory-seal-store.js';
import { Keeper } from './keeping.service.js';
import { sealWaiting } from './sealing.service.js';
import type { VerificationOptions } from './verification.service.js';
import { verifyChain } from './verification.service.js';

class SealNotes1765000000000 implements MigrationInterface {
  up = (runner: QueryRunner): Promise<void> => createAuditSeal(runner);
  down = (runner: QueryRunner): Promise<void> => dropAuditSeal(runner);
}

export const sealedNotes = {
  entities: noteDatabase.entities,
  migrations: [...noteDatabase.migrations, SealNotes1765000000000],
  rights: rowPolicies(auditPolicies),
};

// Seals are published under a name that has a contract.
const service = 'organizations';

/** A service with an audit and nothing else: two replicas of it, and somebody with every right. */
export async function startSealedNotes() {
  const made = await createTestDatabase(sealedNotes);
  const sources = [await made.connect(), await made.connect()];
  const [database, other] = sources.map((source) => new Database(source, service, systemClock)) as [
    Database,
    Database,
  ];
  const url = new URL(process.env.JEJARING_TEST_POSTGRES_URL!);
  url.pathname = new URL(made.ownerUrl).pathname;
  const superuser = new pg.Pool({ connectionString: url.href, max: 2 });
  superuser.on('error', (error) => process.emitWarning(error));
  const directory = await mkdtemp(path.join(tmpdir(), 'seals-'));
  const store = directorySealStore(directory);
  const signer = aSigner();
  const sealing = { signer, contract: organizationsAuditSealed };
  const asSystem = <Result>(act: (work: Work) => Promise<Result>, on = database) =>
    on.inWork({ caller: systemCaller('test'), readOnly: false }, act);
  return {
    database,
    other,
    store,
    signer,
    sealing,
    directory,
    ownerUrl: made.ownerUrl,
    asSystem,
    rows: async <Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []) =>
      (await superuser.query(sql, parameters)).rows as Row[],
    connect: () => superuser.connect(),
    /** Somebody does something to each of these. */
    act: (subjects: readonly Subject[], caller: Partial<Caller> = {}) =>
      database.inWork(
        { caller: aCaller({ role: 'KT_OFFICER', ...caller }), readOnly: false },
        async (work) => {
          for (const subject of subjects)
            await recordAudit(work, {
              kind: 'READ',
              operation: 'Note.text',
              subjects: [subject],
              fieldClasses: ['personal'],
              decision: 'ALLOWED',
            });
        },
      ),
    seal: () => asSystem((work) => sealWaiting(work, sealing)),
    /** As a process does that has just started. */
    keep: () => asSystem((work) => new Keeper(service, store, signer).keepCommitted(work)),
    verify: (options: Partial<VerificationOptions> = {}) =>
      asSystem((work) => verifyChain(work, { service, store, ...options })),
    async stop() {
      for (const source of sources) await source.destroy();
      await superuser.end();
      await made.drop();
      await rm(directory, { recursive: true });
    },
  };
}

export type SealedNotes = Awaited<ReturnType<typeof startSealedNotes>>;

export const aSubject = (id: string, region: string | null = '32.79'): Subject => ({ id, region });
