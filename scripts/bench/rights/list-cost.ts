import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { percentile, rounded } from '../../proof/figures.js';
import type { Ground } from './ground.js';
import { loosen } from './rows.js';

export interface ListCost {
  withRightsMs: number;
  withoutMs: number;
  /** Median of the ratios of neighbours. */
  ratio: number;
  /** The same of a service against itself: what is noise. */
  noise: number;
}

// What the gateway asks of this service for schema/operations/CaseList.graphql.
const caseList = `query ($region: RegionCode!) {
  cases(region: $region, first: 20) {
    totalCount
    nodes { id caseNumber category status urgency reportedAt region { code } viewerCan }
    pageInfo { hasNextPage endCursor }
  }
}`;

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.05' });

/** Cases of thirty regencies, as many in each as the demo has. */
const casesSql = `
  insert into welfare_case (id, case_number, beneficiary_id, category, region_code, urgency, status, reported_at, channel)
  select gen_random_uuid(), 'KS/bench/' || n, gen_random_uuid(), 'LANJUT_USIA_TELANTAR',
    '32.' || lpad((n % 30)::text, 2, '0') || '.' || lpad((n / 30 % 10)::text, 2, '0') || '.' || 2001 + n / 300 % 10,
    'NORMAL', 'ACCEPTED', now(), 'KT'
  from generate_series(1, 7500) n`;

const openSql = `
  do $$ declare found record; begin
    for found in select oid::regclass as t from pg_class where relrowsecurity and relkind = 'r' loop
      execute format('alter table %s no force row level security, disable row level security', found.t);
    end loop;
  end $$`;

async function prepare(ground: Ground, rights: 'on' | 'off'): Promise<TestService> {
  const service = await ground.start(welfareCases);
  await loosen(service.rows);
  await service.rows(casesSql);
  if (rights === 'off') await service.rows(openSql);
  await service.rows('vacuum analyze welfare_case');
  return service;
}

async function timed(service: TestService): Promise<number> {
  const started = performance.now();
  const { errors, data } = await service.ask<{ cases: { totalCount: number } }>(
    caseList,
    { region: '32.05' },
    staff,
  );
  const took = performance.now() - started;
  if (errors.length > 0 || data.cases.totalCount !== 250)
    throw new Error(`The list is not what was put in: ${JSON.stringify([data, errors])}`);
  return took;
}

/** Neighbours in time, in either order, so that what disturbs the machine disturbs both. */
async function pair(one: TestService, other: TestService, at: number): Promise<[number, number]> {
  if (at % 2 === 0) {
    const first = await timed(one);
    return [first, await timed(other)];
  }
  const first = await timed(other);
  return [await timed(one), first];
}

async function measure(one: TestService, other: TestService, runs: number) {
  const pairs: [number, number][] = [];
  for (let at = -20; at < runs; at += 1) {
    const took = await pair(one, other, at);
    if (at >= 0) pairs.push(took);
  }
  const ms = (which: 0 | 1) =>
    rounded(
      percentile(
        pairs.map((took) => took[which]),
        0.5,
      ),
      2,
    );
  const ratios = pairs.map(([mine, theirs]) => mine / theirs);
  return { one: ms(0), other: ms(1), ratio: rounded(percentile(ratios, 0.5), 2) };
}

/** The work list with policies, filter and audit, beside the same request on tables that are open. */
export async function compareListCost(ground: Ground, runs: number): Promise<ListCost> {
  const guarded = await prepare(ground, 'on');
  const open = await prepare(ground, 'off');
  const { one, other, ratio } = await measure(guarded, open, runs);
  const { ratio: noise } = await measure(open, open, runs);
  return { withRightsMs: one, withoutMs: other, ratio, noise };
}
