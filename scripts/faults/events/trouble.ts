import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Random } from '../../proof/random.js';
import type { Restartable } from '../gateway/processes.js';
import { kill } from '../spine/killer.js';
import type { Ground } from './ground.js';

/** Whoever can be killed: children of the campaign, and processes that the stack starts again by itself. */
export function victimsOf({
  stack,
  speakers,
  listeners,
}: Ground): Record<string, () => Promise<boolean>> {
  const own = [...speakers, ...listeners].map(
    (child) => [child.name, () => killOwn(child)] as const,
  );
  const supervised = ['event-hub', 'event-hub-2', 'postgres', 'kafka']
    .filter((name) => stack.processes[name] !== undefined)
    .map((name) => [name, () => kill(stack.processes[name]!)] as const);
  return Object.fromEntries([...own, ...supervised]);
}

async function killOwn(child: Restartable): Promise<boolean> {
  if (!child.running || returning.has(child)) return false;
  await child.kill();
  void bringBack(child);
  return true;
}

const returning = new Map<Restartable, Promise<void>>();

/** Once at a time: brought back twice, one would be nobody's, and go on when all are told to stop. */
function bringBack(child: Restartable): Promise<void> {
  const coming = returning.get(child) ?? keepStarting(child).finally(() => returning.delete(child));
  returning.set(child, coming);
  return coming;
}

/** At the end all shall be there, those that are on their way back as well. */
export const bringBackIfGone = async (child: Restartable): Promise<void> => {
  if (returning.has(child) || !child.running) await bringBack(child);
};

/** Until it stays: whoever starts while the database is away dies again. */
async function keepStarting(child: Restartable): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await child.up();
    if (child.running) return;
    await pause(300);
  }
  throw new Error(`${child.name} does not come back.`);
}

/** A member joins and dies, again and again: the partitions are shared out anew each time. */
export async function storm({ guest }: Ground, random: Random): Promise<number> {
  let kills = 0;
  for (let round = 0; round < 6; round += 1) {
    await guest.up();
    await pause(random.between(50, 700));
    if (guest.running) kills += 1;
    await guest.kill();
  }
  return kills;
}

/** The log answers nobody for a while: a broker that stands still, or tables that somebody holds. */
export async function holdUpLog({ stack, log }: Ground, milliseconds: number): Promise<void> {
  if (!('url' in log)) {
    stack.processes['kafka']!.kill('SIGSTOP');
    await pause(milliseconds);
    stack.processes['kafka']!.kill('SIGCONT');
    return;
  }
  await inLog(log.url, async (client) => {
    await client.query('begin; lock table log_partition in access exclusive mode');
    await pause(milliseconds);
    await client.query('rollback');
  });
}

const fillUp = `
  create or replace function campaign_disk_is_full() returns trigger language plpgsql as $$
    begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$;
  create or replace trigger campaign_disk_is_full before insert on log_record
    for each row execute function campaign_disk_is_full()`;

/** The log in PostgreSQL can write nothing for a while. A broker on a full disk ends: that is a kill. */
export async function fillDisk({ log }: Ground, milliseconds: number): Promise<boolean> {
  if (!('url' in log)) return false;
  await inLog(log.url, (client) => client.query(fillUp));
  await pause(milliseconds);
  await inLog(log.url, (client) =>
    client.query('drop trigger campaign_disk_is_full on log_record'),
  );
  return true;
}

async function inLog(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await act(client);
      return;
    } catch (error) {
      // Its server may have been killed a moment ago.
      if (tries === 60) throw error;
      await pause(500);
    } finally {
      // What the attempt came to is known; its session may have been killed with the server.
      await client.end().catch(() => undefined);
    }
  }
}
