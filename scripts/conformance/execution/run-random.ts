import type { Comparison } from './comparison.js';
import type { FakeServices, Moods } from './fake-services.js';
import { randomOperation } from './random-operation.js';
import { seeded } from '../../proof/random.js';

export interface Differential {
  operations: number;
  misled: number;
  calls: { compiled: number; apollo: number };
  /** The seeds that showed a difference, and what it was. */
  different: { seed: number; text: string; difference: string }[];
}

/** Some services tell the truth only, some are in trouble, some lie. */
const moods: readonly Omit<Moods, 'seed'>[] = [
  { nulls: 0, errors: 0, lies: 0 },
  { nulls: 12, errors: 0, lies: 0 },
  { nulls: 12, errors: 40, lies: 0 },
  { nulls: 30, errors: 0, lies: 60 },
  { nulls: 12, errors: 60, lies: 200 },
];

// Enough to compare that way too: the isolation of aliases holds there as well.
const leaveOneIn = 8;

/** Random operations before random answers, one for each seed. */
export async function runRandom(
  comparison: Comparison,
  services: FakeServices,
  { from, count }: { from: number; count: number },
): Promise<Differential> {
  const result: Differential = {
    operations: 0,
    misled: 0,
    calls: { compiled: 0, apollo: 0 },
    different: [],
  };
  for (let seed = from; seed < from + count; seed += 1) {
    const operation = randomOperation(comparison.schema, seeded(seed));
    const ask = services.ask({ ...moods[seed % moods.length]!, seed });
    const { difference, misled, calls } = await comparison.compare(operation, {
      ask,
      leave: seed % leaveOneIn === 0,
    });
    result.operations += 1;
    if (misled) result.misled += 1;
    result.calls.compiled += calls.compiled;
    result.calls.apollo += calls.apollo;
    if (difference !== null) result.different.push({ seed, text: operation.text, difference });
  }
  return result;
}
