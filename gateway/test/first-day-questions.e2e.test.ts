import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims } from './federation.fixture.js';
import { findFederation, officer, operation, staff } from './federation.fixture.js';

const federation = findFederation();

async function ask<Data>(name: string, variables: object, claims: Claims): Promise<Data> {
  const { data, errors } = await federation.ask<Data>(operation(name), variables, claims);
  expect(errors).toEqual([]);
  return data;
}

describe('WhoAmI', () => {
  test('tells whom the issuer knows, and somebody without a token', async () => {
    expect(await ask('WhoAmI', {}, staff('32.79'))).toMatchObject({
      viewer: {
        role: 'DINSOS_REGENCY_STAFF',
        standing: 'ISSUER',
        region: { name: 'Kota Banjar' },
      },
    });
    expect(await ask('WhoAmI', {}, null)).toMatchObject({
      viewer: { role: 'PUBLIC', standing: 'ANONYMOUS', region: null },
    });
  });
});

describe('WorkProgrammes', () => {
  test('tells which boards of Cirebon adopted theirs after the laptops came', async () => {
    interface Programmes {
      workProgrammes: { totalCount: number; nodes: { organization: { name: string } }[] };
    }
    const since = (adoptedFrom: string | null) =>
      ask<Programmes>('WorkProgrammes', { region: '32.09', year: 2025, adoptedFrom }, null);

    const { workProgrammes } = await since('2024-11-25');

    expect(workProgrammes.totalCount).toBe(16);
    expect(workProgrammes.nodes[0]!.organization.name).toMatch(/^Karang Taruna /);
    expect((await since(null)).workProgrammes.totalCount).toBe(31);
  });
});

describe('OrganizationEvents', () => {
  test('tells of the Rakerda of Banten, and of the awards that were given there', async () => {
    interface Events {
      organizationEvents: {
        nodes: {
          kind: string;
          linkedActivities: object[];
          linkedAwards: { organization: { name: string } }[];
        }[];
      };
    }
    const variables = { region: '36', year: 2019 };
    const { nodes } = (await ask<Events>('OrganizationEvents', variables, null)).organizationEvents;

    const months = nodes.filter(({ kind }) => kind === 'BULAN_BHAKTI');
    expect(nodes.map(({ kind }) => kind).sort()).toEqual(['BULAN_BHAKTI', 'RAKERDA']);
    expect(months[0]!.linkedActivities).toHaveLength(2);
    const awarded = nodes.flatMap(({ linkedAwards }) => linkedAwards);
    for (const { organization } of awarded) expect(organization.name).toMatch(/^Karang Taruna /);
  });
});

describe('RegulationsOnDay', () => {
  interface Regulations {
    regulations: { nodes: { citation: string; definition: { id: string } | null }[] };
  }
  const regulations = async (variables: object) => {
    const asked = { first: 50, ...variables };
    return (await ask<Regulations>('RegulationsOnDay', asked, null)).regulations.nodes;
  };
  const cited = async (variables: object) =>
    (await regulations(variables)).map(({ citation }) => citation);

  test('tells the law of a day, and what Banten was still planning', async () => {
    expect(await cited({ on: '2019-10-30' })).not.toContain('Permensos 25/2019');
    expect(await cited({ on: '2020-10-28' })).toContain('Permensos 25/2019');
    expect(await cited({ region: '36', on: '2019-10-30' })).toContain('Perda 5/2016');
    expect(await cited({ region: '36', status: 'DRAFT' })).toEqual(['Pergub (2019)']);
  });

  test('tells how each of them defines the Karang Taruna', async () => {
    const definitionOn = async (on: string, of: string) =>
      (await regulations({ on })).find(({ citation }) => citation === of)!.definition!.id;

    const former = await definitionOn('2014-06-25', 'Permensos 77/HUK/2010');
    expect(await definitionOn('2024-07-23', 'Permensos 25/2019')).not.toBe(former);
  });
});

describe('OfficeChart', () => {
  test.each([
    ['32.79', '2014-06-25', ['SOCIAL', 'MANPOWER']],
    ['33.16', '2020-10-28', ['SOCIAL', 'WOMEN', 'CHILD']],
    ['32.09', '2024-11-25', ['SOCIAL']],
  ])('tells what the office of %s was charged with on %s', async (region, asOf, mandates) => {
    expect(await ask('OfficeChart', { region, asOf }, null)).toMatchObject({
      offices: { nodes: expect.arrayContaining([expect.objectContaining({ mandates })]) },
    });
  });
});

