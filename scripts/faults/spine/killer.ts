import { setTimeout as pause } from 'node:timers/promises';
import type { Stack, StackProcess } from '#stack';
import type { Random } from '../../proof/random.js';

export interface Kills {
  total: number;
  byProcess: Record<string, number>;
}

const diesWithinMs = 10_000;

async function until(condition: () => boolean, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(20)) {
    if (condition()) return true;
  }
  return condition();
}

/** Kills outright; true when the process that was there is gone. */
export async function kill(target: StackProcess): Promise<boolean> {
  if (!(await until(() => target.running, diesWithinMs))) return false;
  const { pid } = target;
  target.kill('SIGKILL');
  return until(() => target.pid !== pid || !target.running, diesWithinMs);
}

/** Kills every process of the stack in turn, each round in another order, at random moments. */
export async function killAround(
  stack: Stack,
  random: Random,
  wanted: number,
  onKill: (name: string, total: number) => void,
): Promise<Kills> {
  const kills: Kills = { total: 0, byProcess: {} };
  let round: string[] = [];
  for (let tries = 0; kills.total < wanted && tries < wanted * 2; tries += 1) {
    if (round.length === 0) round = random.shuffle(Object.keys(stack.processes));
    const name = round.shift()!;
    await pause(random.between(300, 1_900));
    if (!(await kill(stack.processes[name]!))) continue;
    kills.total += 1;
    kills.byProcess[name] = (kills.byProcess[name] ?? 0) + 1;
    onKill(name, kills.total);
  }
  return kills;
}

/** Takes the broker away for a while: commands go on, events wait. */
export async function stopBroker(stack: Stack, milliseconds: number): Promise<void> {
  const broker = stack.processes.kafka!;
  await broker.stop();
  await pause(milliseconds);
  await broker.restart();
}

/** Waits until every process that can say so says that it is ready again. */
export async function waitUntilReady(stack: Stack, withinMs: number): Promise<void> {
  const started = Date.now();
  const serving = Object.keys(stack.processes).filter(
    (name) => !['postgres', 'kafka'].includes(name),
  );
  for (const name of serving) {
    const port = stack.ports[name as keyof Stack['ports']]!;
    while (!(await isReady(port))) {
      if (Date.now() - started > withinMs) throw new Error(`${name} did not come back.`);
      await pause(100);
    }
  }
}

async function isReady(port: number): Promise<boolean> {
  const url = `http://127.0.0.1:${port}/readyz`;
  // Who does not answer is not ready, whatever the reason: it was killed a moment ago.
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  await response?.body?.cancel();
  return response?.status === 200;
}
