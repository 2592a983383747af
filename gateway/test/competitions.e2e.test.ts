import { describe, expect, test } from '@jest/globals';
import type { Claims } from './federation.fixture.js';
import { findFederation, operation } from './federation.fixture.js';

const federation = findFederation();

interface Outcome {
  competitions: {
    nodes: {
      id: string;
      title: string;
      tier: string;
      category: string;
      days: number;
      statedEntrants: object | null;
      winners: {
        totalCount: number;
        nodes: { rank: number; organization: { name: string; region: { code: string } } }[];
      };
      nominations: { totalCount: number; nodes: { region: { code: string; name: string } }[] };
    }[];
  };
}

const ask = (name: string, region: string, year: number, claims: Claims = null) =>
  federation.ask<Outcome>(operation(name), { region, year }, claims);

describe('CompetitionOutcome', () => {
  test('tells everybody the twelve winners of Banten 2019, out of about 400', async () => {
    const { data, errors } = await ask('CompetitionOutcome', '36', 2019);

    expect(errors).toEqual([]);
    const [banten] = data.competitions.nodes;
    expect(banten).toMatchObject({
      title: 'Lomba Karang Taruna Percontohan',
      tier: 'PROVINCE',
      statedEntrants: { value: 400, upTo: 499, qualifier: 'APPROXIMATE' },
      winners: { totalCount: 12 },
    });
    for (const { organization } of banten!.winners.nodes)
      expect(organization.region.code).toMatch(/^36\.\d{2}\.\d{2}\.\d{4}$/);
  });

  test('its ranking comes out the same from the sealed sheets; the public sees winners alone', async () => {
    const { id } = (await ask('CompetitionOutcome', '36', 2019)).data.competitions.nodes[0]!;
    const ranking = async (claims: Claims) => {
      const { data, errors } = await federation.ask<{
        competition: { rankingProof: object | null; ranking: { totalCount: number } };
      }>(operation('CompetitionRanking'), { id }, claims);
      expect(errors).toEqual([]);
      return data.competition;
    };

    expect(await ranking({ role: 'AUDITOR', region: '36' })).toMatchObject({
      rankingProof: { isChainUntouched: true, isReproduced: true, nominations: 400 },
      ranking: { totalCount: 400 },
    });
    expect(await ranking(null)).toMatchObject({ rankingProof: null, ranking: { totalCount: 0 } });
    expect(await ranking({ role: 'JUROR', region: '36' })).toMatchObject({
      ranking: { totalCount: 0 },
    });
  });
});

describe('MyScoreSheets', () => {
  interface Mine {
    myJuries: { nodes: { competition: { scoreSheets: { totalCount: number } } }[] } | null;
  }
  const mine = (claims: Claims) =>
    federation.ask<Mine>(operation('MyScoreSheets'), { first: 5 }, claims);

  test('shows a juror their own 400 sheets of Banten, another juror none of them', async () => {
    const { data } = await mine({ person: 'maya' });

    expect(data.myJuries!.nodes).toMatchObject([
      { competition: { scoreSheets: { totalCount: 400 } } },
    ]);
    expect((await mine({ role: 'JUROR', region: '36' })).data.myJuries!.nodes).toEqual([]);
  });

  test('is not for the public', async () => {
    const { errors } = await mine(null);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('SelectionEntrants', () => {
  test('tells of four selections of Kalimantan Selatan 2024, 13 of each, three days', async () => {
    const { data, errors } = await ask('SelectionEntrants', '63', 2024);

    expect(errors).toEqual([]);
    const { nodes } = data.competitions;
    expect(nodes.map(({ category }) => category).sort()).toEqual([
      'KARANG_TARUNA',
      'LKS',
      'PSM',
      'TKSK',
    ]);
    for (const { days, nominations } of nodes) {
      const codes = new Set(nominations.nodes.map(({ region }) => region.code));
      expect([days, nominations.totalCount, codes.size]).toEqual([3, 13, 13]);
    }
  });
});
