import { parseArgs } from 'node:util';
import { finish, printTable, say } from '../proof/report.js';
import { Comparison } from './execution/comparison.js';
import { FakeServices } from './execution/fake-services.js';
import { harshGraph, ownGraph } from './execution/graphs.js';
import type { Differential } from './execution/run-random.js';
import { runRandom } from './execution/run-random.js';

/*
 * Random operations, executed from compiled plans and by Apollo's executor, before services that
 * answer, refuse and lie as a seed decides: the same text of data, the same errors.
 */
const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
});
const graphs = { own: ownGraph(), harsh: harshGraph() };
const rows: Record<string, string | number>[] = [];
const different: Differential['different'] = [];
for (const [graph, { supergraphSdl, services }] of Object.entries(graphs)) {
  const names = services.map(({ name }) => name);
  const comparison = new Comparison(supergraphSdl, names);
  const asked = { from: Number(values.seed), count: Math.ceil(Number(values.operations) / 2) };
  const result = await runRandom(comparison, new FakeServices(services), asked);
  for (const each of result.different.slice(0, 3))
    say(`${graph} ${each.seed}\n${each.text}\n${each.difference}\n`);
  different.push(...result.different);
  rows.push({
    graph,
    operations: result.operations,
    outcomes: Object.entries(await comparison.outcomes())
      .flat()
      .join(' '),
    requests: `${result.calls.compiled} for ${result.calls.apollo}`,
    'Apollo misled': result.misled,
    different: result.different.length,
  });
}
printTable('Compiled execution beside that of Apollo', rows);
process.stdout.write('\n');
const operations = rows.length * Math.ceil(Number(values.operations) / rows.length);
finish({ operations, different: different.length }, [
  { name: 'no answer differs', met: different.length === 0 },
]);
