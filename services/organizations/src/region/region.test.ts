import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Answer, TestService } from '@jejaring/chassis/testing/graph-client';
import { organizations } from '../service.js';
import { importRegions } from './region-import.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
  await importRegions(service.ownerUrl);
});
afterAll(() => service?.stop());

interface Found {
  totalCount: number;
  nodes: { code: string; name: string; kind: string; path: string }[];
}

interface PageOf {
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

async function search(text: string, level: string, first = 20): Promise<Found> {
  const { data, errors } = await service.ask<{ regions: Found }>(
    `query ($text: String, $level: RegionLevel, $first: Int) {
      regions(search: $text, level: $level, first: $first) { totalCount nodes { code name kind path } } }`,
    { text, level, first },
  );
  expect(errors).toEqual([]);
  return data.regions;
}

describe('the official list', () => {
  test('is whole: 38 provinces, 514 regencies and cities, 7,285 districts, 83,762 villages', async () => {
    const rows = await service.rows(
      'select level, count(*)::integer as count from region group by level order by count',
    );

    expect(rows).toEqual([
      { level: 'PROVINCE', count: 38 },
      { level: 'REGENCY', count: 514 },
      { level: 'DISTRICT', count: 7_285 },
      { level: 'VILLAGE', count: 83_762 },
    ]);
  });

  test('is imported once per version', async () => {
    expect(await importRegions(service.ownerUrl)).toBe(0);
  });
});

describe('Query.regions', () => {
  test.each([
    ['x', 'y'],
    [1e308, 'a'],
    [{}, []],
    ['\0', 'a'],
    [true, false],
  ])('takes no cursor that the list never gave: %j', async (...place) => {
    const after = Buffer.from(JSON.stringify(place)).toString('base64url');
    const { errors } = await service.ask(
      'query ($after: String) { regions(search: "a", after: $after) { totalCount } }',
      { after },
    );

    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument: 'after' },
    ]);
  });

  test('finds 19 villages that are called Mulyasari, these first, each with its path', async () => {
    const { nodes } = await search('Mulyasari', 'VILLAGE');
    const exact = nodes.slice(0, 19);

    expect(exact.every(({ name }) => name === 'Mulyasari')).toBe(true);
    expect(nodes.slice(19).some(({ name }) => name === 'Mulyasari')).toBe(false);
    expect(exact.find(({ code }) => code === '32.79.02.2003')?.path).toBe(
      'Mulyasari, Kec. Pataruman, Kota Banjar, Jawa Barat',
    );
  });

  test('finds both Cirebon', async () => {
    const { totalCount, nodes } = await search('Cirebon', 'REGENCY');

    expect(totalCount).toBe(2);
    expect(nodes.map(({ code, kind }) => [code, kind])).toEqual([
      ['32.09', 'KABUPATEN'],
      ['32.74', 'KOTA'],
    ]);
  });

  test('takes signs of patterns as what they are', async () => {
    expect(await search('%', 'PROVINCE')).toMatchObject({ totalCount: 0 });
  });

  test('pages through a search without gap or double', async () => {
    const all = await search('Mulyasari', 'VILLAGE', 100);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data }: Answer<{ regions: Found & PageOf }> = await service.ask(
        `query ($after: String) { regions(search: "mulyasari", level: VILLAGE, first: 7, after: $after) {
          nodes { code } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      seen.push(...data.regions.nodes.map(({ code }) => code));
      if (!data.regions.pageInfo.hasNextPage) break;
      after = data.regions.pageInfo.endCursor;
    }

    expect(seen).toEqual(all.nodes.map(({ code }) => code));
  });
});

describe('Query.region', () => {
  const query = `query ($code: RegionCode!) { region(code: $code) {
    name level kind ancestors { name } children(first: 2) { totalCount nodes { code } } } }`;

  test('knows the ancestors and pages through the children', async () => {
    const { data } = await service.ask<{ region: object }>(query, { code: '32.79' });

    expect(data.region).toEqual({
      name: 'Kota Banjar',
      level: 'REGENCY',
      kind: 'KOTA',
      ancestors: [{ name: 'Jawa Barat' }],
      children: { totalCount: 4, nodes: [{ code: '32.79.01' }, { code: '32.79.02' }] },
    });
  });

  test('takes a code without dots, and answers null for one that is not there', async () => {
    expect(
      (await service.ask<{ region: object }>(query, { code: '3279012001' })).data.region,
    ).toBeNull();
    expect(
      (await service.ask<{ region: { name: string } }>(query, { code: '327901' })).data.region.name,
    ).toBe('Banjar');
  });

  test('names the field of a malformed code', async () => {
    const { errors } = await service.ask(query, { code: '32.7' });

    expect(errors[0]?.message).toContain('$code');
  });

  test('asks as many statements for the children of many regions as for those of few', async () => {
    const ask = (first: number) =>
      service.ask(
        `{ regions(level: REGENCY, first: ${first}) { nodes { parent { name } children(first: 3) { totalCount nodes { path } } karangTaruna { byLevel { count } } } } }`,
      );

    expect((await ask(50)).statements).toBe((await ask(5)).statements);
  });
});
