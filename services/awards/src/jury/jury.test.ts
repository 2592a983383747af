import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { accountOf } from '@jejaring/chassis/work/standing';
import { appointmentMade } from '@jejaring/schema/events/organizations-appointments.events';
import { officerSeated } from '@jejaring/schema/events/organizations-boards.events';
import { dinsos, officerOf } from '../nomination/nomination.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { juror, JudgedWorld } from '../scoring/judging.fixture.js';
import { awards } from '../service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const aWorld = (fields = {}) => new JudgedWorld(service).open(fields);

/** The register tells that an officer sits on a board. */
async function seat(officerId: string, organizationId: string, regionCode = '32.79.04.2006') {
  await service.deliver(officerSeated, {
    organizationId: encodeId('org', organizationId),
    boardId: encodeId('brd', randomUUID()),
    seatId: encodeId('sea', randomUUID()),
    officerId: encodeId('ofr', officerId),
    regionCode,
    position: 'CHAIR',
    from: '2024-02-01',
    to: '2029-02-01',
  });
}

describe('Mutation.appointJuror', () => {
  test('takes a chair and members before the judging, by the organizer', async () => {
    const world = await aWorld();

    expect(await world.appoint('ana', { role: 'CHAIR' })).toMatchObject({
      __typename: 'Juror',
      role: 'CHAIR',
      status: 'ACTIVE',
    });
    expect(await world.appoint('ana')).toMatchObject({ ground: 'already-juror' });
    expect(await world.appoint('budi', { role: 'CHAIR' })).toMatchObject({ ground: 'chair-taken' });
    expect(await world.appoint('budi', {}, dinsos('33.16'))).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await world.appoint('budi', { region: '32.79' })).toMatchObject({ field: 'region' });
  });

  test('is not for a competition without criteria', async () => {
    const world = await aWorld({ judging: null });
    expect(await world.appoint('ana')).toMatchObject({ ground: 'wrong-state' });
  });

  test('refuses the deputy governor who chairs the Karang Taruna that organizes', async () => {
    const organizationId = await anOrganization(service, { regionCode: '36', level: 'PROVINCE' });
    const officerId = randomUUID();
    await seat(officerId, organizationId, '36');
    const world = await aWorld({
      tier: 'PROVINCE',
      regionCode: '36',
      organizerRegionCode: '36',
      organizerOrganizationId: organizationId,
    });
    const caller = officerOf(organizationId, '36');
    const asOfficer = { officerId: encodeId('ofr', officerId) };

    expect(await world.appoint('deputy', asOfficer, caller)).toMatchObject({
      ground: 'organizer-seat',
    });
    expect(await world.appoint('ana', {}, caller)).toMatchObject({ __typename: 'Juror' });
  });
});

describe('Mutation.startJudging', () => {
  test('gives every juror a sheet for each nominee and stage, and needs enough jurors', async () => {
    const world = await aWorld();
    await world.appoint('ana');
    await world.appoint('budi');

    expect(await world.step('startJudging')).toMatchObject({ ground: 'too-few-jurors' });
    await world.appoint('citra');
    expect(await world.step('startJudging')).toMatchObject({ status: 'JUDGING' });
    const { totalCount, nodes } = await world.sheetsFor(juror('ana'));
    expect(totalCount).toBe(6);
    expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(['OPEN']));
  });

  test('recuses whom seats and appointments tie to a nominee', async () => {
    const world = await aWorld();
    const [board, village] = world.nominations;
    const officerId = randomUUID();
    await seat(officerId, board!.organizationId);
    await world.appoint('ana', { officerId: encodeId('ofr', officerId) });
    await world.appoint('budi');
    await world.appoint('citra');
    await service.deliver(appointmentMade, {
      appointmentId: encodeId('apt', randomUUID()),
      account: accountOf('budi'),
      role: 'JUROR',
      nationwide: false,
      organizationId: encodeId('org', village!.organizationId),
      validFrom: '2024-02-01T00:00:00Z',
    } as never);

    await world.step('startJudging');

    const excused = async (name: string) =>
      (await world.sheetsFor(juror(name))).nodes
        .filter(({ status }) => status === 'EXCUSED')
        .map(({ nominationId }) => nominationId);
    expect(await excused('ana')).toEqual([1, 2].map(() => encodeId('nom', board!.id)));
    expect(await excused('citra')).toEqual([]);
    const rows = await service.rows(
      'select kind, source, nomination_id from recusal where competition_id = $1 order by kind',
      [world.competition.id],
    );
    expect(rows).toEqual([
      { kind: 'BOARD_SEAT', source: 'DETECTED', nomination_id: board!.id },
      { kind: 'OWN_ORGANIZATION', source: 'DETECTED', nomination_id: village!.id },
    ]);
  });
});

describe('stepping aside', () => {
  test('a juror declares a conflict for themselves, the organizer takes somebody out', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra', 'dewi');
    const nominationId = encodeId('nom', world.nominations[0]!.id);
    const declare = (name: string, of = name) =>
      world.command(
        'declareConflict',
        'DeclareConflictInput',
        { id: world.jurors.get(of)!.id, expectedVersion: 1, nominationId, kind: 'KINSHIP' },
        juror(name),
      );

    expect(await declare('budi', 'ana')).toMatchObject({ __typename: 'NotFoundProblem' });
    expect(await declare('ana')).toMatchObject({
      recusals: [{ nominationId, kind: 'KINSHIP', detected: false }],
    });
    const out = { id: world.jurors.get('dewi')!.id, expectedVersion: 1, kind: 'OTHER_INTEREST' };
    expect(await world.command('recuseJuror', 'RecuseJurorInput', out)).toMatchObject({
      status: 'RECUSED',
      version: 2,
    });
    expect(await world.command('recuseJuror', 'RecuseJurorInput', out)).toMatchObject({
      currentVersion: 2,
    });
    const statuses = (await world.sheetsFor(juror('dewi'))).nodes.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['EXCUSED']));
  });
});

describe('Competition.jurors', () => {
  const ask = async (world: JudgedWorld, caller: ReturnType<typeof juror>) => {
    const { data, statements } = await service.ask<{
      competition: { jurors: { totalCount: number; nodes: object[] } };
    }>(
      `query ($id: ID!) { competition(id: $id) { jurors(first: 50) { totalCount nodes {
        institution role recusals { kind } viewerCan competition { title }
      } } } }`,
      { id: encodeId('cmp', world.competition.id) },
      caller,
    );
    return { ...data.competition.jurors, statements };
  };

  test('are seen by the organizer; a juror sees themselves', async () => {
    const world = await (await aWorld()).begin('ana', 'budi', 'citra');

    expect((await ask(world, dinsos('32.79'))).totalCount).toBe(3);
    expect((await ask(world, juror('ana'))).nodes).toMatchObject([
      { role: 'CHAIR', viewerCan: ['DECLARE_CONFLICT'] },
    ]);
    expect((await ask(world, dinsos('33.16'))).nodes).toEqual([]);
  });

  test('cost the same however many they are', async () => {
    const few = await (await aWorld()).begin('ana', 'budi', 'citra');
    const names = Array.from({ length: 12 }, (_unused, index) => `juror-${index}`);
    const many = await (await aWorld()).begin(...names);

    const [one, twelve] = [await ask(few, dinsos('32.79')), await ask(many, dinsos('32.79'))];
    expect(twelve.totalCount).toBe(12);
    expect(twelve.statements).toBe(one.statements);
  });
});
