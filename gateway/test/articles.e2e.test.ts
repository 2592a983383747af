import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import { findFederation, operation } from './federation.fixture.js';

const federation = findFederation();

async function ask<Data>(document: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await federation.ask<Data>(document, variables, null);
  expect(errors).toEqual([]);
  return data;
}

describe('the trainings of the articles', () => {
  interface Trainings {
    trainingEvents: { nodes: { startsOn: string }[] };
  }
  const trainings = async (organizerRegion: string, year: number) => {
    const document = `query ($organizerRegion: RegionCode!, $year: Int!) {
      trainingEvents(organizerRegion: $organizerRegion, year: $year) { nodes {
        kind topic theme startsOn timeZone legalBasis audience { levels region { code } }
        organizer { __typename } organizerRegion { code } venue { name region { code } } } } }`;
    return (await ask<Trainings>(document, { organizerRegion, year })).trainingEvents.nodes;
  };

  test.each([
    ['32', 2014, 'Wednesday'],
    ['33.16', 2020, 'Wednesday'],
    ['32.09', 2024, 'Monday'],
  ])('that of %s in %d began on a %s, as its article says', async (region, year, weekday) => {
    const [training] = await trainings(region, year);

    const format = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
    expect(format.format(new Date(training!.startsOn))).toBe(weekday);
    expect(training).toMatchObject({ timeZone: 'WIB' });
  });

  test('are told with their topic, whom they were for and the law they stood on', async () => {
    expect(await trainings('32', 2014)).toMatchObject([
      { kind: 'BIMTEK', topic: 'NETWORKING', organizerRegion: { code: '32' } },
    ]);
    expect(await trainings('33.16', 2020)).toMatchObject([
      {
        kind: 'BIMTEK',
        topic: 'PRODUCTIVE_ECONOMY',
        audience: { levels: ['VILLAGE'] },
        venue: { name: 'Kyriad Arra Hotel Cepu', region: { code: '33.16.05' } },
      },
    ]);
    expect(await trainings('32.09', 2024)).toMatchObject([
      {
        kind: 'PEMBINAAN',
        topic: 'ORGANISATION_MANAGEMENT',
        theme: expect.stringContaining('teknologi'),
        legalBasis: ['Permensos 25/2019', 'Perbup Cirebon 34/2023'],
        venue: { name: 'Hotel Apita Cirebon', region: null },
      },
    ]);
  });
});

describe('a place that an article names', () => {
  test.each([
    ['Mulyasari', '32.79', 'VILLAGE', ['32.79.02.2003']],
    ['Baros', '36.04', 'DISTRICT', ['36.04.22']],
    ['Situbatu', '32.79', 'VILLAGE', ['32.79.01.1006']],
  ])('%s is one within %s, chosen by who asks', async (search, within, level, codes) => {
    const data = await ask<{ regions: { nodes: { code: string }[] } }>(
      `query ($search: String!, $within: RegionCode!, $level: RegionLevel!) {
        regions(search: $search, within: $within, level: $level) { nodes { code } } }`,
      { search, within, level },
    );

    expect(data.regions.nodes.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the chair of Kabupaten Blora', () => {
  test('was on the board of the regency on the day of the training, by initials', async () => {
    const id = demoOrganization('33.16');
    const data = await ask<{ organization: object }>(operation('OrganizationBoards'), {
      id,
      asOf: '2020-10-28',
    });

    expect(data.organization).toMatchObject({
      level: 'REGENCY',
      board: { seats: [{ position: 'CHAIR', initials: 'B. C. B.' }, {}, {}] },
    });
  });
});

describe('the awards of Banten', () => {
  test('were given at its Rakerda', async () => {
    interface Winners {
      competitions: { nodes: { winners: { totalCount: number; nodes: object[] } }[] };
    }
    const data = await ask<Winners>(
      `{ competitions(region: "36", year: 2019) { nodes { winners(first: 20) { totalCount nodes {
        presentedAt { on occasion { kind title } } } } } } }`,
    );

    const { winners } = data.competitions.nodes[0]!;
    const occasion = { kind: 'RAKERDA', title: 'Rapat Kerja Daerah Karang Taruna Banten 2019' };
    expect(winners.totalCount).toBe(12);
    for (const winner of winners.nodes)
      expect(winner).toEqual({ presentedAt: { on: '2019-10-30', occasion } });
  });
});
