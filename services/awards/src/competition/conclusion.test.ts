import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { boardConfirmed, officerSeated } from '@jejaring/schema/events/organizations-boards.events';
import { aNomination, dinsos, nominate, officerOf } from '../nomination/nomination.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { JudgedWorld } from '../scoring/judging.fixture.js';
import { awards } from '../service.js';
import type { Competition } from './competition.entity.js';
import { aCompetition, aRule } from './competition.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const province = dinsos('63');

/** The Karang Taruna of Kalimantan Selatan, decided by hand, leading up to the nation. */
async function aProvincial(parent: Competition) {
  const world = new JudgedWorld(service);
  const fields = {
    tier: 'PROVINCE' as const,
    regionCode: '63',
    organizerRegionCode: '63',
    parentCompetitionId: parent.id,
    promoteCount: 1,
    status: 'NOMINATION_CLOSED' as const,
    prizes: [{ rank: 1, title: 'Terbaik I', money: '11400000', goods: null }],
  };
  world.competition = await aCompetition(service, fields);
  for (const regionCode of ['63.03', '63.71']) {
    const organizationId = await anOrganization(service, { regionCode, level: 'REGENCY' });
    const seat = { regionCode, subRegionCode: regionCode, organizationId };
    world.nominations.push(await aNomination(service, world.competition, seat));
  }
  return world;
}

const aNational = (fields: Partial<Competition> = {}) =>
  aCompetition(service, {
    tier: 'NATIONAL',
    regionCode: '',
    organizerRegionCode: '',
    quotaPerSubRegion: 1,
    eligibility: [aRule('CHAMPION_OF_LOWER_TIER')],
    ...fields,
  });

async function announced(parent: Competition) {
  const world = await aProvincial(parent);
  const winners = [{ nominationId: encodeId('nom', world.nominations[0]!.id), rank: 1 }];
  await world.step('decideWinners', { winners }, province);
  await world.step('announceWinners', {}, province);
  return world;
}

describe('from the announcement to the tier above', () => {
  test('a result is final after three working days, and its best go on', async () => {
    const parent = await aNational();
    const world = await announced(parent);

    expect(await world.step('finalizeCompetition', {}, province)).toMatchObject({
      ground: 'objections-open',
    });
    service.clock.at = new Date('2026-11-26T02:00:00Z');
    expect(await world.step('finalizeCompetition', {}, dinsos('36'))).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await world.step('finalizeCompetition', {}, province)).toMatchObject({
      status: 'FINAL',
    });
    expect(await world.step('promoteWinners', {}, province)).toMatchObject({ status: 'PROMOTED' });

    const rows = await service.rows(
      'select organization_id, sub_region_code, status from nomination where competition_id = $1',
      [parent.id],
    );
    const { organizationId } = world.nominations[0]!;
    expect(rows).toEqual([
      { organization_id: organizationId, sub_region_code: '63', status: 'ELIGIBLE' },
    ]);
    const types = (await service.published())
      .filter(({ key }) => key === encodeId('cmp', world.competition.id))
      .map(({ type }) => type);
    expect(types.slice(-2)).toEqual([
      'awards.competition.finalized.v1',
      'awards.competition.winners-promoted.v1',
    ]);
    service.clock.at = new Date('2026-11-20T02:00:00Z');
  });

  test('stays where it is while the competition above takes nobody', async () => {
    const parent = await aNational({ status: 'PUBLISHED' });
    const world = await announced(parent);
    service.clock.at = new Date('2026-11-26T02:00:00Z');
    await world.step('finalizeCompetition', {}, province);

    expect(await world.step('promoteWinners', {}, province)).toMatchObject({
      ground: 'parent-not-open',
    });
    service.clock.at = new Date('2026-11-20T02:00:00Z');
  });

  test('who was not among the best below is not eligible above', async () => {
    const parent = await aNational();
    const world = await announced(parent);
    const { organizationId } = world.nominations[1]!;

    const { status, eligibility } = await nominate(service, parent, organizationId, {
      caller: province,
    });

    expect(status).toBe('INELIGIBLE');
    expect(eligibility).toContainEqual(
      expect.objectContaining({ rule: 'CHAMPION_OF_LOWER_TIER', outcome: 'FAIL' }),
    );
  });
});

