import { parseArgs } from 'node:util';
import { publishedQueries } from '../proof/published-operations.js';
import { finish, printTable } from '../proof/report.js';
import { measureAll } from './operations/measure.js';
import { sumUp } from './operations/sum-up.js';
import { readProfile, withWatchedStack } from './operations/own-stack.js';

const { values } = parseArgs({
  options: {
    gateway: { type: 'string' },
    issuer: { type: 'string', default: 'http://127.0.0.1:4010' },
    profile: { type: 'string', default: 'demo' },
    runs: { type: 'string', default: '200' },
    'warm-up': { type: 'string', default: '50' },
  },
});
const counts = { runs: Number(values.runs), warmUp: Number(values['warm-up']) };

/** A stack of its own, unless a running one was named: into that nobody looks, so only its times are told. */
function measure() {
  const { gateway, issuer } = values;
  if (gateway) return measureAll({ gateway, issuer }, counts);
  return withWatchedStack(readProfile(values.profile), ({ gatewayUrl, issuerUrl }, watch) =>
    measureAll({ gateway: gatewayUrl, issuer: issuerUrl }, counts, watch),
  );
}

const measured = await measure();
printTable(
  `Published queries on the ${values.profile} data, ${counts.runs} runs of each, one after the other`,
  Object.entries(measured).map(([operation, figures]) => ({ operation, ...figures })),
);
const shares = sumUp(Object.values(measured));
if (shares !== null) printTable('All of them together, one request of each', shares);
process.stdout.write('\n');
const goals = Object.entries(measured).map(([name, { subgraphRequests, sqlStatements }]) => {
  const { requests, statements } = publishedQueries[name]!;
  return {
    name: `${name}: at most ${requests} requests and ${statements} statements`,
    met: subgraphRequests <= requests && sqlStatements <= statements,
  };
});
finish({ ...measured, shares }, goals);
