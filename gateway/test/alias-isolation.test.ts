import { describe, expect, test } from '@jest/globals';
import type { RandomOperation } from '../../scripts/conformance/execution/random-operation.js';
import { Comparison } from '../../scripts/conformance/execution/comparison.js';
import { FakeServices } from '../../scripts/conformance/execution/fake-services.js';
import { harshGraph } from '../../scripts/conformance/execution/graphs.js';
import type { SubgraphCall } from '../src/subgraphs/calls.js';

const { supergraphSdl, services } = harshGraph();
const comparison = new Comparison(
  supergraphSdl,
  services.map(({ name }) => name),
);
const honest = { seed: 4, nulls: 0, errors: 0, lies: 0 };

/** What the service of requirements was told, by each of the two executors. */
async function listTold(text: string, leave: boolean) {
  const calls: SubgraphCall[] = [];
  const answer = new FakeServices(services).ask(honest);
  const asked: RandomOperation = { text, variables: {} };
  await comparison.compare(asked, {
    leave,
    ask: (call, context) => {
      calls.push(call);
      return answer(call, context);
    },
  });
  const told = calls.filter(({ service }) => service === 'stock');
  return told.map(({ variables }) => JSON.stringify(variables));
}

// federation#3036: an alias in the place of a field that a service is told of another one. Apollo's
// executor by itself is the unguarded gateway here: it tells the name in the place of the weight.
describe.each([
  ['a compiled operation', false],
  ['an operation that is left to the executor of Apollo', true],
])('the aliases of %s', (_name, leave) => {
  test.each([
    'one { weight: name shipping }',
    'one { ... on Item { weight: name } ...Rest } }\nfragment Rest on Item { shipping',
    'things { ... on Item { weight: name shipping } }',
  ])('cannot take the place of what a service requires: { %s }', async (asked) => {
    const told = await listTold(`query Made { ${asked} }`, leave);

    const [unguarded, ...guarded] = told;
    expect(unguarded).toMatch(/"weight":"/);
    expect(guarded.length).toBeGreaterThan(0);
    for (const one of guarded) expect(one).toMatch(/"weight":-?\d+[,}]/);
  });
});
