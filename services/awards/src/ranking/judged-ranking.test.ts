import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { dinsos, officerOf } from '../nomination/nomination.fixture.js';
import { JudgedWorld, juror, office } from '../scoring/judging.fixture.js';
import { awards } from '../service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const minutes = { number: '400/12/Pleno/2026', on: '2026-11-19' };

/** Filled in, sealed and ranked: the last nominee first, unless two are given the same. */
async function aRanked(score = (nominee: number) => 6_000 + nominee * 1_000) {
  const world = await (await new JudgedWorld(service).open()).begin('ana', 'budi', 'citra');
  await world.fillIn(score);
  const ranked = await world.rank();
  return { world, ranked };
}

const nominationIds = ({ nominations }: JudgedWorld) =>
  nominations.map(({ id }) => encodeId('nom', id));

async function rankingFor(world: JudgedWorld, caller: Caller) {
  const { data, statements } = await service.ask<{
    competition: {
      ranking: { totalCount: number; nodes: { nominationId: string; rank: number }[] };
      rankingProof: object | null;
    };
  }>(
    `query ($id: ID!) { competition(id: $id) {
      ranking(first: 50) { totalCount nodes { nominationId rank total shared criteria { criterion value } stages { stage score } } }
      rankingProof { isChainUntouched isReproduced nominations }
    } }`,
    { id: encodeId('cmp', world.competition.id) },
    caller,
  );
  return { ...data.competition, statements };
}

describe('Mutation.computeRanking', () => {
  test('ranks from the sealed sheets, and tells the chain’s ends but nobody’s rank', async () => {
    const { world, ranked } = await aRanked();

    expect(ranked).toMatchObject({ status: 'RANKED' });
    const { ranking } = await rankingFor(world, office);
    expect(ranking.nodes.map(({ nominationId, rank }) => [nominationId, rank])).toEqual(
      nominationIds(world)
        .reverse()
        .map((id, index) => [id, index + 1]),
    );
    const computed = (await service.published()).find(
      ({ key, type }) =>
        key === encodeId('cmp', world.competition.id) && type.includes('ranking-computed'),
    );
    expect(computed?.data).toMatchObject({
      nominations: 3,
      chainHeads: ranked.seals!.map(({ chainHead }) => chainHead),
    });
    expect(JSON.stringify(computed)).not.toContain('nom_');
  });

  test('waits until every stage is sealed', async () => {
    const world = await (await new JudgedWorld(service).open()).begin('ana', 'budi', 'citra');
    await world.fillIn(() => 7_000);

    expect(await world.step('computeRanking')).toMatchObject({ ground: 'stages-not-sealed' });
    await world.step('sealStage', { stage: 1 });
    expect(await world.step('computeRanking')).toMatchObject({ ground: 'stages-not-sealed' });
    await world.step('sealStage', { stage: 2 });
    expect(await world.step('computeRanking', {}, dinsos('33.16'))).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await world.step('computeRanking')).toMatchObject({ status: 'RANKED' });
    expect(await world.step('computeRanking')).toMatchObject({ ground: 'wrong-state' });
  });

  test('notices a sheet that was changed after it was sealed', async () => {
    const world = await (await new JudgedWorld(service).open()).begin('ana', 'budi', 'citra');
    await world.fillIn((nominee) => 6_000 + nominee * 1_000);
    await world.step('sealStage', { stage: 1 });
    await world.step('sealStage', { stage: 2 });
    await service.asSystem((work) =>
      work.sql(
        `update score_sheet set scores = '{"PROGRAM": 10000, "KEMITRAAN": 10000}'
         where id = (select id from score_sheet where nomination_id = $1 and stage = 2 limit 1)`,
        [world.nominations[0]!.id],
      ),
    );

    expect(await world.step('computeRanking')).toMatchObject({ ground: 'chain-broken' });
  });
});

