import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { DemoKind } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoLoader } from '@jejaring/chassis/testing/demo';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { organizationRegistered } from '@jejaring/schema/events/organizations.events';
import { certificateIssued } from '@jejaring/schema/events/training.events';
import { writeAll } from '@jejaring/register/snapshots/snapshots.service';
import { loadDemo } from './demo.js';
import { awards } from './service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const trained = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Twenty districts of twenty villages: who is registered in Banten. */
const bantenVillages = Array.from(
  { length: 400 },
  (_unused, index) =>
    `36.04.${twoDigits(1 + Math.floor(index / 20))}.20${twoDigits(1 + (index % 20))}`,
);
const regencies = [...Array.from({ length: 11 }, (_unused, index) => index + 1), 71, 72].map(
  (number) => `63.${twoDigits(number)}`,
);

async function register(demo: ReturnType<typeof demoLoader>, kind: DemoKind, codes: string[]) {
  for (const regionCode of codes) {
    const level = levelOf(regionCode) as 'VILLAGE';
    const organizationId = encodeId('org', demo.organization(regionCode, kind));
    await service.deliver(organizationRegistered, { organizationId, kind, level, regionCode });
  }
}

/** What the register has said of Banten and Kalimantan Selatan. */
async function feedProvinces(demo: ReturnType<typeof demoLoader>): Promise<void> {
  await register(demo, 'KARANG_TARUNA', ['36', ...bantenVillages, ...regencies]);
  await register(demo, 'LKS', regencies);
  const districts = regencies.map((code) => `${code}.01`);
  await register(demo, 'TKSK', districts);
  await register(
    demo,
    'PSM',
    districts.map((code) => `${code}.2001`),
  );
}

/** What organizations and training have said by the time the demo of awards is loaded. */
async function feed(demo: ReturnType<typeof demoLoader>): Promise<void> {
  for (const regionCode of [...trained, '32.79.04.2001']) {
    const organizationId = encodeId('org', demo.organization(regionCode));
    const fields = { kind: 'KARANG_TARUNA', level: 'VILLAGE' } as const;
    await service.deliver(organizationRegistered, { ...fields, organizationId, regionCode });
    if (!trained.includes(regionCode)) continue;
    await service.deliver(certificateIssued, {
      certificateId: encodeId('crt', randomUUID()),
      trainingEventId: encodeId('trn', randomUUID()),
      organizationId,
      topic: 'NETWORKING',
      issuedOn: '2014-06-27',
    });
  }
}

const dashboard = `query ($year: Int!, $representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Region { awards(year: $year) { nominations won } } }
  competitions(region: "32.79", year: $year) {
    nodes { status nominations { totalCount nodes { region { code } status } } winners { totalCount nodes { rank grantedOn } } }
  }
}`;

let demo: ReturnType<typeof demoLoader>;

beforeAll(async () => {
  demo = demoLoader(service.database);
  await feed(demo);
  await feedProvinces(demo);
  await loadDemo(demo);
  await loadDemo(demo);
}, 180_000);

test('the demo of Kota Banjar is decided by the Bimtek of 2014, and loads once', async () => {
  const representations = [{ __typename: 'Region', code: '32.79' }];
  const { data, errors } = await service.ask(dashboard, { year: 2026, representations });
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    _entities: [{ awards: { nominations: 5, won: 2 } }],
    competitions: {
      nodes: [
        {
          status: 'ANNOUNCED',
          // The one without a certificate was not eligible; that is not for the public.
          nominations: { totalCount: 5, nodes: { length: 4 } },
          winners: {
            totalCount: 2,
            nodes: [
              { rank: 1, grantedOn: '2026-08-17' },
              { rank: 2, grantedOn: '2026-08-17' },
            ],
          },
        },
      ],
    },
  });
});

const outcome = `query ($region: RegionCode!, $year: Int!) {
  competitions(region: $region, year: $year) { nodes {
    id title tier category days status statedEntrants { value upTo qualifier }
    calendar { judgingFrom timeZone }
    nominations(first: 100) { totalCount nodes { region { code } representativeCount } }
    winners(first: 100) { totalCount nodes {
      rank title presentedAt { on } decree { capacity } organization { id }
    } }
    rankingProof { isChainUntouched isReproduced nominations }
    scoreSheets { totalCount }
    sources { field value accepted derived }
  } }
}`;

