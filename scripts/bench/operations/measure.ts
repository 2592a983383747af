import { requestToken, root } from '#machinery';
import type { Answered } from '../../proof/graph.js';
import { ask } from '../../proof/graph.js';
import { percentile, rounded } from '../../proof/figures.js';
import type { PublishedQuery } from '../../proof/published-operations.js';
import {
  listQueries,
  publishedQueries,
  readOperation,
  variablesOf,
} from '../../proof/published-operations.js';
import { say } from '../../proof/report.js';

export interface Target {
  gateway: string;
  issuer: string;
}

export interface Measured {
  subgraphRequests: number;
  sqlStatements: number;
  p50Ms: number;
  p99Ms: number;
}

export interface Counts {
  runs: number;
  warmUp: number;
}

async function tokenOf({ issuer }: Target, claims: PublishedQuery['claims']) {
  if (claims === null) return null;
  return requestToken(issuer, { role: '', ...claims });
}

function refuseErrors(name: string, { errors }: Answered): void {
  if (errors.length === 0) return;
  throw new Error(`${name} answers with errors: ${JSON.stringify(errors)}`);
}

/** One published query, asked again and again by one caller who waits for each answer. */
export async function measureQuery(
  target: Target,
  { name, query }: { name: string; query: PublishedQuery },
  { runs, warmUp }: Counts,
): Promise<Measured> {
  const token = await tokenOf(target, query.claims);
  const askFor = (document: string, variables: object) =>
    ask(target.gateway, { document, variables, token });
  const variables = await variablesOf(query, async (document) => (await askFor(document, {})).data);
  const document = readOperation(root, name);
  const times: number[] = [];
  let last: Answered | null = null;
  for (let run = -warmUp; run < runs; run += 1) {
    const started = performance.now();
    last = await askFor(document, variables);
    if (run >= 0) times.push(performance.now() - started);
    refuseErrors(name, last);
  }
  return {
    subgraphRequests: last!.subgraphRequests,
    sqlStatements: last!.sqlStatements,
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
  };
}

/** Every published query, one after the other. */
export async function measureAll(
  target: Target,
  counts: Counts,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const name of listQueries(root).sort()) {
    const query = publishedQueries[name];
    if (query === undefined) {
      say(`${name} is left out: scripts/proof/published-operations.ts does not say how to ask it`);
      continue;
    }
    measured[name] = await measureQuery(target, { name, query }, counts);
  }
  return measured;
}
