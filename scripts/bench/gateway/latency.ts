import { setTimeout as pause } from 'node:timers/promises';
import { percentile, rounded } from '../../proof/figures.js';
import { startOpenLoad } from '../../proof/open-load.js';
import { seeded } from '../../proof/random.js';
import type { Goal } from '../../proof/report.js';
import type { Arena, Contestant } from './ground.js';
import type { Target } from './load.js';
import { Client } from './load.js';
import { targetOf } from './rounds.js';

interface Latency {
  p50Ms: number;
  p99Ms: number;
  failed: number;
}

/** Times from the moment at which a request should have begun, while a service answers and while it hangs. */
export interface Latencies {
  perSecond: number;
  steady: Record<'untouched' | 'touched', Latency>;
  hanging: Record<'untouched' | 'touched', Latency>;
}

/** Asks nothing of the service that hangs, and asks it among others. */
const questionOf = { untouched: 'tiny', touched: 'medium' } as const;
const hung = 'inventory';

/** More than can be under way: a request that waits for a connection of ours would be our delay. */
const connections = 10_000;

function load(
  target: Target,
  { client, question, perSecond }: { client: Client; question: string; perSecond: number },
) {
  const random = seeded(question.length);
  const send = async () => {
    const shot = target.next();
    const answered = await client.fire(shot);
    // While a service hangs an answer is shorter, for what is missing is null.
    if (answered.status !== 200) throw new Error(`It answered ${answered.status}.`);
  };
  return startOpenLoad({ perSecond, random, send });
}

async function measure(arena: Arena, contestant: Contestant, perSecond: number, forMs: number) {
  const client = new Client(contestant.url, connections);
  const loads = Object.entries(questionOf).map(([kind, question]) => {
    const target = targetOf(arena, contestant, { name: question, question, unique: true });
    return { kind, load: load(target, { client, question, perSecond: perSecond / 2 }) };
  });
  await pause(forMs);
  const ended = await Promise.all(
    loads.map(async ({ kind, load: of }) => [kind, summarise(await of.stop())] as const),
  );
  await client.close();
  return Object.fromEntries(ended) as Latencies['steady'];
}

function summarise(answers: readonly { ms: number; failed?: unknown }[]): Latency {
  const times = answers.map(({ ms }) => ms);
  return {
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    failed: answers.filter(({ failed }) => failed !== undefined).length,
  };
}

/** At half of what the gateway can do, first with all services well, then while one says nothing any more. */
export async function measureLatency(
  arena: Arena,
  contestant: Contestant,
  { perSecond, forMs }: { perSecond: number; forMs: number },
): Promise<Latencies> {
  arena.tokens.grow(contestant.nextToken + Math.ceil((perSecond * forMs * 2.5) / 1_000));
  const steady = await measure(arena, contestant, perSecond, forMs);
  await arena.services.slow(hung, 60_000);
  try {
    return { perSecond, steady, hanging: await measure(arena, contestant, perSecond, forMs) };
  } finally {
    await arena.services.slow('', 0);
  }
}

/** A few milliseconds are the scheduler's, whatever hangs. */
const scheduler = 5;

export function judgeLatency({ steady, hanging }: Latencies): Goal[] {
  const before = steady.untouched.p99Ms;
  const after = hanging.untouched.p99Ms;
  return [
    {
      name: `while ${hung} hangs, the p99 of what does not ask it is ${after} ms, ${before} before: at most half more`,
      met: after <= before * 1.5 + scheduler,
    },
    {
      name: 'while it hangs, every request is answered',
      met: hanging.untouched.failed + hanging.touched.failed === 0,
    },
  ];
}
