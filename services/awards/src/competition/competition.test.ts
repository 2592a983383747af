import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aNomination, dinsos, officerOf } from '../nomination/nomination.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { awards } from '../service.js';
import type { Competition } from './competition.entity.js';
import { aCompetition, commandsOf, seen } from './competition.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const { command, step } = commandsOf(() => service);

const terms = {
  title: 'Karang Taruna Berprestasi 2026',
  winnersPlanned: 2,
  eligibility: [{ rule: 'TRAINING_COMPLETED', min: 1 }],
};
const aDraft = (fields = {}) => ({
  year: 2026,
  tier: 'REGENCY',
  category: 'KARANG_TARUNA',
  region: '32.79',
  organizerRegion: '32.79',
  terms,
  ...fields,
});
const draft = (input: object, caller = dinsos('32.79')) =>
  command('draftCompetition', 'DraftCompetitionInput', input, caller);

const saidOf = async (row: Competition) =>
  (await service.published())
    .filter(({ key }) => key === encodeId('cmp', row.id))
    .map(({ type }) => type);

describe('Mutation.draftCompetition', () => {
  test('keeps a draft for its organizer alone and says nothing', async () => {
    const { id } = await draft(aDraft());

    const ask = async (caller?: ReturnType<typeof dinsos>) => {
      const { data } = await service.ask<{ competition: object | null }>(
        'query ($id: ID!) { competition(id: $id) { status viewerCan } }',
        { id },
        caller,
      );
      return data.competition;
    };
    expect(await ask(dinsos('32.79'))).toEqual({
      status: 'DRAFT',
      viewerCan: ['AMEND', 'PUBLISH', 'CANCEL'],
    });
    expect(await ask(dinsos('33'))).toBeNull();
    expect(await ask()).toBeNull();
    expect((await service.published()).filter(({ key }) => key === id)).toEqual([]);
  });

  test('may be done by an organization for itself', async () => {
    const organizationId = await anOrganization(service, { regionCode: '36', level: 'PROVINCE' });
    const input = aDraft({
      tier: 'PROVINCE',
      region: '36',
      organizerRegion: '36',
      organizerOrganizationId: encodeId('org', organizationId),
    });

    const own = await draft(input, officerOf(organizationId, '36'));
    const other = await draft(input, officerOf(randomUUID(), '36'));

    expect(own.__typename).toBe('Competition');
    expect(other.__typename).toBe('NotAllowedProblem');
  });

  test.each([
    ['region', aDraft({ region: '32.79.04' })],
    ['eligibility', aDraft({ terms: { ...terms, eligibility: [{ rule: 'CASES_HANDLED' }] } })],
  ])('names the field at fault: %s', async (field, input) => {
    expect(await draft(input)).toMatchObject({ __typename: 'InvalidInputProblem', field });
  });

  test('is not allowed for another region, and needs a role for it', async () => {
    expect((await draft(aDraft(), dinsos('32.78'))).__typename).toBe('NotAllowedProblem');
    await expect(draft(aDraft(), aCaller({}))).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('Mutation.amendCompetition', () => {
  const amend = (row: Competition) =>
    command('amendCompetition', 'AmendCompetitionInput', { ...seen(row), terms });

  test('replaces the rules of a draft', async () => {
    const row = await aCompetition(service, { status: 'DRAFT' });

    expect(await amend(row)).toMatchObject({
      version: 2,
      eligibility: [{ rule: 'TRAINING_COMPLETED', min: 1 }],
    });
  });

  test('leaves the rules of a published competition as they are', async () => {
    const row = await aCompetition(service, { status: 'PUBLISHED' });

    expect(await amend(row)).toMatchObject({ ground: 'wrong-state', currentStatus: 'PUBLISHED' });
  });
});

describe('the steps of a competition', () => {
  test('lead it on, one event each', async () => {
    const row = await aCompetition(service, { status: 'DRAFT' });

    await step('publishCompetition', row);
    await step('openNominations', { ...row, version: 2 });
    const closed = await step('closeNominations', { ...row, version: 3 });

    expect(closed).toMatchObject({ status: 'NOMINATION_CLOSED', version: 4 });
    expect(await saidOf(row)).toEqual([
      'awards.competition.published.v1',
      'awards.competition.nominations-opened.v1',
      'awards.competition.nominations-closed.v1',
    ]);
  });

  test('refuse a stale version, a wrong state and a foreign office', async () => {
    const row = await aCompetition(service, { status: 'PUBLISHED' });

    expect(await step('openNominations', { ...row, version: 9 })).toMatchObject({
      __typename: 'ConflictProblem',
      currentVersion: 1,
    });
    expect(await step('closeNominations', row)).toMatchObject({ ground: 'wrong-state' });
    expect((await step('openNominations', row, dinsos('33.16'))).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await saidOf(row)).toEqual([]);
  });

  test('answer the same key again and refuse it with other input', async () => {
    const [row, other] = [
      await aCompetition(service, { status: 'PUBLISHED' }),
      await aCompetition(service, { status: 'PUBLISHED' }),
    ];
    const idempotencyKey = randomUUID();
    const open = (of: Competition) =>
      command('openNominations', 'CompetitionStepInput', { ...seen(of), idempotencyKey });

    const first = await open(row);

    expect(await open(row)).toEqual(first);
    expect((await open(other)).__typename).toBe('IdempotencyKeyReusedProblem');
    expect(await saidOf(row)).toHaveLength(1);
  });

  test('call it off until the winners are announced', async () => {
    const row = await aCompetition(service, { status: 'DECIDED' });
    const late = await aCompetition(service, { status: 'ANNOUNCED' });

    expect(await step('cancelCompetition', row)).toMatchObject({ status: 'CANCELLED' });
    expect(await step('cancelCompetition', late)).toMatchObject({ ground: 'wrong-state' });
  });
});

describe('Query.competitions', () => {
  const outcome = `query ($year: Int, $region: RegionCode, $first: Int = 20, $after: String) {
    competitions(region: $region, year: $year, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        title tier category days statedEntrants { value upTo qualifier }
        nominations(first: 50) { totalCount nodes { region { code } viewerCan } }
        winners(first: 50) { totalCount nodes { rank organization { id } competition { title } } }
      }
    }
  }`;

  test('shows the public what was announced, in as many statements for many as for few', async () => {
    const announced = async (year: number, count: number) => {
      for (let made = 0; made < count; made += 1) {
        const row = await aCompetition(service, { status: 'DECIDED', year });
        for (const rank of [1, 2, 2]) await aNomination(service, row, { rank });
        await step('announceWinners', row);
      }
      return service.ask<{
        competitions: {
          totalCount: number;
          nodes: { winners: { totalCount: number; nodes: { rank: number }[] } }[];
        };
      }>(outcome, { year });
    };

    const few = await announced(2001, 1);
    const many = await announced(2002, 6);

    expect(few.errors).toEqual([]);
    expect(many.data.competitions.totalCount).toBe(6);
    for (const { winners } of many.data.competitions.nodes) {
      expect(winners.totalCount).toBe(3);
      expect(winners.nodes.map(({ rank }) => rank)).toEqual([1, 2, 2]);
    }
    expect(many.statements).toBe(few.statements);
  });

  test('finds those of a region, goes from page to page and names a foreign cursor', async () => {
    const year = 2003;
    for (const regionCode of ['36', '36.04', '32.79'])
      await aCompetition(service, { year, regionCode, status: 'PUBLISHED' });
    const ask = (variables: object) =>
      service.ask<{
        competitions: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(outcome, { year, region: '36', ...variables });

    const first = await ask({ first: 1 });
    const last = await ask({ first: 1, after: first.data.competitions.pageInfo.endCursor });
    const foreign = await ask({ after: 'bm8' });

    expect(first.data.competitions).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    expect(last.data.competitions.pageInfo.hasNextPage).toBe(false);
    expect(foreign.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