describe('awards', () => {
  const awardOf = async (world: JudgedWorld) => {
    const { data } = await service.ask<{ competition: { winners: { nodes: Won[] } } }>(
      `query ($id: ID!) { competition(id: $id) { winners { nodes {
        id version status title prize { money } presentedAt { on occasion { id } } decree { capacity } viewerCan
      } } } }`,
      { id: encodeId('cmp', world.competition.id) },
      province,
    );
    return data.competition.winners.nodes[0];
  };
  interface Won {
    id: string;
    version: number;
    [field: string]: unknown;
  }
  const decree = {
    number: '188.4/1',
    issuedOn: '2026-11-20',
    signatoryPosition: 'Kepala Dinas Sosial',
    capacity: 'PLT',
  };

  test('are handed over at an event, by a decree that an acting head signed', async () => {
    const world = await announced(await aNational());
    const occasionId = encodeId('oev', randomUUID());
    const present = (presentedOn: string) =>
      world.step('presentAwards', { presentedOn, occasionId, decree }, province);

    expect(await present('2026-11-19')).toMatchObject({ field: 'presentedOn' });
    expect(await present('2026-11-20')).toMatchObject({ __typename: 'Competition' });
    expect(await awardOf(world)).toMatchObject({
      status: 'PRESENTED',
      title: 'Terbaik I',
      prize: { money: '11400000' },
      presentedAt: { on: '2026-11-20', occasion: { id: occasionId } },
      decree: { capacity: 'PLT' },
      viewerCan: ['REVOKE'],
    });
    expect(await present('2026-11-20')).toMatchObject({ ground: 'no-awards-waiting' });
    const events = (await service.published()).filter(({ type }) => type.includes('presented'));
    expect(events.at(-1)?.data).toMatchObject({ presentedOn: '2026-11-20', occasionId });
  });

  test('are taken back by the organizer, once; then nobody has won', async () => {
    const world = await announced(await aNational());
    const { id, version: expectedVersion } = (await awardOf(world))!;
    const input = { id, expectedVersion, ground: 'FALSE_DOCUMENTS' };
    const revoke = (caller: typeof province, fields = {}) =>
      world.command('revokeAward', 'RevokeAwardInput', { ...input, ...fields }, caller);

    expect(await revoke(dinsos('36'))).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(await revoke(province)).toMatchObject({ status: 'REVOKED', version: 2 });
    expect(await revoke(province)).toMatchObject({ currentVersion: 2 });
    expect(await revoke(province, { expectedVersion: 2 })).toMatchObject({
      ground: 'award-revoked',
    });
    expect(await awardOf(world)).toBeUndefined();
    const events = (await service.published()).filter(({ type }) => type.includes('revoked'));
    expect(events).toMatchObject([{ type: 'awards.award.revoked.v1', data: { awardId: id } }]);
  });
});

describe('Mutation.draftCompetition, in an edition and under another', () => {
  const draft = (world: JudgedWorld, fields: object) => {
    const input = {
      year: 2026,
      tier: 'PROVINCE',
      category: 'KARANG_TARUNA',
      region: '63',
      organizerRegion: '63',
      terms: { title: 'Seleksi', winnersPlanned: 1 },
      ...fields,
    };
    return world.command('draftCompetition', 'DraftCompetitionInput', input, province);
  };

  test('is listed by the edition, with its sources side by side', async () => {
    const world = new JudgedWorld(service);
    const edition = { year: 2026, name: 'Pilar Sosial Berprestasi', ownerRegion: '63' };
    const create = (caller: typeof province) =>
      world.command('createEdition', 'CreateEditionInput', edition, caller);
    expect(await create(dinsos('36'))).toMatchObject({ __typename: 'NotAllowedProblem' });
    const { data } = await service.ask<{ createEdition: { id: string } }>(
      'mutation ($input: CreateEditionInput!) { createEdition(input: $input) { ... on AwardEdition { id } } }',
      { input: { ...edition, idempotencyKey: randomUUID() } },
      province,
    );
    const editionId = data.createEdition.id;
    const sources = [
      { field: 'calendar', value: '22 July', source: 'Report A' },
      { field: 'calendar', value: '22 June', source: 'Report B', accepted: false },
    ];

    expect(await draft(world, { editionId, sources })).toMatchObject({ status: 'DRAFT' });
    const unknown = encodeId('edn', randomUUID());
    expect(await draft(world, { editionId: unknown })).toMatchObject({
      __typename: 'NotFoundProblem',
    });
    const found = await service.ask<object>(
      'query ($id: ID!) { competitions(editionId: $id) { totalCount nodes { edition { name } sources { value accepted } } } }',
      { id: editionId },
      province,
    );
    expect(found.data).toEqual({
      competitions: {
        totalCount: 1,
        nodes: [
          {
            edition: { name: 'Pilar Sosial Berprestasi' },
            sources: [
              { value: '22 July', accepted: true },
              { value: '22 June', accepted: false },
            ],
          },
        ],
      },
    });
  });

  test('leads up to one of its category only', async () => {
    const world = new JudgedWorld(service);
    const { id } = await aNational({ category: 'LKS' });

    expect(await draft(world, { parentCompetitionId: encodeId('cmp', id) })).toMatchObject({
      field: 'parentCompetitionId',
    });
  });
});

