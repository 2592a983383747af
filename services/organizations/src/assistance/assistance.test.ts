import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Outcome } from './assistance-world.fixture.js';
import { AssistanceWorld, elsewhere, orgId, seen, staff } from './assistance-world.fixture.js';
import { anOffice, aRegistered } from './assistance.fixture.js';

let world: AssistanceWorld;

beforeAll(async () => {
  world = await AssistanceWorld.start();
});
afterAll(() => world?.service.stop());

describe('Mutation.openAssistanceProgramme', () => {
  test('stores it, says so, and takes the stated target before the counted one', async () => {
    const sources = [{ source: 'Dinsos Kabupaten Cirebon', statedOn: '2026-01-02' }];
    const opened = await world.aProgramme(2026, { targetStated: 39, sources });

    const { data } = await world.service.ask<{ assistanceProgramme: object }>(
      `query ($id: ID!) { assistanceProgramme(id: $id) { unitValue coverage { target targetDerived targetReason }
        sources { source statedOn } viewerCan office { id } region { code } } }`,
      { id: opened.id },
      staff,
    );
    expect(data.assistanceProgramme).toEqual({
      unitValue: '7500000',
      coverage: { target: 39, targetDerived: false, targetReason: null },
      sources,
      viewerCan: ['ALLOCATE'],
      office: { id: world.officeId },
      region: { code: '32.09' },
    });
    const events = (await world.service.published()).filter(({ key }) => key === opened.id);
    expect(events).toMatchObject([
      {
        type: 'organizations.assistance-programme.opened.v1',
        region: '32.09',
        data: {
          officeId: world.officeId,
          targetLevel: 'DISTRICT',
          itemKind: 'LAPTOP',
          fiscalYear: 2026,
        },
      },
    ]);
  });

  test('is refused to the office of another region and asked in vain by others', async () => {
    const input = {
      officeId: world.officeId,
      regionCode: '32.09',
      title: 'Bantuan',
      fiscalYear: 2026,
      itemKind: 'LAPTOP',
      targetLevel: 'DISTRICT',
    };
    expect(await world.give('openAssistanceProgramme', input, elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    const { errors } = await world.service.ask(
      'mutation ($input: OpenAssistanceProgrammeInput!) { openAssistanceProgramme(input: $input) { __typename } }',
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('Mutation.allocateAssistance', () => {
  test('refuses a village Karang Taruna for a programme of districts, and keeps nothing', async () => {
    const village = await aRegistered(world.service, '32.09.01.2001');
    const programme = await world.aProgramme(2027);

    const outcome = await world.allocate(programme, [world.districts[0]!, village]);

    expect(outcome).toMatchObject({
      ground: 'recipient-of-other-level',
      organizationId: orgId(village),
    });
    expect(await world.allocationsOf(programme)).toEqual([]);
  });

  test('gives once, also when asked twice at once, and names a stale version', async () => {
    const programme = await world.aProgramme(2027);
    const one = [world.districts[1]!];

    const rivals = await Promise.all([
      world.allocate(programme, one),
      world.allocate(programme, one),
    ]);

    const [given, ...others] = rivals.sort((one) =>
      one.__typename === 'AssistanceProgramme' ? -1 : 1,
    );
    expect(given).toMatchObject({ __typename: 'AssistanceProgramme' });
    // What the later one meets first: the version that moved on, or what was given meanwhile.
    expect(['ConflictProblem', 'AssistanceRefusedProblem']).toContain(others[0]!.__typename);
    const again = { id: programme.id, version: 2, __typename: '' };
    expect(await world.allocate(again, one)).toMatchObject({ ground: 'already-allocated' });
    expect(await world.allocate(again, [world.districts[2]!, world.districts[2]!])).toMatchObject({
      ground: 'already-allocated',
    });
  });

  test('refuses who was suspended on the day, and the office of another region', async () => {
    const suspended = await aRegistered(world.service, '33.16.01', { status: 'SUSPENDED' });
    const office = encodeId('ofc', (await anOffice(world.service, '33.16')).id);
    const blora = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '33.16' });
    const input = { officeId: office, regionCode: '33.16', title: 'Bantuan', fiscalYear: 2025 };
    const opened = await world.give(
      'openAssistanceProgramme',
      { ...input, itemKind: 'PRINTER', targetLevel: 'DISTRICT' },
      blora,
    );

    expect(await world.allocate(opened, [suspended], {}, blora)).toMatchObject({
      ground: 'recipient-not-active',
    });
    expect(await world.allocate(opened, [suspended], {}, staff)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
  });
});

describe('Mutation.handOverAssets', () => {
  const procured = async (year: number, quantity = 1) => {
    const programme = await world.aProgramme(year);
    const recipients = [{ organizationId: orgId(world.districts[3]!), quantity }];
    await world.allocate(programme, [], { recipients });
    const [allocation] = await world.allocationsOf(programme);
    return world.procure(allocation!);
  };
  const today = { handedOverOn: '2026-11-20' };

  test('records handover, piece, condition and event; the same key gives the same answer', async () => {
    const allocation = await procured(2025);
    const trainingEventId = encodeId('trn', randomUUID());
    const idempotencyKey = randomUUID();
    const input = {
      ...today,
      serialNumbers: [' sn-x1 '],
      minutesNumber: '027/BAST/2025',
      trainingEventId,
      idempotencyKey,
    };

    const first = await world.handOver(allocation, input);
    const again = await world.handOver(allocation, input);

    expect(again).toEqual(first);
    const events = (await world.said('handed-over')).filter(
      ({ data }) => data.handoverId === first.id,
    );
    expect(events).toMatchObject([
      {
        key: orgId(world.districts[3]!),
        region: '32.09.04',
        data: {
          recipientLevel: 'DISTRICT',
          quantity: 1,
          fiscalYear: 2025,
          handedOverOn: '2026-11-20',
          trainingEventId,
        },
      },
    ]);
    const { data } = await world.service.ask<{ _entities: object[] }>(
      `query ($id: ID!) { _entities(representations: [{ __typename: "TrainingEvent", id: $id }]) {
        ... on TrainingEvent { assetHandovers { totalCount nodes { minutesNumber } } } } }`,
      { id: trainingEventId },
    );
    expect(data._entities).toEqual([
      { assetHandovers: { totalCount: 1, nodes: [{ minutesNumber: '027/BAST/2025' }] } },
    ]);
    const [piece] = await world.service.rows(
      "select a.serial_number, c.condition from asset a join asset_condition c on c.asset_id = a.id where a.serial_number = 'SN-X1'",
    );
    expect(piece).toEqual({ serial_number: 'SN-X1', condition: 'IN_USE' });
  });

  test('refuses a serial number of before, more than allocated, a stale version and the wrong hand', async () => {
    const allocation = await procured(2025, 2);

    expect(await world.handOver(allocation, { ...today, serialNumbers: ['SN-X1'] })).toMatchObject({
      ground: 'serial-taken',
    });
    expect(
      await world.handOver(allocation, { ...today, serialNumbers: ['A', 'B', 'C'] }),
    ).toMatchObject({
      ground: 'more-than-allocated',
    });
    expect(await world.handOver({ ...allocation, version: 1 }, today)).toMatchObject({
      __typename: 'ConflictProblem',
      currentVersion: 2,
    });
    expect(await world.handOver(allocation, today, elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await world.handOver(allocation, { handedOverOn: '2999-01-01' })).toMatchObject({
      field: 'handedOverOn',
    });
  });

  test('leaves the allocation open until its last piece', async () => {
    const allocation = await procured(2028, 2);
    await world.handOver(allocation, today);
    const half = { ...allocation, version: allocation.version + 1 };

    const withdrawn = await world.give('withdrawAllocation', seen(half));
    await world.handOver(half, today);

    expect(withdrawn).toMatchObject({ ground: 'partly-handed-over' });
    const [row] = await world.service.rows(
      'select status from allocation where planned_fiscal_year = 2028',
    );
    expect(row).toEqual({ status: 'HANDED_OVER' });
  });
});

describe('Organization.assets', () => {
  beforeAll(async () => {
    const opened = await world.aProgramme(2024, { openedOn: '2024-03-01' });
    await world.allocate(opened, [world.districts[0]!], { decidedOn: '2024-03-02' });
    const [allocation] = await world.allocationsOf(opened);
    const procured = await world.procure(allocation!, { decidedOn: '2024-10-01' });
    const occasionTitle = 'Pembinaan Karang Taruna Tahun 2024';
    await world.handOver(procured, { serialNumbers: ['SN-OWN'], occasionTitle });
  });
  const holder = aCaller({ role: 'KT_OFFICER', region: '32.09.01' });
  const ask = (caller?: Caller) =>
    world.service.ask<{
      organization: {
        assets: { nodes: (Outcome & { serialNumber: string | null; before: string | null })[] };
      };
    }>(
      `query ($id: ID!) { organization(id: $id) { assets(first: 10) { totalCount nodes {
        id version itemKind serialNumber condition before: condition(asOf: "2024-12-31") viewerCan
        handover { minutesNumber occasion { title } allocation { programme { title } } } } } } }`,
      { id: orgId(world.districts[0]!) },
      caller,
    );

  test('shows the serial number to the office and the holder, not to the public', async () => {
    const serials = async (caller?: Caller) =>
      (await ask(caller)).data.organization.assets.nodes.map(({ serialNumber }) => serialNumber);

    expect(await serials()).toEqual([null]);
    expect(await serials(elsewhere)).toEqual([null]);
    expect(await serials(staff)).toEqual(['SN-OWN']);
    expect(await serials({ ...holder, organizationId: world.districts[0]!.id })).toEqual([
      'SN-OWN',
    ]);
  });

  test('tells how a piece fared, as its holder reports it, and on a day before', async () => {
    const own = { ...holder, organizationId: world.districts[0]!.id };
    const [asset] = (await ask(own)).data.organization.assets.nodes;
    const report = (input: object, caller = own) =>
      world.give('reportAssetCondition', { ...seen(asset!), ...input }, caller);

    const refused = await report(
      { condition: 'DAMAGED' },
      { ...holder, organizationId: world.districts[1]!.id },
    );
    const reported = await report({ condition: 'DAMAGED', since: '2025-03-01' });

    expect(refused).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(reported).toMatchObject({ condition: 'DAMAGED' });
    const [now] = (await ask()).data.organization.assets.nodes;
    expect(now).toMatchObject({ condition: 'DAMAGED', before: 'IN_USE' });
    const events = await world.said('condition-reported');
    expect(events).toMatchObject([
      { data: { assetId: asset!.id, condition: 'DAMAGED', since: '2025-03-01' } },
    ]);
  });
});