describe('VillagesWithoutPartner', () => {
  test('tells which villages of Banten no company supports; of one level, those known to be so', async () => {
    interface Without {
      region: { villagesWithout: { totalCount: number; nodes: { kind: string }[] } };
    }
    const without = async (status: object | null) => {
      const variables = { region: '36', partnership: 'CSR_TJSL', asOf: '2026-01-01', status };
      return (await ask<Without>('VillagesWithoutPartner', variables, null)).region.villagesWithout;
    };

    const all = await without(null);
    expect(all.totalCount).toBe(1_228);
    expect(new Set(all.nodes.map(({ kind }) => kind))).toEqual(new Set(['DESA']));
    // The article gives totals alone; which villages lag behind it does not name.
    const status = { scheme: 'IPD', year: 2018, level: 'TERTINGGAL' };
    expect((await without(status)).totalCount).toBe(0);
  });
});

describe('VillageFunds', () => {
  test('are summed by kecamatan, for everybody', async () => {
    interface Funds {
      region: {
        villageFunds: { villages: number; amount: string; byDistrict: { amount: string }[] };
      };
    }
    const variables = { region: '33.16', fiscalYear: 2025 };
    const { villageFunds } = (await ask<Funds>('VillageFunds', variables, null)).region;

    expect(villageFunds).toMatchObject({ villages: 40, amount: '670000000' });
    const sum = villageFunds.byDistrict.reduce((all, { amount }) => all + Number(amount), 0);
    expect(sum).toBe(670_000_000);
  });
});

describe('MyDelegations', () => {
  const letters = async (claims: Claims) => {
    const data = await ask<{ trainingDelegations: { nodes: { letter: { number: string } }[] } }>(
      'MyDelegations',
      {},
      claims,
    );
    return data.trainingDelegations.nodes.map(({ letter }) => letter.number);
  };

  test('are those of the sender and of the organizer, and of nobody else', async () => {
    const letter = '094/112/Dinsosnaker/2014';

    expect(await letters(staff('32.79'))).toContain(letter);
    expect(await letters({ role: 'DINSOS_PROVINCE_STAFF', region: '32' })).toContain(letter);
    expect(await letters(staff('33.16'))).toEqual([]);
  });
});

describe('EntrantsByVillageStatus', () => {
  interface Entrants {
    competition: {
      nominations: {
        totalCount: number;
        nodes: {
          region: { code: string };
          organization: { region: { code: string; villageStatuses: object[] } };
        }[];
      };
    };
  }

  test('tells from which kind of village the 400 of Banten came', async () => {
    const { data } = await federation.ask<{ competitions: { nodes: { id: string }[] } }>(
      '{ competitions(region: "36", year: 2019) { nodes { id } } }',
      {},
      null,
    );
    const variables = { id: data.competitions.nodes[0]!.id };
    const entrants = async () =>
      (await ask<Entrants>('EntrantsByVillageStatus', variables, null)).competition.nominations;

    const { code } = (await entrants()).nodes[0]!.organization.region;
    const status = { scheme: 'IDM', year: 2019, level: 'MAJU' };
    await federation.command(
      'recordVillageStatus',
      { role: 'DINSOS_PROVINCE_STAFF', region: '36' },
      { regionCode: code, source: 'Kementerian Desa', ...status },
      { type: 'VillageStatus' },
    );

    const { totalCount, nodes } = await entrants();
    expect([totalCount, nodes.length]).toEqual([400, 100]);
    for (const { region } of nodes) expect(region.code).toMatch(/^36\.\d{2}$/);
    expect(nodes[0]!.organization.region.villageStatuses).toEqual([status]);
  });
});

describe('ConfirmBoard', () => {
  test('is for the head of the village, not for the board itself nor another regency', async () => {
    interface Boards {
      organization: { boards: { nodes: { id: string; version: number }[] } };
    }
    const organization = demoOrganization('32.79.04.2006');
    const { data } = await federation.ask<Boards>(
      `query ($id: ID!) { organization(id: $id) { boards(first: 1) { nodes { id version } } } }`,
      { id: organization },
      null,
    );
    const { id, version } = data.organization.boards.nodes[0]!;
    const decree = { number: '141/1/2026', issuedOn: '2026-11-20', signatory: 'KEPALA_DESA' };
    const confirm = async (claims: Claims) => {
      const idempotencyKey = randomUUID();
      const input = { idempotencyKey, id, expectedVersion: version, decree };
      const answer = await ask<{ confirmBoard: { __typename: string; ground?: string } }>(
        'ConfirmBoard',
        { input },
        claims,
      );
      return answer.confirmBoard;
    };

    for (const claims of [officer('32.79.04.2006', organization), staff('33.16')])
      expect((await confirm(claims)).__typename).toBe('NotAllowedProblem');
    // It is in office already, which only who may confirm it is told.
    const village = { role: 'VILLAGE_HEAD', region: '32.79.04.2006' };
    expect(await confirm(village)).toMatchObject({ ground: 'board-wrong-state' });
  });
});
