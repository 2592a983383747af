import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '#machinery';
import { startStack } from '#stack';
import { listQueries, publishedQueries } from '../proof/published-operations.js';
import { finish, printTable, say } from '../proof/report.js';
import type { Measured, Target } from './operations/measure.js';
import { measureQuery } from './operations/measure.js';

const { values } = parseArgs({
  options: {
    gateway: { type: 'string' },
    issuer: { type: 'string', default: 'http://127.0.0.1:4010' },
    runs: { type: 'string', default: '200' },
    'warm-up': { type: 'string', default: '50' },
  },
});
const counts = { runs: Number(values.runs), warmUp: Number(values['warm-up']) };

async function measureAll(target: Target): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const name of listQueries(root).sort()) {
    if (publishedQueries[name] === undefined) {
      say(`${name} is left out: scripts/proof/published-operations.ts does not say how to ask it`);
      continue;
    }
    measured[name] = await measureQuery(target, name, counts);
  }
  return measured;
}

/** A stack of its own with the demo data, unless a running one was named. */
async function withTarget<T>(act: (target: Target) => Promise<T>): Promise<T> {
  if (values.gateway) return act({ gateway: values.gateway, issuer: values.issuer });
  const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-bench-'));
  say('Starting a stack with the demo data');
  const stack = await startStack({ dir, ports: 'free', quiet: true });
  try {
    return await act({ gateway: stack.gatewayUrl, issuer: stack.issuerUrl });
  } finally {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const measured = await withTarget(measureAll);
printTable(
  `Published queries on the demo data, ${counts.runs} runs of each, one after the other`,
  Object.entries(measured).map(([operation, figures]) => ({ operation, ...figures })),
);
process.stdout.write('\n');
const goals = Object.entries(measured).map(([name, { subgraphRequests, sqlStatements }]) => {
  const { requests, statements } = publishedQueries[name]!;
  return {
    name: `${name}: at most ${requests} requests and ${statements} statements`,
    met: subgraphRequests <= requests && sqlStatements <= statements,
  };
});
finish(measured, goals);
