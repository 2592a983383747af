import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Outcome } from './assistance-world.fixture.js';
import { AssistanceWorld, seen, staff } from './assistance-world.fixture.js';

let world: AssistanceWorld;

beforeAll(async () => {
  world = await AssistanceWorld.start();
});
afterAll(() => world?.service.stop());

interface Reached {
  region: {
    assistance: {
      coverage: { reached: number; target: number; basisPoints: number; targetDerived: boolean };
      pending: { region: { code: string }; plannedFiscalYear: number }[];
    }[];
  };
}

const coverage = async (fiscalYear: number, asOf: string | null) => {
  const { data, errors } = await world.service.ask<Reached>(
    `query ($year: Int!, $asOf: Date) { region(code: "32.09") { assistance(fiscalYear: $year, asOf: $asOf) {
      title coverage { reached target basisPoints targetDerived }
      pending { region { code } plannedFiscalYear organization { id } } } } }`,
    { year: fiscalYear, asOf },
  );
  expect(errors).toEqual([]);
  return data.region.assistance;
};

async function reach(allocation: Outcome, input: object, decidedOn: string) {
  return world.handOver(await world.procure(allocation, { decidedOn }), input);
}

describe('an assistance programme over two fiscal years', () => {
  test('reaches 31 of 40, puts nine off, reaches them a year later, and still knows the first year', async () => {
    world.service.clock.at = new Date('2024-03-01T02:00:00Z');
    const programme = await world.allocate(await world.aProgramme(2024), world.districts);
    world.service.clock.at = new Date('2024-12-01T02:00:00Z');
    const given = await world.allocationsOf(programme);
    for (const allocation of given.slice(0, 31)) await reach(allocation, {}, '2024-10-01');
    const late = [];
    for (const allocation of given.slice(31)) {
      const plan = { plannedFiscalYear: 2025, decidedOn: '2024-11-26' };
      late.push(await world.give('deferAllocation', { ...seen(allocation), ...plan }));
    }
    const endOf2024 = await coverage(2024, '2024-12-31');
    world.service.clock.at = new Date('2025-08-01T02:00:00Z');
    const before = (await world.said('handed-over')).length;

    for (const allocation of late) {
      const resumed = await world.give('resumeAllocation', seen(allocation));
      await reach(resumed, { handedOverOn: '2025-08-01' }, '2025-08-01');
    }

    expect(endOf2024).toMatchObject([
      { coverage: { reached: 31, target: 40, basisPoints: 7_750, targetDerived: true } },
    ]);
    expect(endOf2024[0]!.pending.map(({ plannedFiscalYear }) => plannedFiscalYear)).toEqual(
      Array.from({ length: 9 }, () => 2025),
    );
    expect(await coverage(2024, '2024-12-31')).toEqual(endOf2024);
    expect(await coverage(2024, '2025-12-31')).toMatchObject([
      { coverage: { reached: 40, target: 40, basisPoints: 10_000 }, pending: [] },
    ]);
    expect(await coverage(2024, '2024-11-25')).toMatchObject([{ coverage: { reached: 31 } }]);
    expect(await coverage(2024, '2024-11-24')).toMatchObject([
      { coverage: { reached: 0 }, pending: { length: 40 } },
    ]);
    expect(await coverage(2024, '2024-02-01')).toEqual([]);
    expect((await world.said('handed-over')).length - before).toBe(9);
    const deferred = await world.said('deferred');
    expect(deferred).toHaveLength(9);
    expect(deferred[0]).toMatchObject({
      key: programme.id,
      data: { plannedFiscalYear: 2025, deferredOn: '2024-11-26', itemKind: 'LAPTOP' },
    });
  });

  test('counts a smaller region by itself', async () => {
    const { data } = await world.service.ask<Reached>(
      `{ region(code: "32.09.01") { assistance(fiscalYear: 2024, asOf: "2024-12-31") {
        countedWithin coverage { reached target } pending { plannedFiscalYear } } } }`,
    );

    expect(data.region.assistance).toEqual([
      { countedWithin: '32.09.01', coverage: { reached: 1, target: 1 }, pending: [] },
    ]);
  });

  test('says nothing in a region that it does not reach, nor below its level', async () => {
    const { data } = await world.service.ask<Record<string, { assistance: object[] }>>(
      `{ blora: region(code: "33.16") { assistance(fiscalYear: 2024) { id } }
         village: region(code: "32.09.01.2001") { assistance(fiscalYear: 2024) { id } } }`,
    );

    expect(data).toEqual({ blora: { assistance: [] }, village: { assistance: [] } });
  });
});

describe('the lists of assistance', () => {
  test('cost as many statements for many as for few', async () => {
    const cost = async (first: number) =>
      (
        await world.service.ask(
          `query ($first: Int!) { assistanceProgrammes(region: "32", first: $first) { totalCount nodes {
             title office { name } coverage { reached } sources { source } viewerCan
             allocations(first: $first) { totalCount nodes { status organization { name assets(first: $first) { nodes { id } } }
               handovers(first: 2) { nodes { minutesNumber assets { nodes { serialNumber condition(asOf: "2025-01-01") } } sources { source } } } } } } }
           region(code: "32.09") { children(first: $first) { nodes { assistance(fiscalYear: 2024) {
             coverage { reached } pending(first: 5) { region { name } organization { name } } } } } } }`,
          { first },
          staff,
        )
      ).statements;

    expect(await cost(40)).toBe(await cost(1));
  });

  test('page without gap or double', async () => {
    const [programme] = await world.service.rows<{ id: string }>(
      'select id from assistance_programme where fiscal_year = 2024',
    );
    interface Page {
      nodes: { id: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    }
    const pageAfter = async (after: string | null): Promise<Page> => {
      const { data } = await world.service.ask<{ assistanceProgramme: { allocations: Page } }>(
        `query ($id: ID!, $after: String) { assistanceProgramme(id: $id) { allocations(first: 7, after: $after) {
          nodes { id } pageInfo { endCursor hasNextPage } } } }`,
        { id: encodeId('apg', programme!.id), after },
      );
      return data.assistanceProgramme.allocations;
    };
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await pageAfter(after);
      paged.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }

    expect(new Set(paged).size).toBe(40);
    expect(paged).toHaveLength(40);
  });
});
