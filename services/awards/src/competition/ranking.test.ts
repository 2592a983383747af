import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aNomination, dinsos, officerOf } from '../nomination/nomination.fixture.js';
import { awards } from '../service.js';
import type { Competition } from './competition.entity.js';
import { aCompetition, aRule, commandsOf, seen } from './competition.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const { command, step } = commandsOf(() => service);

describe('Mutation.decideWinners', () => {
  const decide = (row: Competition, ...places: [string, number][]) =>
    command('decideWinners', 'DecideWinnersInput', {
      ...seen(row),
      winners: places.map(([id, rank]) => ({ nominationId: encodeId('nom', id), rank })),
    });
  const closed = (fields = {}) =>
    aCompetition(service, { status: 'NOMINATION_CLOSED', winnersPlanned: 2, ...fields });

  test('keeps the places to the organizer', async () => {
    const row = await closed();
    const { id, organizationId } = await aNomination(service, row);

    expect(await decide(row, [id, 1])).toMatchObject({ status: 'DECIDED', version: 2 });

    const rankFor = async (caller: ReturnType<typeof dinsos>) => {
      const { data } = await service.ask<{ nomination: { rank: number | null } }>(
        'query ($id: ID!) { nomination(id: $id) { rank } }',
        { id: encodeId('nom', id) },
        caller,
      );
      return data.nomination.rank;
    };
    expect(await rankFor(dinsos('32.79'))).toBe(1);
    expect(await rankFor(officerOf(organizationId))).toBeNull();
    const events = await service.published();
    const decided = events.find(({ type }) => type === 'awards.competition.winners-decided.v1');
    expect(decided?.data).toMatchObject({ winners: 1 });
    expect(JSON.stringify(decided)).not.toContain('nom_');
  });

  test('refuses what is not a ranking of eligible nominees, and leaves everything as it was', async () => {
    const row = await closed();
    const [a, b, c] = [
      await aNomination(service, row),
      await aNomination(service, row),
      await aNomination(service, row, { status: 'INELIGIBLE' }),
    ];

    const grounds = [
      await decide(row, [a.id, 1], [b.id, 3]),
      await decide(row, [a.id, 1], [c.id, 2]),
      await decide(row, [a.id, 1], [a.id, 1]),
      await decide(row, [a.id, 1], [b.id, 1], [randomUUID(), 3]),
    ].map(({ ground }) => ground);

    expect(grounds).toEqual([
      'ranks-not-in-order',
      'nominee-not-eligible',
      'winner-twice',
      'too-many-winners',
    ]);
    const left = await service.rows(
      'select count(*)::integer as ranked from nomination where competition_id = $1 and rank is not null',
      [row.id],
    );
    expect(left).toEqual([{ ranked: 0 }]);
    expect(await decide(row, [a.id, 1], [b.id, 1])).toMatchObject({ status: 'DECIDED' });
  });

  test('waits for open reviews', async () => {
    const row = await closed();
    const { id } = await aNomination(service, row);
    await aNomination(service, row, { status: 'NEEDS_REVIEW' });

    expect(await decide(row, [id, 1])).toMatchObject({ ground: 'reviews-open' });
  });
});

describe('Mutation.announceWinners', () => {
  test('grants the awards, one event each, and settles who took part', async () => {
    const row = await aCompetition(service, { status: 'DECIDED' });
    const [first, second, third] = [
      await aNomination(service, row, { rank: 1 }),
      await aNomination(service, row, { rank: 1 }),
      await aNomination(service, row),
    ];

    expect(await step('announceWinners', row)).toMatchObject({ status: 'ANNOUNCED' });

    const rows = await service.rows<{ id: string; status: string }>(
      'select id, status from nomination where competition_id = $1',
      [row.id],
    );
    expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [first.id, 'WINNER'],
        [second.id, 'WINNER'],
        [third.id, 'UNPLACED'],
      ]),
    );
    const granted = (await service.published()).filter(
      ({ data }) => data.competitionId === encodeId('cmp', row.id) && 'awardId' in data,
    );
    expect(granted.map(({ data }) => data.organizationId)).toEqual(
      expect.arrayContaining(
        [first, second].map(({ organizationId }) => encodeId('org', organizationId)),
      ),
    );
    expect(granted).toMatchObject([
      { region: '32.79', data: { rank: 1, year: 2026, regionCode: '32.79' } },
      { data: { rank: 1 } },
    ]);
  });

  test('makes a winner ineligible where recent winners may not enter, at once', async () => {
    const eligibility = [aRule('NOT_WINNER_WITHIN', { years: 3 })];
    const open = await aCompetition(service, { eligibility, organizerRegionCode: '32' });
    const row = await aCompetition(service, { status: 'DECIDED' });
    const { organizationId } = await aNomination(service, row, { rank: 1 });
    const { id } = await aNomination(service, open, { organizationId });

    await step('announceWinners', row);

    const [nomination] = await service.rows('select status from nomination where id = $1', [id]);
    expect(nomination).toEqual({ status: 'INELIGIBLE' });
    const events = (await service.published()).filter(({ key }) => key === encodeId('nom', id));
    expect(events).toMatchObject([{ type: 'awards.nomination.found-ineligible.v1' }]);
  });
});
