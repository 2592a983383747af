import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Stack } from '#stack';
import { rounded } from '../proof/figures.js';
import { finish, printTable } from '../proof/report.js';
import type { Measured, Target } from './operations/measure.js';
import { measureAll, measureQuery } from './operations/measure.js';
import { readState } from '#machinery';
import type { Profile } from './operations/own-stack.js';
import { withStack } from './operations/own-stack.js';
import { wideQuestions } from './registry/wide-questions.js';

const { values } = parseArgs({
  options: {
    demo: { type: 'string' },
    national: { type: 'string' },
    runs: { type: 'string', default: '60' },
    'warm-up': { type: 'string', default: '20' },
  },
});
const counts = { runs: Number(values.runs), warmUp: Number(values['warm-up']) };

// A question of one regency finds its rows by index whatever lies beside them; this much is noise.
const mostRatio = 2;
// Where an answer grows with the nation, what counts is that somebody can wait for it.
const mostMs = 1_000;

interface Reached extends Target {
  databases: Stack['databases'];
}

async function countRows(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select set_config('app.role', 'SYSTEM', false)");
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
  await client.end();
  return Number(rows[0]!.count);
}

async function measureProfile(target: Reached) {
  const operations: Record<string, Measured> = await measureAll(target, counts);
  for (const [name, { operation, query }] of Object.entries(wideQuestions))
    operations[name] = await measureQuery(target, { name: operation, query }, counts);
  const { organizations, welfare_cases: cases } = target.databases;
  return {
    operations,
    organizations: await countRows(organizations.app, 'organization'),
    cases: await countRows(cases.app, 'welfare_case'),
  };
}

/** A stack of its own, unless the data folder of a running one was named. */
function measure(profile: Profile) {
  const dir = values[profile];
  if (dir !== undefined) return measureProfile(readState(dir));
  return withStack(profile, ({ gatewayUrl: gateway, issuerUrl: issuer, databases }) =>
    measureProfile({ gateway, issuer, databases }),
  );
}

const demo = await measure('demo');
const national = await measure('national');

const operations = Object.fromEntries(
  Object.entries(demo.operations).map(([name, { p50Ms: demoP50Ms }]) => {
    const nationalP50Ms = national.operations[name]!.p50Ms;
    return [name, { demoP50Ms, nationalP50Ms, ratio: rounded(nationalP50Ms / demoP50Ms, 2) }];
  }),
);
const published = Object.entries(operations).filter(([name]) => !(name in wideQuestions));
const wide = Object.keys(wideQuestions).map((name) => operations[name]!);
const worstRatio = Math.max(...published.map(([, { ratio }]) => ratio));
const slowestWideMs = Math.max(...wide.map(({ nationalP50Ms }) => nationalP50Ms));

printTable(
  `The same questions of ${demo.organizations} organizations and ${demo.cases} cases, and of ${national.organizations} and ${national.cases}`,
  Object.entries(operations).map(([operation, figures]) => ({ operation, ...figures })),
);
process.stdout.write('\n');
finish(
  {
    organizations: national.organizations,
    cases: national.cases,
    worstRatio,
    slowestWideMs,
    operations,
  },
  [
    {
      name: `published queries: at most ${mostRatio} times the demo's`,
      met: worstRatio <= mostRatio,
    },
    { name: `of a whole province: at most ${mostMs} ms`, met: slowestWideMs <= mostMs },
  ],
);
