import { describe, expect, test } from '@jest/globals';
import { Comparison } from '../../scripts/conformance/execution/comparison.js';
import { FakeServices } from '../../scripts/conformance/execution/fake-services.js';
import { harshGraph, ownGraph } from '../../scripts/conformance/execution/graphs.js';
import { runRandom } from '../../scripts/conformance/execution/run-random.js';

describe('compiled execution', () => {
  test.each([
    ['our own graph', ownGraph],
    ['a graph of all that ours does without', harshGraph],
  ])('answers random operations as Apollo does, on %s', async (_name, graph) => {
    const { supergraphSdl, services } = graph();
    const names = services.map(({ name }) => name);
    const comparison = new Comparison(supergraphSdl, names);

    const result = await runRandom(comparison, new FakeServices(services), { from: 1, count: 60 });

    expect(result.different).toEqual([]);
    expect(Object.keys(await comparison.outcomes()).sort()).toEqual(['compiled', 'defer']);
    expect(result.calls.compiled).toBeLessThanOrEqual(result.calls.apollo);
  });
});
