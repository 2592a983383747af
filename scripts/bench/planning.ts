import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { percentile, rounded } from '../proof/figures.js';
import { ask } from '../proof/graph.js';
import { startOpenLoad } from '../proof/open-load.js';
import { seeded } from '../proof/random.js';
import { finish, printTable, say } from '../proof/report.js';
import { stayAside } from './gateway/processes.js';
import type { Attack } from './planning/attacks.js';
import { attacks } from './planning/attacks.js';
import type { Ground } from './planning/ground.js';
import { openGround } from './planning/ground.js';

/** How long others are held up while somebody asks what is hard to look through, again and again. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '50' },
    attackers: { type: 'string', default: '4' },
  },
});
const forMs = 1_000 * Number(values.seconds);
const perSecond = Number(values.rate);
const attackers = Number(values.attackers);
const mostMs = 50;

interface Figures {
  /** Attacks that were sent and ended. */
  attacks: number;
  refused: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
  /** Processor time of the serving thread between two looks at its queue, at the most. */
  longestMs: number;
}

let turn = 0;

/** Others ask at settled moments, and their time counts from these. */
async function measure({ url, readLongest }: Ground, attack: Attack | null): Promise<Figures> {
  const told = { attacks: 0, refused: 0 };
  let over = false;
  const attackOnAndOn = async (by: Attack) => {
    while (!over) {
      const { errors } = await ask(url, { document: by.document((turn += 1)), withinMs: 60_000 });
      told.attacks += 1;
      if (errors.length > 0) told.refused += 1;
    }
  };
  await readLongest();
  const send = async () => {
    const { errors } = await ask(url, { document: '{ node { id } }' });
    if (errors.length > 0) throw new Error('It was not answered.');
  };
  const load = startOpenLoad({ perSecond, random: seeded(7), send });
  const attacking = attack ? Array.from({ length: attackers }, () => attackOnAndOn(attack)) : [];
  await pause(forMs);
  over = true;
  const [answers] = await Promise.all([load.stop(), ...attacking]);
  const times = answers.map(({ ms }) => ms);
  return {
    ...told,
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    failed: answers.filter(({ failed }) => failed !== undefined).length,
    longestMs: rounded(await readLongest()),
  };
}

const pinned = stayAside();
const ground = await openGround();
try {
  const measured: Record<string, Figures> = {};
  // The first time everything is looked at by an engine that has compiled nothing yet.
  for (const { name, document } of attacks) {
    say(`Once: ${name}`);
    await ask(ground.url, { document: document((turn += 1)), withinMs: 60_000 });
  }
  for (const attack of [null, ...attacks]) {
    const name = attack?.name ?? 'nobody attacks';
    say(`Measures while: ${name}`);
    measured[name] = await measure(ground, attack);
  }
  printTable(
    `${perSecond} requests a second, beside them ${attackers} attackers who never wait, ${forMs} ms each`,
    Object.entries(measured).map(([attack, figures]) => ({ attack, ...figures })),
  );
  process.stdout.write('\n');
  finish(
    { pinned, measured },
    Object.entries(measured).map(([name, { longestMs, failed }]) => ({
      name: `${name}: the serving thread is held at most ${mostMs} ms (processor time), nobody is refused`,
      met: longestMs <= mostMs && failed === 0,
    })),
  );
} finally {
  await ground.close();
}
