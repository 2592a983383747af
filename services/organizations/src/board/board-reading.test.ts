import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';
import { aBoard } from './board.fixture.js';

let service: TestService;
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
const villages = villagesOf('33.16.01', 20);
const others = ['33.16.02.2001', '33.16.03.2001'];

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, [...villages, ...others]);
});
afterAll(() => service?.stop());

const aVillage = (regionCode = villages.shift()!): Promise<Organization> =>
  anOrganization(service, { status: 'ACTIVE', regionCode });

async function ask<Data>(document: string, variables: object, caller?: Caller): Promise<Data> {
  const { data, errors } = await service.ask<Data>(document, variables, caller);
  expect(errors).toEqual([]);
  return data;
}

const idOf = ({ id }: Organization) => ({ id: encodeId('org', id) });

describe('Organization.board', () => {
  test('is the one in office on a day, and nobody where no decree stands', async () => {
    const organization = await aVillage();
    const past = { termStart: '2014-06-01', termEnd: '2017-06-01', status: 'EXPIRED' } as const;
    await aBoard(service, organization, past);
    await aBoard(service, organization);
    await aBoard(service, organization, { status: 'ELECTED' });

    const data = await ask(
      `query ($id: ID!) { organization(id: $id) {
        now: board { termEnd seats(asOf: "2026-11-20") { position } }
        first: board(asOf: "2014-06-25") { termEnd }
        lastDay: board(asOf: "2017-05-31") { termEnd }
        between: board(asOf: "2017-06-01") { termEnd } } }`,
      idOf(organization),
    );

    expect(data).toEqual({
      organization: {
        now: {
          termEnd: '2029-02-01',
          seats: [{ position: 'CHAIR' }, { position: 'SECRETARY' }, { position: 'TREASURER' }],
        },
        first: { termEnd: '2017-06-01' },
        lastDay: { termEnd: '2017-06-01' },
        between: null,
      },
    });
  });
});

interface PageOfTerms {
  nodes: { termStart: string }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

async function page(organization: Organization, after: string | null): Promise<PageOfTerms> {
  const data = await ask<{ organization: { boards: PageOfTerms } }>(
    `query ($id: ID!, $after: String) { organization(id: $id) { boards(first: 3, after: $after) {
       nodes { termStart } pageInfo { endCursor hasNextPage } } } }`,
    { ...idOf(organization), after },
  );
  return data.organization.boards;
}

describe('Organization.boards', () => {
  const list = async (organization: Organization, caller?: Caller) => {
    const { organization: found } = await ask<{
      organization: { boards: { totalCount: number; nodes: { status: string }[] } };
    }>(
      'query ($id: ID!) { organization(id: $id) { boards { totalCount nodes { status decree { number } } } } }',
      idOf(organization),
      caller,
    );
    const { totalCount, nodes } = found.boards;
    return [totalCount, ...nodes.map(({ status }) => status)];
  };

  test('shows the public what is or was in office, and drafts to the board and its offices', async () => {
    const organization = await aVillage();
    const past = { termStart: '2014-06-01', termEnd: '2017-06-01', status: 'EXPIRED' } as const;
    await aBoard(service, organization);
    await aBoard(service, organization, past);
    await aBoard(service, organization, { status: 'DRAFT' });
    const { regionCode: region, id: organizationId } = organization;

    const publicly = [2, 'CONFIRMED', 'EXPIRED'];
    const all = [3, 'DRAFT', 'CONFIRMED', 'EXPIRED'];
    expect(await list(organization)).toEqual(publicly);
    expect(await list(organization, elsewhere)).toEqual(publicly);
    expect(await list(organization, staff)).toEqual(all);
    expect(
      await list(organization, aCaller({ role: 'KT_OFFICER', region, organizationId })),
    ).toEqual(all);
  });

  test('pages through all without gap or double', async () => {
    const organization = await aVillage();
    for (let year = 2010; year < 2024; year += 2) {
      const [termStart, termEnd] = [`${year}-01-01`, `${year + 2}-01-01`];
      await aBoard(service, organization, { termStart, termEnd, status: 'EXPIRED' });
    }
    const starts: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo }: PageOfTerms = await page(organization, after);
      starts.push(...nodes.map(({ termStart }) => termStart));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }

    expect(starts).toEqual([2022, 2020, 2018, 2016, 2014, 2012, 2010].map((y) => `${y}-01-01`));
  });
});

