import { karangTarunaCriteria } from '../criteria/criteria.rules.js';
import type { Scores } from '../criteria/criteria.rules.js';

const seed = 20_191_030;

/** A number below `bound` that the same numbers always give (mulberry32). */
function drawn(bound: number, ...from: readonly number[]): number {
  let state = from.reduce((mixed, value) => Math.imul(mixed ^ value, 0x9e3779b1) >>> 0, seed);
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
}

/** Two that come out exactly equal, and among the best. */
const equals = [101, 202];
const equalScore = 9_200;

/** What a juror of the demo gives a nominee, by their places: quarter points, and no real judgement. */
export function inventedScores(nominee: number, juror: number): Scores {
  const quality = 5_500 + 25 * drawn(120, nominee);
  const scoreOf = (criterion: number) => {
    if (equals.includes(nominee)) return equalScore + 25 * drawn(9, juror, criterion);
    return quality + 25 * drawn(41, nominee, juror, criterion);
  };
  return Object.fromEntries(karangTarunaCriteria.map(({ code }, index) => [code, scoreOf(index)]));
}
