import { describe, expect, test } from '@jest/globals';
import type { Careless } from './interleaving.fixture.js';
import { runInterleaving, Stale } from './interleaving.fixture.js';

const runs = 100_000;

/** The first seed under which an answer is told that is older than what was heard, or null. */
function findStale(careless: Careless): number | null {
  for (let seed = 0; seed < runs; seed += 1) {
    try {
      runInterleaving(seed, careless);
    } catch (error) {
      if (error instanceof Stale) return seed;
      throw error;
    }
  }
  return null;
}

describe('FreshStore', () => {
  test(`tells nothing older than the last event heard, in ${runs} interleavings`, () => {
    let hits = 0;
    for (let seed = 0; seed < runs; seed += 1) hits += runInterleaving(seed);

    expect(hits).toBeGreaterThan(runs / 3);
  });

  test.each<Careless>([
    'notes the moment of the answer instead of the question',
    'does not look again before it tells',
    'does not notice that it is deaf',
    'keeps what it had when it hears again',
    'takes no notice of epochs',
    'forgets old changes',
    'takes a list for one of its members',
  ])('would tell something stale if it %s', (careless) => {
    expect(findStale(careless)).not.toBeNull();
  });
});