describe('who sits on a board', () => {
  test('is public by initials of the core alone; names open to the board and its offices', async () => {
    const organization = await aVillage();
    const { regionCode: region, id: organizationId } = organization;
    await aBoard(service, organization);
    const seatsFor = async (caller?: Caller) => {
      const data = await ask<{ organization: { board: { seats: { officer: object | null }[] } } }>(
        `query ($id: ID!) { organization(id: $id) { board { seats { initials officer { name } } } } }`,
        idOf(organization),
        caller,
      );
      return data.organization.board.seats;
    };
    const closed = { initials: 'B. C.', officer: null };
    const open = { initials: 'B. C.', officer: { name: 'Budi Contoh' } };

    expect(await seatsFor()).toEqual([closed, closed, closed]);
    expect(await seatsFor(elsewhere)).toEqual([closed, closed, closed]);
    expect(await seatsFor(staff)).toEqual([open, open, open]);
    expect(await seatsFor(aCaller({ role: 'KT_OFFICER', region, organizationId }))).toEqual([
      open,
      open,
      open,
    ]);
  });

  test('costs as many statements for many organizations as for few', async () => {
    for (let index = 0; index < 8; index += 1) await aBoard(service, await aVillage());
    const list = (first: number) =>
      service.ask<{ organizations: { nodes: object[] } }>(
        `query ($first: Int!) { organizations(region: "33.16", first: $first) { nodes { id
           board { id viewerCan firstRecordedAt ratifiedBy { id } organization { id } seats { officer { name } } }
           boards(first: 2) { totalCount nodes { termEnd } } } } }`,
        { first },
        staff,
      );
    const [few, many] = [await list(2), await list(10)];

    expect(few.errors).toEqual([]);
    expect(many.data.organizations.nodes).toHaveLength(10);
    expect(many.statements).toBe(few.statements);
  });
});

describe('RegionKarangTaruna.boardsExpiring', () => {
  test('lists the boards whose term is over soon, nearest first, region by region at one cost', async () => {
    service.clock.at = new Date('2026-11-20T02:00:00Z');
    const [soon, far] = [await aVillage(), await aVillage()];
    const [later, last] = [await aVillage(others[0]), await aVillage(others[1])];
    await aBoard(service, later, { termEnd: '2027-02-18' });
    await aBoard(service, last, { termEnd: '2027-02-18' });
    await aBoard(service, soon, { termEnd: '2026-12-20' });
    await aBoard(service, far, { termEnd: '2027-02-19' });
    const document = `{ regions(within: "33.16", level: DISTRICT, first: 3) { nodes { karangTaruna {
      boardsExpiring(withinDays: 90, first: 5) { totalCount nodes { organization { id } } } } } } }`;

    const data = await ask<{ region: { karangTaruna: { boardsExpiring: object } } }>(
      `{ region(code: "33.16") { karangTaruna { boardsExpiring(withinDays: 90, first: 1) {
         totalCount nodes { termEnd organization { id } } pageInfo { hasNextPage } } } } }`,
      {},
    );
    expect(data.region.karangTaruna.boardsExpiring).toEqual({
      totalCount: 3,
      nodes: [{ termEnd: '2026-12-20', organization: idOf(soon) }],
      pageInfo: { hasNextPage: true },
    });
    const wide = await service.ask(document);
    const narrow = await service.ask(document.replace('first: 3', 'first: 1'));
    expect(wide.errors).toEqual([]);
    expect(wide.statements).toBe(narrow.statements);
  });
});
