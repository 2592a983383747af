import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { dinsos, officerOf } from '../nomination/nomination.fixture.js';
import { awards } from '../service.js';
import { juror, JudgedWorld, office } from './judging.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const aWorld = () => new JudgedWorld(service).open();

describe('Mutation.submitScoreSheet', () => {
  test('takes a juror’s own sheet once, and tells neither scores nor names', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    const [sheet] = (await world.sheetsFor(juror('ana'))).nodes;

    expect(await world.submit(sheet!, 8_000, juror('ana'))).toMatchObject({
      __typename: 'ScoreSheet',
      status: 'SUBMITTED',
      version: 2,
    });
    expect(await world.submit(sheet!, 9_000, juror('ana'))).toMatchObject({ currentVersion: 2 });
    const again = { ...sheet!, version: 2 };
    expect(await world.submit(again, 9_000, juror('ana'))).toMatchObject({
      ground: 'wrong-sheet-state',
      currentStatus: 'SUBMITTED',
    });
    expect(await world.submit(sheet!, 9_000, juror('budi'))).toMatchObject({
      __typename: 'NotFoundProblem',
    });
    const events = (await service.published()).filter(({ key }) => key === sheet!.id);
    const competitionId = encodeId('cmp', world.competition.id);
    expect(events).toMatchObject([
      {
        type: 'awards.score-sheet.submitted.v1',
        data: { scoreSheetId: sheet!.id, competitionId, stage: sheet!.stage },
      },
    ]);
    expect(JSON.stringify(events[0]!.data)).not.toContain('8000');
  });

  test('answers a replayed key without doing it twice, and refuses it with other scores', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    const [sheet] = (await world.sheetsFor(juror('ana'))).nodes;
    const scores = (hundredths: number) =>
      ['PROGRAM', 'KEMITRAAN'].map((criterion) => ({ criterion, hundredths }));
    const idempotencyKey = randomUUID();
    const submit = (hundredths: number) => {
      const { id, version: expectedVersion } = sheet!;
      const input = { idempotencyKey, id, expectedVersion, scores: scores(hundredths) };
      return world.command('submitScoreSheet', 'SubmitScoreSheetInput', input, juror('ana'));
    };

    const first = await submit(7_000);

    expect(await submit(7_000)).toEqual(first);
    expect(await submit(7_001)).toMatchObject({ __typename: 'IdempotencyKeyReusedProblem' });
  });

  test('refuses what is not complete', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    const [{ id, version: expectedVersion } = { id: '', version: 0 }] = (
      await world.sheetsFor(juror('ana'))
    ).nodes;
    const input = { id, expectedVersion, scores: [{ criterion: 'PROGRAM', hundredths: 1 }] };

    expect(
      await world.command('submitScoreSheet', 'SubmitScoreSheetInput', input, juror('ana')),
    ).toMatchObject({ __typename: 'InvalidInputProblem', field: 'scores' });
  });
});

describe('Competition.scoreSheets', () => {
  test('shows a juror only their own, and others nothing until a stage is sealed', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    await world.fillIn(() => 7_000);
    const auditor = aCaller({ role: 'AUDITOR' });
    const nominee = officerOf(world.nominations[0]!.organizationId);
    const counts = async () => {
      const callers = [juror('ana'), office, auditor, dinsos('33.16'), nominee, aCaller({})];
      const seen = [];
      for (const caller of callers) seen.push((await world.sheetsFor(caller)).totalCount);
      return seen;
    };

    expect(await counts()).toEqual([6, 0, 0, 0, 0, 0]);
    await world.step('sealStage', { stage: 1 });
    expect(await counts()).toEqual([6, 9, 9, 0, 0, 0]);
    const own = (await world.sheetsFor(juror('ana'))).nodes;
    const { id } = world.jurors.get('ana')!;
    expect(new Set(own.map(({ jurorId }) => jurorId))).toEqual(new Set([id]));
  });
});

describe('Mutation.reopenScoreSheet', () => {
  test('is the chair’s, who does not see the scores, until the stage is sealed', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    await world.fillIn(() => 7_000);
    const input = {
      jurorId: world.jurors.get('budi')!.id,
      nominationId: encodeId('nom', world.nominations[0]!.id),
      stage: 1,
      reason: 'ARITHMETIC',
    };
    const reopen = (name: string) =>
      world.command('reopenScoreSheet', 'ReopenScoreSheetInput', input, juror(name));

    expect(await reopen('budi')).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(await reopen('ana')).toMatchObject({ __typename: 'Juror', role: 'CHAIR' });
    expect(await reopen('ana')).toMatchObject({ ground: 'wrong-sheet-state' });
    expect(await world.step('sealStage', { stage: 1 })).toMatchObject({
      ground: 'sheets-missing',
      missingSheets: 1,
    });

    await world.fillIn(() => 9_000);
    expect((await world.step('sealStage', { stage: 1 })).seals).toMatchObject([{ sheets: 9 }]);
    expect(await reopen('ana')).toMatchObject({ ground: 'wrong-sheet-state' });
  });
});

describe('Mutation.sealStage', () => {
  test('chains the sheets, tells the head, and is done once by the organizer', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');
    await world.fillIn(() => 7_000);

    expect(await world.step('sealStage', { stage: 1 }, dinsos('33.16'))).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    const { seals } = await world.step('sealStage', { stage: 1 });

    const rows = await service.rows<{ seal_position: number; seal_hash: string }>(
      'select seal_position, seal_hash from score_sheet where competition_id = $1 and stage = 1 order by 1',
      [world.competition.id],
    );
    expect(rows.map((row) => row.seal_position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seals).toEqual([{ stage: 1, sheets: 9, chainHead: rows.at(-1)!.seal_hash }]);
    expect(await world.step('sealStage', { stage: 1 })).toMatchObject({ ground: 'stage-sealed' });
    expect(await world.step('sealStage', { stage: 3 })).toMatchObject({ ground: 'no-such-stage' });
    const sealed = (await service.published()).filter(
      ({ key, type }) =>
        key === encodeId('cmp', world.competition.id) && type.includes('stage-sealed'),
    );
    expect(sealed).toMatchObject([
      { data: { stage: 1, sheets: 9, chainHead: seals![0]!.chainHead } },
    ]);
  });
});
