import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServiceDatabase, startPostgres } from '#machinery';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect, migrate } from '@jejaring/chassis/process/database';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { anonymous, systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { startWebhooks } from '@jejaring/event-hub/delivery/start-webhooks';
import { bell } from '@jejaring/event-hub/intake/keep-event.consumer';
import { keepEvents } from '@jejaring/event-hub/intake/keep-events';
import { eventHub } from '@jejaring/event-hub/service';
import { secretBox } from '@jejaring/event-hub/subscription/secret-box';
import {
  createSubscription,
  settleHandshake,
} from '@jejaring/event-hub/subscription/subscription.service';
import { allowed } from '@jejaring/event-hub/webhook/allowed';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import type { Report } from './receiver.js';

const contract = contractsByType.get('training.certificate.issued.v1')!;
const office = {
  ...anonymous('bench'),
  id: 'bench',
  role: 'DINSOS_REGENCY_STAFF' as const,
  region: '32.79',
};
const asSystem = { caller: systemCaller('bench'), readOnly: false };

/** An event-hub's database, its endpoints in another process, and the part that sends. */
export async function openGround(endpoints: number) {
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0 });
  const passwords = { owner: 'owner', app: 'app' };
  const urls = await createServiceDatabase(server.url, { database: 'event_hub', passwords });
  await migrate(eventHub.database, urls.owner);
  const source = await connect(eventHub.database, urls.app, 'event-hub');
  const database = new Database(source, 'event-hub', systemClock);
  const receiver = fork(path.join(import.meta.dirname, 'receiver.js'));
  const [port] = (await once(receiver, 'message')) as [number];
  openSecrets();
  for (let index = 0; index < endpoints; index += 1)
    await subscribe(database, `http://127.0.0.1:${port}/${index}`);
  return {
    database,
    start: () => startSending(database),
    report: () => ask(receiver),
    async close() {
      receiver.disconnect();
      await source.destroy();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function openSecrets(): void {
  const key = randomBytes(32).toString('base64');
  secretBox.use(ringEncryption(JSON.stringify({ current: 'bench', keys: { bench: key } })));
  allowed.loopback = true;
}

async function subscribe(database: Database, endpoint: string): Promise<void> {
  const facts = { name: 'bench', endpoint, types: ['training.*'], regionCode: null };
  const signed = { mode: 'ORDERED', signatures: ['V1'] } as const;
  const { row } = await database.inWork({ caller: office, readOnly: false }, (work) =>
    createSubscription(work, { ...facts, ...signed }),
  );
  await database.inWork(asSystem, (work) =>
    settleHandshake(work, row, { agreed: true, perMinute: null }),
  );
}

function startSending(database: Database) {
  const metrics = createMetrics('event-hub');
  const logger = createLogger('bench', 'warn');
  const options = { bell, origin: 'bench', loopback: true };
  const running = startWebhooks({ database, logger, metrics }, options);
  const ended = metrics.registry.getSingleMetric('jejaring_webhook_deliveries_total');
  return {
    ...running,
    /** Counted when they are written down: asking the database would be work beside theirs. */
    async delivered(): Promise<number> {
      const { values } = (await ended?.get()) ?? { values: [] };
      return values.reduce((sum, { value }) => sum + value, 0);
    },
  };
}

async function ask(receiver: ChildProcess): Promise<Report> {
  const answer = once(receiver, 'message');
  receiver.send('report');
  const [report] = (await answer) as [Report];
  return report;
}

const sequences = new Map<string, number>();
let kept = 0;

/** Keeps events as the intake does, over so many keys, and rings. Answers their ids. */
export async function keep(database: Database, count: number, keys: number): Promise<string[]> {
  const events = Array.from({ length: count }, () => {
    const key = `crt_${kept % keys}`;
    kept += 1;
    const sequence = (sequences.get(key) ?? 0) + 1;
    sequences.set(key, sequence);
    const time = new Date();
    const region = '32.79.04.2006';
    const { type, sample } = contract;
    const id = randomUUID();
    const meta = { id, type, key, time, recordedTime: time, sequence, epoch: 1, region };
    return { meta, data: JSON.stringify(sample) };
  });
  await database.inWork(asSystem, (work) => keepEvents(work, contract.topic, events));
  bell.ring();
  return events.map(({ meta }) => meta.id);
}
