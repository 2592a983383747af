import { parseArgs } from 'node:util';
import { finish, printTable, say } from '../proof/report.js';
import type { Measured } from './gateway/goals.js';
import { judge, ratios } from './gateway/goals.js';
import type { Arena, Contestant } from './gateway/ground.js';
import { openArena } from './gateway/ground.js';
import { judgeLatency, measureLatency } from './gateway/latency.js';
import { canAnswer, compareAnswers } from './gateway/preflight.js';
import { stayAside } from './gateway/processes.js';
import { questions } from './gateway/questions.js';
import type { Figures, Scenario, Settings } from './gateway/rounds.js';
import { runRounds } from './gateway/rounds.js';
import type { Variant } from './gateway/variants.js';
import { variants } from './gateway/variants.js';

/*
 * Our gateway beside others, in one interleaved run: processor time for a request is the figure to trust.
 *
 * Only ours, in seconds:   npm run bench -- gateway --rivals none --scenarios bigUnique --seconds 2
 * One rival beside it:     npm run bench -- gateway --rivals apollo --scenarios mediumUnique
 * A short look at all:     npm run bench -- gateway --quick
 */
const { values } = parseArgs({
  allowNegative: true,
  options: {
    rivals: {
      type: 'string',
      default: 'apollo,apollo-cache,hive-js,hive-rust,hive-cache,proxy,proxy-cache',
    },
    scenarios: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '50' },
    quick: { type: 'boolean', default: false },
    latency: { type: 'boolean', default: true },
  },
});

interface Measurement extends Scenario {
  own: 'ours' | 'ours-cached';
  rivals: readonly string[];
}

const measurements: readonly Measurement[] = [
  {
    name: 'bigUnique',
    question: 'big',
    unique: true,
    own: 'ours',
    rivals: ['apollo', 'hive-js', 'hive-rust', 'proxy', 'hive-router', 'cosmo-router'],
  },
  {
    name: 'mediumUnique',
    question: 'medium',
    unique: true,
    own: 'ours',
    rivals: ['apollo', 'hive-rust', 'proxy', 'hive-router', 'cosmo-router'],
  },
  {
    name: 'tinyUnique',
    question: 'tiny',
    unique: true,
    own: 'ours',
    rivals: ['apollo', 'hive-rust', 'proxy'],
  },
  {
    name: 'mixUnique',
    question: 'mix',
    unique: true,
    own: 'ours',
    rivals: ['apollo', 'hive-rust'],
  },
  {
    name: 'bigIdentical',
    question: 'big',
    unique: false,
    own: 'ours',
    rivals: ['apollo', 'hive-rust', 'hive-shared', 'hive-router', 'cosmo-router'],
  },
  {
    name: 'bigCached',
    question: 'big',
    unique: false,
    own: 'ours-cached',
    rivals: ['apollo', 'apollo-cache', 'hive-cache', 'proxy-cache'],
  },
];

const settings: Settings = {
  rounds: Number(values.rounds ?? (values.quick ? 2 : 3)),
  windowMs: 1_000 * Number(values.seconds ?? (values.quick ? 1 : 3)),
  connections: Number(values.connections),
};

const listed = (text: string) => text.split(',').filter((name) => name !== '' && name !== 'none');

async function enterAll(arena: Arena, entering: readonly Variant[]): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const variant of entering) {
    say(`Starting ${variant.name}`);
    contestants.push(await arena.enter(variant, settings.connections));
  }
  return contestants;
}

const row = (gateway: string, figures: Figures) => ({ gateway, ...figures });

async function measureAll(
  arena: Arena,
  contestants: readonly Contestant[],
  chosen: readonly Measurement[],
): Promise<Measured> {
  const measured = new Map<string, Map<string, Figures>>();
  for (const scenario of chosen) {
    const documents = questions[scenario.question];
    const able = contestants.filter(
      (each) =>
        [scenario.own, ...scenario.rivals].includes(each.variant.name) &&
        documents.every((document) => canAnswer(each, document)),
    );
    say(`${scenario.name}: ${able.map(({ variant }) => variant.name).join(', ')}`);
    await compareAnswers(arena, able, documents);
    const figures = await runRounds(arena, able, scenario, settings);
    measured.set(scenario.name, figures);
    printTable(
      `${scenario.name}, ${settings.connections} connections, ${settings.rounds} windows of ${settings.windowMs} ms`,
      [...figures].map(([name, of]) => row(name, of)),
    );
  }
  return measured;
}

/** Half of what it answered of the medium question, or nothing when that was not measured. */
async function measureLatencyOf(
  arena: Arena,
  contestants: readonly Contestant[],
  measured: Measured,
) {
  const knee = measured.get('mediumUnique')?.get('ours')?.perSecond;
  const own = contestants.find(({ variant }) => variant.name === 'ours');
  if (!values.latency || knee === undefined || own === undefined) return null;
  say('Latency at half the knee, steady and while a service hangs');
  await compareAnswers(arena, [own], [...questions.tiny, ...questions.medium]);
  const forMs = 3 * settings.windowMs;
  const latency = await measureLatency(arena, own, { perSecond: Math.round(knee / 2), forMs });
  const { steady, hanging } = latency;
  printTable(
    `${latency.perSecond} requests a second at settled moments, for ${forMs} ms`,
    Object.entries({ steady, hanging }).flatMap(([when, of]) =>
      Object.entries(of).map(([requests, figures]) => ({ when, requests, ...figures })),
    ),
  );
  return latency;
}

const pinned = stayAside();
const rivals = listed(values.rivals);
const wanted = values.scenarios === undefined ? null : listed(values.scenarios);
const chosen = measurements.filter(({ name }) => wanted === null || wanted.includes(name));
const needed = new Set<string>([
  ...chosen.map(({ own }) => own),
  ...rivals.filter((rival) => chosen.some((each) => each.rivals.includes(rival))),
]);
const entering = variants.filter(({ name }) => needed.has(name));
const arena = await openArena({
  rivals: entering.some(({ rival }) => rival),
  events: entering.some(({ hears }) => hears),
  cosmo: entering.some(({ cosmo }) => cosmo),
});
try {
  const contestants = await enterAll(arena, entering);
  const measured = await measureAll(arena, contestants, chosen);
  const cpuRatio = ratios(measured, 'cpuRatio');
  const scenarios = Object.fromEntries(
    [...measured].map(([name, figures]) => [name, Object.fromEntries(figures)]),
  );
  const latency = await measureLatencyOf(arena, contestants, measured);
  process.stdout.write('\n');
  const rps = ratios(measured, 'rps');
  const goals = [...judge(measured, cpuRatio), ...(latency ? judgeLatency(latency) : [])];
  finish({ cpuRatio, rps, pinned, ...settings, latency, scenarios }, goals);
} finally {
  await arena.close();
}