describe('what the register’s boards decide', () => {
  const organizationOn = (termEnd: string) => async () => {
    const organizationId = await anOrganization(service);
    await service.deliver(boardConfirmed, {
      organizationId: encodeId('org', organizationId),
      boardId: encodeId('brd', randomUUID()),
      regionCode: '32.79.04.2006',
      level: 'VILLAGE',
      decreeIssuedOn: '2021-11-20',
      termStart: '2021-11-20',
      termEnd,
    });
    return organizationId;
  };

  test.each([
    ['ends on the day of the nomination', organizationOn('2026-11-20'), 'FAIL'],
    ['ends a day later', organizationOn('2026-11-21'), 'PASS'],
    ['is not known', () => anOrganization(service), 'UNKNOWN'],
  ])('a board that %s answers %s', async (_what, make, outcome) => {
    const competition = await aCompetition(service, { eligibility: [aRule('CONFIRMED_BOARD_ON')] });

    const { eligibility, status } = await nominate(service, competition, await make());

    const answer = eligibility!.find(({ rule }) => rule === 'CONFIRMED_BOARD_ON')!;
    expect(answer.outcome).toBe(outcome);
    const verdicts = { PASS: 'ELIGIBLE', FAIL: 'INELIGIBLE', UNKNOWN: 'NEEDS_REVIEW' };
    expect(status).toBe(verdicts[outcome as 'PASS']);
    if (outcome === 'FAIL')
      expect(answer.facts).toContainEqual(
        expect.objectContaining({ name: 'termEnd', date: '2026-11-20' }),
      );
  });

  test('representatives sit on the board; initials alone are kept, for insiders', async () => {
    const competition = await aCompetition(service);
    const { id, organizationId } = await aNomination(service, competition);
    const officerId = randomUUID();
    const named = async (caller = officerOf(organizationId), officer = officerId) => {
      const representatives = [{ initials: 'A. B.', officerId: encodeId('ofr', officer) }];
      const input = { id: encodeId('nom', id), expectedVersion: 1, representatives };
      const { data } = await service.ask<{ nameRepresentatives: object }>(
        `mutation ($input: NameRepresentativesInput!) { nameRepresentatives(input: $input) {
          __typename ... on Nomination { representativeCount representatives { initials } }
          ... on NominationRefusedProblem { ground }
        } }`,
        { input: { ...input, idempotencyKey: randomUUID() } },
        caller,
      );
      return data.nameRepresentatives;
    };

    expect(await named()).toMatchObject({ ground: 'not-on-board' });
    await service.deliver(officerSeated, {
      organizationId: encodeId('org', organizationId),
      boardId: encodeId('brd', randomUUID()),
      seatId: encodeId('sea', randomUUID()),
      officerId: encodeId('ofr', officerId),
      regionCode: '32.79.04.2006',
      position: 'CHAIR',
      from: '2024-02-01',
    });
    expect(await named(dinsos('33.16'))).toMatchObject({ __typename: 'NotFoundProblem' });
    expect(await named()).toEqual({
      __typename: 'Nomination',
      representativeCount: 1,
      representatives: [{ initials: 'A. B.' }],
    });
  });
});