describe('Competition.rankingProof', () => {
  test('computes the same anew, for the organizer and the auditor', async () => {
    const { world } = await aRanked();
    const proof = { isChainUntouched: true, isReproduced: true, nominations: 3 };

    expect((await rankingFor(world, office)).rankingProof).toEqual(proof);
    expect((await rankingFor(world, aCaller({ role: 'AUDITOR' }))).rankingProof).toEqual(proof);
    expect((await rankingFor(world, juror('ana'))).rankingProof).toBeNull();
    expect((await rankingFor(world, aCaller({}))).rankingProof).toBeNull();
  });

  test('tells when a sheet was changed afterwards, and when a rank was', async () => {
    const { world } = await aRanked();
    const { id } = world.competition;
    const set = (sql: string) => service.rows(sql, [id]);

    await set(`update ranking_entry set rank = 1 where competition_id = $1 and rank = 2`);
    expect((await rankingFor(world, office)).rankingProof).toMatchObject({
      isChainUntouched: true,
      isReproduced: false,
    });
    await set(`update ranking_entry set rank = 2 where id =
      (select max(id::text)::uuid from ranking_entry where competition_id = $1 and rank = 1)`);
    await service.asSystem((work) =>
      work.sql(
        `update score_sheet set scores = '{"PROGRAM": 1, "KEMITRAAN": 1}'
         where id = (select id from score_sheet where competition_id = $1 limit 1)`,
        [id],
      ),
    );
    expect((await rankingFor(world, office)).rankingProof).toMatchObject({
      isChainUntouched: false,
      isReproduced: false,
    });
  });
});

describe('what was computed', () => {
  test('cannot be changed by the service itself', async () => {
    const { world } = await aRanked();
    const change = service.asSystem((work) =>
      work.sql('update ranking_entry set total = 0 where competition_id = $1', [
        world.competition.id,
      ]),
    );

    await expect(change).rejects.toThrow(/permission denied/);
  });

  test('is explained to the organizer at once, to the nominee after the announcement', async () => {
    const { world } = await aRanked();
    const [, , first] = world.nominations;
    const explain = async (caller: Caller) => {
      const { data, errors } = await service.ask<{ rankingExplanation: object | null }>(
        `query ($id: ID!) { rankingExplanation(nominationId: $id) {
          rank total shared tieBreak { by } criteria { criterion weightBp value } stages { stage weightBp jurors dropped score }
        } }`,
        { id: encodeId('nom', first!.id) },
        caller,
      );
      expect(errors).toEqual([]);
      return data.rankingExplanation;
    };
    const nominee = officerOf(first!.organizationId);
    const explanation = {
      rank: 1,
      total: '80.0000',
      shared: false,
      tieBreak: null,
      criteria: [
        { criterion: 'PROGRAM', weightBp: 6_000, value: '80.0000' },
        { criterion: 'KEMITRAAN', weightBp: 4_000, value: '80.0000' },
      ],
      stages: [
        { stage: 1, weightBp: 4_000, jurors: 3, dropped: 0, score: '80.0000' },
        { stage: 2, weightBp: 6_000, jurors: 3, dropped: 0, score: '80.0000' },
      ],
    };

    expect(await explain(office)).toEqual(explanation);
    expect(await explain(nominee)).toBeNull();
    const winners = [{ nominationId: encodeId('nom', first!.id), rank: 1 }];
    await world.step('decideWinners', { winners, minutes });
    await world.step('announceWinners');
    expect(await explain(nominee)).toEqual(explanation);
    expect(await explain(officerOf(world.nominations[0]!.organizationId))).toBeNull();
    expect(await explain(aCaller({}))).toBeNull();
  });
});

describe('Mutation.decideWinners, from a ranking', () => {
  test('needs minutes and follows the ranking; a vote parts equals', async () => {
    const { world } = await aRanked((nominee) => (nominee === 2 ? 9_000 : 7_000));
    const [a, b, c] = nominationIds(world) as [string, string, string];
    const decide = (places: [string, number][], said: object | null = minutes) =>
      world.step('decideWinners', {
        winners: places.map(([nominationId, rank]) => ({ nominationId, rank })),
        minutes: said,
      });

    expect(await decide([[c, 1]], null)).toMatchObject({ ground: 'minutes-missing' });
    const passedOver: [string, number][] = [
      [a, 1],
      [c, 2],
    ];
    expect(await decide(passedOver)).toMatchObject({ ground: 'not-as-ranked' });
    const voted: [string, number][] = [
      [c, 1],
      [b, 2],
      [a, 3],
    ];
    expect(await decide(voted)).toMatchObject({ status: 'DECIDED' });
  });
});
