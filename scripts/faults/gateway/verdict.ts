import { percentile, rounded } from '../../proof/figures.js';
import type { Timed } from '../../proof/open-load.js';
import type { Pause } from '../../proof/machine-pauses.js';
import type { Asked, Campaign, Episode } from './campaign.js';
import type { Excuse } from './judge.rules.js';
import { judge, judgeMutations } from './judge.rules.js';
import type { ServiceName } from './small-federation.js';

/** The budget of a request, and what a busy machine adds. */
const deadlineMs = 5_500;
const recoverWithinMs = 5_000;
/** How long a key that nobody knew may be unknown to a gateway that has just asked for keys. */
const rotationWithinMs = 35_000;

export interface Verdict {
  violations: string[];
  /** Answers that came while the machine had time for whoever measures. */
  judged: number;
  /** Operations that missed a part, with words and an excuse. */
  partial: number;
  /** Of operations that touch nothing of a service that is sick. */
  besideSick: Durations;
  /** Of all, while no service is sick: keys or the supergraph change, the issuer is away. */
  whileChanging: Durations;
  kinds: KindRow[];
}

/** Milliseconds, in the calm before and while it lasts. */
export interface Durations {
  calm: readonly number[];
  during: readonly number[];
}

export interface KindRow extends Record<string, string | number> {
  fault: string;
  times: number;
  'operations touched': number;
  'of them partial': number;
  'recovery ms, worst': number;
  'others, p99 calm': number;
  'others, p99 during': number;
}

export function pronounce(campaign: Campaign, runs: ReadonlyMap<string, number>): Verdict {
  const { episodes, answers } = campaign;
  const judged = answers.filter(
    (answer) => !campaign.pauses.some((pause) => during(answer, pause)),
  );
  const violations = judged.flatMap((answer) => judgeAnswer(answer, episodes));
  const told = answers.flatMap(({ value }) =>
    value === null || value.operation.key === null
      ? []
      : [{ key: value.operation.key, outcome: value.outcome }],
  );
  violations.push(
    ...judgeMutations(told, runs),
    ...episodes.flatMap((episode) => judgeRecovery(episode, campaign.pauses)),
  );
  const others = episodes.map((episode) => ({ episode, ...othersOf(episode, judged) }));
  return {
    violations,
    judged: judged.length,
    partial: answers.filter(isPartial).length,
    besideSick: joined(others.filter(({ episode }) => episode.fault.touches.length > 0)),
    whileChanging: joined(others.filter(({ episode }) => episode.fault.touches.length === 0)),
    kinds: [...new Set(episodes.map(({ fault }) => fault.kind))].sort().map((kind) =>
      rowOf(
        kind,
        others.filter(({ episode }) => episode.fault.kind === kind),
        answers,
      ),
    ),
  };
}

const joined = (all: readonly Durations[]): Durations => ({
  calm: all.flatMap(({ calm }) => calm),
  during: all.flatMap(({ during }) => during),
});

const isPartial = ({ value }: Timed<Asked>): boolean =>
  value?.operation.expected != null && (value.outcome.body?.errors ?? []).length > 0;

const during = ({ at, ms }: Timed<Asked>, { from, until }: Pause): boolean =>
  at + ms >= from && at <= until;

const overlaps = ({ at, ms }: Timed<Asked>, { from, recoveredAt }: Episode): boolean =>
  at + ms >= from && at <= recoveredAt;

function judgeAnswer(answer: Timed<Asked>, episodes: readonly Episode[]): string[] {
  if (answer.value === null) return [`the sender failed: ${String(answer.failed)}`];
  const { operation, outcome } = answer.value;
  const present = episodes.filter((episode) => overlaps(answer, episode));
  const sick = new Set<ServiceName>(
    present
      .filter(({ fault }) => !(fault.queriesSafe && operation.key === null))
      .flatMap(({ fault }) => fault.touches),
  );
  const excuse: Excuse = {
    sick,
    gatewayAway: present.some(({ fault }) => fault.gatewayAway),
    issuerUnsure: present.some(({ fault }) => fault.issuerUnsure),
    withdrawing: present.some(({ fault }) => fault.withdraws),
    deadlineMs,
  };
  const moment = present.map(({ fault }) => fault.kind).join(', ') || 'calm';
  return judge(operation, outcome, excuse).map(
    (words) => `[${moment}] ${operation.name}: ${words}`,
  );
}

function judgeRecovery({ fault, until, recoveredAt }: Episode, pauses: readonly Pause[]): string[] {
  const stood = pauses.filter((pause) => pause.from < recoveredAt && pause.until > until);
  const took = recoveredAt - until - stood.reduce((sum, each) => sum + each.until - each.from, 0);
  const within = fault.issuerUnsure ? rotationWithinMs : recoverWithinMs;
  return took <= within ? [] : [`[${fault.kind}] not got over after ${Math.round(took)} ms`];
}

/** Times of operations that touch nothing of what is sick: in the calm before, and while it lasts. */
function othersOf(
  { fault, calmFrom, from, endsAt }: Episode,
  answers: readonly Timed<Asked>[],
): Durations {
  if (fault.gatewayAway) return { calm: [], during: [] };
  const others = answers.filter(
    ({ value }) =>
      value !== null && !value.operation.services.some((each) => fault.touches.includes(each)),
  );
  const between = (begin: number, end: number) =>
    others.filter(({ at }) => at >= begin && at < end).map(({ ms }) => ms);
  return { calm: between(calmFrom, from), during: between(from, endsAt) };
}

function rowOf(
  kind: string,
  others: readonly ({ episode: Episode } & Durations)[],
  answers: readonly Timed<Asked>[],
): KindRow {
  const touched = answers.filter((answer) =>
    others.some(
      ({ episode }) =>
        overlaps(answer, episode) &&
        answer.value?.operation.services.some((each) => episode.fault.touches.includes(each)),
    ),
  );
  const p99 = (values: readonly number[]) =>
    values.length === 0 ? 0 : rounded(percentile(values, 0.99));
  return {
    fault: kind,
    times: others.length,
    'operations touched': touched.length,
    'of them partial': touched.filter(isPartial).length,
    'recovery ms, worst': Math.round(
      Math.max(...others.map(({ episode }) => episode.recoveredAt - episode.until)),
    ),
    'others, p99 calm': p99(others.flatMap(({ calm }) => calm)),
    'others, p99 during': p99(others.flatMap(({ during }) => during)),
  };
}
