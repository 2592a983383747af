import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { anOfficer } from '../officer/officer.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';
import { followTerms } from './board-end.service.js';
import { aBoard, seen, tell } from './board.fixture.js';

let service: TestService;
const villages = villagesOf('32.79.04', 12);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const decree = {
  number: '141.1/30/Kep.Kades/2026',
  issuedOn: '2026-03-01',
  signatory: 'KEPALA_DESA',
};

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, villages);
});
afterAll(() => service?.stop());

async function aVillage() {
  const regionCode = villages.shift()!;
  const organization = await anOrganization(service, { status: 'ACTIVE', regionCode });
  const officer = aCaller({
    role: 'KT_OFFICER',
    region: regionCode,
    organizationId: organization.id,
  });
  return { organization, officer, head: aCaller({ role: 'VILLAGE_HEAD', region: regionCode }) };
}

const events = async (organizationId: string) =>
  (await service.published()).filter(({ key }) => key === encodeId('org', organizationId));

describe('Mutation.seatOfficer', () => {
  test('fills a seat of a board in office by decree, until its term is over', async () => {
    const { organization, officer, head } = await aVillage();
    const { board } = await aBoard(service, organization);
    const { id } = await anOfficer(service, organization);
    const place = { officerId: encodeId('ofr', id), position: 'SECTION_HEAD', sectionName: 'UEP' };
    const change = { ...seen(board), ...place, on: '2026-03-01', decree };

    const byBoard = await tell(service, 'seatOfficer', change, officer);
    const byHead = await tell(service, 'seatOfficer', change, head);

    expect(byBoard.__typename).toBe('NotAllowedProblem');
    expect(byHead).toMatchObject({ __typename: 'Board', version: 2 });
    expect(await events(organization.id)).toMatchObject([
      {
        type: 'organizations.officer.seated.v1',
        data: { position: 'SECTION_HEAD', from: '2026-03-01', to: '2029-02-01' },
      },
    ]);
  });

  test('gives a position of the core to one person at a time, and one to a person', async () => {
    const { organization, head } = await aVillage();
    const { board, officers } = await aBoard(service, organization);
    const { id } = await anOfficer(service, organization);
    const place = { ...seen(board), on: '2026-03-01', decree };
    const another = { officerId: encodeId('ofr', id), position: 'CHAIR' };
    const same = { officerId: encodeId('ofr', officers[0]!.id), position: 'TREASURER' };

    expect(await tell(service, 'seatOfficer', { ...place, ...another }, head)).toMatchObject({
      ground: 'seat-taken',
    });
    expect((await tell(service, 'seatOfficer', { ...place, ...same }, head)).__typename).toBe(
      'BoardRefusedProblem',
    );
    expect(await events(organization.id)).toEqual([]);
  });
});

describe('Mutation.unseatOfficer', () => {
  test('ends a seat on its day, after which another may take it', async () => {
    const { organization, head } = await aVillage();
    const { board, seats } = await aBoard(service, organization);
    const { id } = await anOfficer(service, organization);
    const seatId = encodeId('sea', seats[0]!.id);
    const leave = { ...seen(board), seatId, reason: 'RESIGNED', on: '2026-03-01', decree };

    const left = await tell(service, 'unseatOfficer', leave, head);
    const place = { officerId: encodeId('ofr', id), position: 'CHAIR', on: '2026-03-01', decree };
    const filled = await tell(
      service,
      'seatOfficer',
      { id: left.id, expectedVersion: left.version, ...place },
      head,
    );

    expect(filled).toMatchObject({ __typename: 'Board', version: 3 });
    const { data } = await service.ask(
      `query ($id: ID!) { board(id: $id) {
         before: seats(asOf: "2026-02-28") { position to endReason }
         after: seats(asOf: "2026-03-01") { position from } } }`,
      { id: left.id },
    );
    expect(data).toMatchObject({
      board: {
        before: [{ position: 'CHAIR', to: '2026-03-01', endReason: 'RESIGNED' }, {}, {}],
        after: [{ position: 'CHAIR', from: '2026-03-01' }, {}, {}],
      },
    });
    const said = await events(organization.id);
    expect(said.map(({ type, data: { to } }) => [type, to])).toEqual([
      ['organizations.officer.unseated.v1', '2026-03-01'],
      ['organizations.officer.seated.v1', '2029-02-01'],
    ]);
  });

  test('takes a proposal back without a word to others, and shows it no more', async () => {
    const { organization, officer } = await aVillage();
    const { board, seats } = await aBoard(service, organization, { status: 'DRAFT' });
    const seatId = encodeId('sea', seats[0]!.id);
    const input = { ...seen(board), seatId, reason: 'OTHER' };

    const told = await tell(service, 'unseatOfficer', input, officer);

    expect(told).toMatchObject({ status: 'DRAFT', version: 2 });
    expect(await events(organization.id)).toEqual([]);
    const { data } = await service.ask<{ board: { seats: object[] } }>(
      'query ($id: ID!) { board(id: $id) { seats { position } } }',
      { id: told.id },
      officer,
    );
    expect(data.board.seats).toHaveLength(2);
  });

  test('knows no seat of another board', async () => {
    const [here, there] = [await aVillage(), await aVillage()];
    const { board } = await aBoard(service, here.organization);
    const other = await aBoard(service, there.organization);
    const seatId = encodeId('sea', other.seats[0]!.id);
    const input = { ...seen(board), seatId, reason: 'OTHER', on: '2026-03-01', decree };

    expect(await tell(service, 'unseatOfficer', input, staff)).toMatchObject({ field: 'seatId' });
  });
});

describe('the passing of time', () => {
  const follow = async (day: string) => {
    service.clock.at = new Date(`${day}T02:00:00Z`);
    // Two replicas at once.
    await Promise.all([service.asSystem(followTerms), service.asSystem(followTerms)]);
  };

  test('is said 90 and 30 days ahead, then ends the term, each once', async () => {
    const { organization } = await aVillage();
    await aBoard(service, organization, { termEnd: '2026-12-31' });
    const said = async () =>
      (await events(organization.id)).map(({ type, data }) => [
        type.split('.')[2],
        data.withinDays ?? data.expiredOn,
      ]);

    await follow('2026-10-01');
    expect(await said()).toEqual([]);
    await follow('2026-10-02');
    await follow('2026-10-03');
    await follow('2026-12-01');
    await follow('2026-12-30');
    await follow('2026-12-31');
    await follow('2027-01-01');

    expect(await said()).toEqual([
      ['expiring', 90],
      ['expiring', 30],
      ['expired', '2026-12-31'],
    ]);
    const rows = await service.rows('select status from board where organization_id = $1', [
      organization.id,
    ]);
    expect(rows).toEqual([{ status: 'EXPIRED' }]);
  });

  test('says a short term once, and what was recorded long after its end not ahead at all', async () => {
    const [short, past] = [await aVillage(), await aVillage()];
    await aBoard(service, short.organization, { termEnd: '2027-01-20' });
    await aBoard(service, past.organization, { termStart: '2014-06-01', termEnd: '2017-06-01' });

    await follow('2027-01-02');

    const types = async (id: string) => (await events(id)).map(({ type }) => type);
    expect(await types(short.organization.id)).toEqual(['organizations.board.expiring.v1']);
    expect(await types(past.organization.id)).toEqual(['organizations.board.expired.v1']);
  });
});
