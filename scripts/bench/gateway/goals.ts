import { rounded } from '../../proof/figures.js';
import type { Goal } from '../../proof/report.js';
import type { Figures } from './rounds.js';

/** Figures by scenario and then by gateway. */
export type Measured = ReadonlyMap<string, ReadonlyMap<string, Figures>>;

interface RatioGoal {
  rival: string;
  scenario: string;
  least: number;
  aim: number;
}

/** A rival's processor time for a request over ours. */
const ratioGoals: Record<string, RatioGoal> = {
  apolloBigUnique: { rival: 'apollo', scenario: 'bigUnique', least: 6, aim: 9 },
  apolloMediumUnique: { rival: 'apollo', scenario: 'mediumUnique', least: 4, aim: 6 },
  apolloMixUnique: { rival: 'apollo', scenario: 'mixUnique', least: 2.67, aim: 4 },
  apolloBigIdentical: { rival: 'apollo', scenario: 'bigIdentical', least: 60, aim: 100 },
  hiveRustBigUnique: { rival: 'hive-rust', scenario: 'bigUnique', least: 2.5, aim: 4 },
  apolloBigCached: { rival: 'apollo', scenario: 'bigCached', least: 120, aim: 200 },
  apolloCacheBigCached: { rival: 'apollo-cache', scenario: 'bigCached', least: 6, aim: 10 },
  hiveCacheBigCached: { rival: 'hive-cache', scenario: 'bigCached', least: 6, aim: 10 },
};

/** Ours over what a proxy by hand spends: at most so much. */
const proxyGoal = { least: 1.6, aim: 1.3 };

type Kind = 'cpuRatio' | 'rps';

const valueOf = (figures: Figures, kind: Kind) =>
  kind === 'cpuRatio' ? figures.cpuMs : 1 / figures.perSecond;

/** Every rival over ours (with its cache where caches are compared) in every scenario; the proxy the other way round. */
export function ratios(measured: Measured, kind: Kind): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [scenario, figures] of measured) {
    const own = figures.get('ours') ?? figures.get('ours-cached');
    if (own === undefined) continue;
    for (const [name, theirs] of figures) {
      if (name.startsWith('ours')) continue;
      const over = valueOf(theirs, kind) / valueOf(own, kind);
      all[keyOf(name, scenario)] = rounded(isByHand(name) ? 1 / over : over, 2);
    }
  }
  return all;
}

const camel = (name: string) =>
  name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
const titled = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const isByHand = (name: string) => name.startsWith('proxy');
const keyOf = (name: string, scenario: string) =>
  `${isByHand(name) ? `hand${titled(camel(name))}` : camel(name)}${titled(scenario)}`;

export function judge(measured: Measured, cpuRatio: Record<string, number>): Goal[] {
  const found = Object.entries(ratioGoals).filter(([key]) => cpuRatio[key] !== undefined);
  const goals = found.map(([key, { least, aim }]) => ({
    name: `${key}: ${cpuRatio[key]} times our processor time, at least ${least} (aim ${aim})`,
    met: cpuRatio[key]! >= least,
  }));
  const bound = cpuRatio['handProxyBigUnique'];
  if (bound !== undefined) {
    const name = `handProxyBigUnique: ${bound} times a proxy by hand, at most ${proxyGoal.least} (aim ${proxyGoal.aim})`;
    goals.push({ name, met: bound <= proxyGoal.least });
  }
  return [...goals, ...judgeAnswers(measured)];
}

const judgeAnswers = (measured: Measured): Goal[] =>
  [...measured].map(([scenario, figures]) => {
    const wrong = [...figures].filter(([, { failed }]) => failed > 0).map(([name]) => name);
    const said = wrong.length === 0 ? 'every answer was right' : `wrong from ${wrong.join(', ')}`;
    return { name: `${scenario}: ${said}`, met: wrong.length === 0 };
  });
