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
import type { Watch, Where } from './watch.js';

export interface Target {
  gateway: string;
  issuer: string;
}

export interface Measured extends Partial<Where> {
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
  watch: Watch | null = null,
): Promise<Measured> {
  const token = await tokenOf(target, query.claims);
  const askFor = (document: string, variables: object) =>
    ask(target.gateway, { document, variables, token });
  const variables = await variablesOf(query, async (document) => (await askFor(document, {})).data);
  const document = readOperation(root, name);
  const times: number[] = [];
  const once = async (): Promise<Answered> => {
    const started = performance.now();
    const answered = await askFor(document, variables);
    times.push(performance.now() - started);
    refuseErrors(name, answered);
    return answered;
  };
  const repeat = async (count: number) => {
    for (let run = 0; run < count; run += 1) await once();
  };
  const { subgraphRequests, sqlStatements } = await once();
  await repeat(warmUp);
  times.splice(0);
  const where = await (watch?.measure(runs, () => repeat(runs)) ?? repeat(runs));
  return {
    subgraphRequests,
    sqlStatements,
    p50Ms: rounded(percentile(times, 0.5)),
    p99Ms: rounded(percentile(times, 0.99)),
    ...where,
  };
}

/** Every published query, one after the other. */
export async function measureAll(
  target: Target,
  counts: Counts,
  watch: Watch | null = null,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const name of listQueries(root).sort()) {
    const query = publishedQueries[name];
    if (query === undefined) {
      say(`${name} is left out: scripts/proof/published-operations.ts does not say how to ask it`);
      continue;
    }
    measured[name] = await measureQuery(target, { name, query }, counts, watch);
  }
  return measured;
}
