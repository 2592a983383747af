import { setTimeout as pause } from 'node:timers/promises';
import type { Stack, StackProcess } from '#stack';
import type { Random } from '../../proof/random.js';
import { say } from '../../proof/report.js';
import type { Databases, ServiceName } from '../spine/databases.js';
import { waitUntilReady } from '../spine/killer.js';

/** The first has two replicas, of which one seals. */
const targets: readonly ServiceName[] = ['organizations', 'welfare-cases'];
const burst = 2_000;
const patienceMs = 20_000;

export interface BatchKills {
  total: number;
  /** Those that found a batch half done: its entries were without a leaf afterwards. */
  inBatch: number;
  table: { process: string; kills: number; 'in a batch': number }[];
}

/** As many entries as a busy second makes, so that a batch takes its time. */
const burstSql = `
  insert into audit_entry (kind, occurred_at, actor, role, operation, subjects, subject_regions,
    field_classes, decision, policy_version, request_id)
  select 'READ', now(), 'campaign:burst', 'AUDITOR', 'Campaign.burst', array['case_burst_' || n], array['32.79'],
    array['personal'], 'ALLOWED', 'campaign', 'campaign-burst' from generate_series(1, $1::integer) n`;

const sealerSql = `
  select count(*) from pg_locks l join pg_database d on d.oid = l.database
  where l.locktype = 'advisory' and l.granted and d.datname = current_database()
    and ((l.classid::bigint << 32) | l.objid::bigint) = hashtext('chore seal-audit')::bigint`;

const looseSql = `
  select count(*) from audit_entry e where actor = 'campaign:burst'
    and not exists (select from audit_leaf l where l.entry_id = e.id)`;

function replicasOf(stack: Stack, service: ServiceName): StackProcess[] {
  return Object.values(stack.processes).filter(({ name }) => name.replace(/-\d$/, '') === service);
}

/** Waits until somebody seals, or nobody does; the lock is held for as long as the batch takes. */
async function until(sealing: boolean, databases: Databases, service: ServiceName) {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(1)) {
    const sealers = await databases.count(service, sealerSql);
    if (sealers > 0 === sealing) return true;
  }
  return false;
}

async function untilRunning(processes: readonly StackProcess[]): Promise<void> {
  for (const each of processes) {
    for (const end = Date.now() + patienceMs; !each.running && Date.now() < end;) await pause(50);
  }
}

/** Kills all replicas of a service, or one of them, while a batch is being sealed. */
async function killOnce(
  stack: Stack,
  databases: Databases,
  random: Random,
  service: ServiceName,
): Promise<{ killed: StackProcess[]; inBatch: boolean }> {
  const replicas = replicasOf(stack, service);
  await untilRunning(replicas);
  await databases.count(
    service,
    `with made as (${burstSql} returning 1) select count(*) from made`,
    [burst],
  );
  const sealing = await until(true, databases, service);
  await pause(random.between(0, 60));
  // Now and then only one of two: the other goes on, whichever of them it was.
  const killed = random.next() < 0.7 ? replicas : [random.pick(replicas)];
  for (const each of killed) each.kill('SIGKILL');
  await until(false, databases, service);
  const loose = await databases.count(service, looseSql);
  return { killed, inBatch: sealing && loose >= burst };
}

/** Kills services in the middle of batches until so many batches were hit. */
export async function killInBatches(
  stack: Stack,
  databases: Databases,
  random: Random,
  wanted: number,
): Promise<BatchKills> {
  const counts = new Map<string, { kills: number; inBatch: number }>();
  let [total, inBatch] = [0, 0];
  for (let tries = 0; inBatch < wanted && tries < wanted * 3; tries += 1) {
    const service = targets[tries % targets.length]!;
    const { killed, inBatch: hit } = await killOnce(stack, databases, random, service);
    total += killed.length;
    inBatch += hit ? 1 : 0;
    for (const { name } of killed) {
      const counted = counts.get(name) ?? { kills: 0, inBatch: 0 };
      counts.set(name, { kills: counted.kills + 1, inBatch: counted.inBatch + (hit ? 1 : 0) });
    }
    if (tries % 5 === 4) say(`${inBatch} of ${wanted} batches were hit, ${total} kills`);
  }
  await waitUntilReady(stack, 90_000);
  const table = [...counts].map(([process, each]) => ({
    process,
    kills: each.kills,
    'in a batch': each.inBatch,
  }));
  return { total, inBatch, table };
}