interface Node {
  id: string;
  category: string;
  days: number;
  calendar: { timeZone: string } | null;
  nominations: {
    totalCount: number;
    nodes: { region: { code: string }; representativeCount: number }[];
  };
  winners: { totalCount: number; nodes: { rank: number; title: string }[] };
  sources: { field: string; accepted: boolean }[];
}

async function ask(region: string, year: number, caller?: ReturnType<typeof demoCaller>) {
  const { data, errors } = await service.ask<{ competitions: { nodes: Node[] } }>(
    outcome,
    { region, year },
    caller,
  );
  expect(errors).toEqual([]);
  return data.competitions.nodes;
}

test('Banten 2019 has twelve winners of 400, one tie and one juror who stepped aside', async () => {
  const [banten] = await ask('36', 2019);

  expect(banten).toMatchObject({
    title: 'Lomba Karang Taruna Percontohan',
    tier: 'PROVINCE',
    status: 'FINAL',
    statedEntrants: { value: 400, upTo: 499, qualifier: 'APPROXIMATE' },
    nominations: { totalCount: 400 },
    winners: { totalCount: 12 },
    rankingProof: null,
    scoreSheets: { totalCount: 0 },
  });
  const ranks = banten!.winners.nodes.map(({ rank }) => rank);
  expect(new Set(ranks).size).toBe(11);
  expect(banten!.winners.nodes).toEqual(
    ranks.map(() => expect.objectContaining({ presentedAt: { on: '2019-10-30' } })),
  );
  const recusals = await service.rows('select kind, source from recusal');
  expect(recusals).toEqual([{ kind: 'KINSHIP', source: 'DECLARED' }]);
});

test('its ranking comes out the same from the sealed sheets', async () => {
  const [banten] = await ask('36', 2019, demoCaller('AUDITOR', '36'));

  expect(banten).toMatchObject({
    rankingProof: { isChainUntouched: true, isReproduced: true, nominations: 400 },
    scoreSheets: { totalCount: 1_999 },
  });
});

test('Kalimantan Selatan 2024 selects in four categories, 13 of each, three days', async () => {
  const nodes = await ask('63', 2024);

  expect(nodes.map(({ category }) => category).sort()).toEqual([
    'KARANG_TARUNA',
    'LKS',
    'PSM',
    'TKSK',
  ]);
  for (const { days, nominations } of nodes) {
    expect([days, nominations.totalCount]).toEqual([3, 13]);
    expect(nominations.nodes.map(({ region }) => region.code).sort()).toEqual(regencies);
  }
  const inJuly = nodes.filter(({ calendar }) => calendar?.timeZone === 'WITA');
  const people = inJuly.flatMap(({ nominations }) => nominations.nodes);
  expect(people.reduce((sum, { representativeCount }) => sum + representativeCount, 0)).toBe(26);
  for (const { sources } of inJuly)
    expect(sources.filter(({ field }) => field === 'calendar')).toMatchObject([
      { value: '22 to 24 July 2024', accepted: true, derived: true },
      { value: '22 to 24 June 2024', accepted: false },
    ]);
  expect(nodes[0]!.winners.nodes).toMatchObject([{ rank: 1, decree: { capacity: 'PLT' } }]);
});

test('its best Karang Taruna is nominated for the nation, as the champion it is', async () => {
  const rows = await service.rows(
    `select n.region_code, n.sub_region_code, n.status from nomination n
     join competition c on c.id = n.competition_id where c.tier = 'NATIONAL'`,
  );

  expect(rows).toEqual([{ region_code: '63.01', sub_region_code: '63', status: 'ELIGIBLE' }]);
});

test('the demo has a snapshot of every competition that is known and of every award', async () => {
  await writeAll(service.database, awards.snapshots);

  const sent = await service.rows(
    `select type, payload::json ->> 'status' as status, count(*)::integer as count from outbox
     where aggregatetype = 'awards.snapshot' group by 1, 2 order by 1, 2`,
  );
  expect(new Set(sent.map(({ type }) => type)).size).toBe(2);
  expect(sent).toEqual(
    await service.rows(
      `select 'awards.' || kind || '.snapshotted.v1' as type, status, count(*)::integer as count
       from (select 'competition' as kind, status from competition where status <> 'DRAFT'
         union all select 'award', status from award) as known group by 1, 2 order by 1, 2`,
    ),
  );
  await service.rows("delete from outbox where aggregatetype = 'awards.snapshot'");
});
