import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let organization: Organization;
let board: Caller;

beforeAll(async () => {
  service = await startTestService(organizations);
  const regionCode = '33.16.05.2001';
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     values ($1, $1, $1, $1, 'VILLAGE', 'DESA', null, $1, 'test')`,
    [regionCode],
  );
  organization = await anOrganization(service, { status: 'ACTIVE', regionCode });
  board = aCaller({
    role: 'KT_OFFICER',
    region: regionCode,
    organizationId: organization.id,
  });
});
afterAll(() => service?.stop());

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  field?: string;
}

async function give(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const types: Record<string, string> = {
    proposeVenture: 'ProposeVentureInput',
    reportVenture: 'ReportVentureInput',
  };
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${types[mutation] ?? 'VentureStepInput'}!) { ${mutation}(input: $input) {
      __typename ... on EconomicVenture { id version status }
      ... on VentureRefusedProblem { ground } ... on InvalidInputProblem { field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const propose = (input: object = {}, caller = board) =>
  give(
    'proposeVenture',
    {
      organizationId: encodeId('org', organization.id),
      kind: 'UEP_KT',
      name: 'Mebel Contoh',
      sector: 'CRAFT',
      basedOnLocalResource: 'kayu jati',
      ...input,
    },
    caller,
  );

async function anActiveVenture() {
  const verified = await give('verifyVenture', seen(await propose()), staff);
  return give('activateVenture', seen(verified), board);
}

const month = { month: '2026-10-01', turnover: '5000000', costs: '6000000', workers: 3 };

describe('a venture', () => {
  test('is proposed, verified by the office, works, reports a month once, and ends', async () => {
    const active = await anActiveVenture();

    const reported = await give('reportVenture', { ...seen(active), ...month }, board);
    const again = await give('reportVenture', { ...seen(reported), ...month }, board);
    const closed = await give('closeVenture', seen(reported), board);

    expect(reported).toMatchObject({ status: 'ACTIVE', version: 4 });
    expect(again).toMatchObject({ ground: 'month-reported' });
    expect(closed).toMatchObject({ status: 'CLOSED' });
    const events = (await service.published()).filter(({ data }) => data.ventureId === active.id);
    expect(events).toMatchObject([
      { type: 'organizations.venture.activated.v1', data: { kind: 'UEP_KT', sector: 'CRAFT' } },
      { type: 'organizations.venture.reported.v1', data: { month: '2026-10-01', workers: 3 } },
      { type: 'organizations.venture.closed.v1' },
    ]);
  });

  test('is not verified by the hand that proposed it', async () => {
    const proposed = await propose({}, staff);
    const colleague = { ...staff, id: 'another' };

    expect(await give('verifyVenture', seen(proposed), staff)).toMatchObject({
      ground: 'same-hand',
    });
    expect(await give('verifyVenture', seen(proposed), colleague)).toMatchObject({
      status: 'VERIFIED',
    });
  });

  test('is refused to others, with too few households, and when stale', async () => {
    const proposed = await propose();

    expect(await propose({ kind: 'KUBE', memberHouseholds: 4 })).toMatchObject({
      field: 'memberHouseholds',
    });
    expect(await propose({ kind: 'KUBE', memberHouseholds: 12 })).toMatchObject({
      status: 'PROPOSED',
    });
    expect((await propose({}, elsewhere)).__typename).toBe('NotAllowedProblem');
    expect((await give('verifyVenture', seen(proposed), elsewhere)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await give('activateVenture', seen(proposed), board)).toMatchObject({
      ground: 'wrong-state',
    });
    await give('verifyVenture', seen(proposed), staff);
    expect((await give('verifyVenture', seen(proposed), staff)).__typename).toBe('ConflictProblem');
  });

  test('answers a replayed key with its first answer', async () => {
    const input = { idempotencyKey: randomUUID() };

    const first = await propose(input);

    expect(await propose(input)).toEqual(first);
  });
});

describe('Query.economicVentures', () => {
  const list = async (caller?: Caller, first = 100) => {
    const { data, errors, statements } = await service.ask<{
      economicVentures: { nodes: { basedOnLocalResource: string; reports: object[] }[] };
    }>(
      `query ($first: Int!) { economicVentures(region: "33", onLocalResource: true, status: ACTIVE, first: $first) {
        nodes { basedOnLocalResource viewerCan organization { name } capital { amount }
          reports { turnover costs workers } } } }`,
      { first },
      caller,
    );
    expect(errors).toEqual([]);
    return { nodes: data.economicVentures.nodes, statements };
  };

  test('shows what is made of the place to all, and reports to its board and the offices', async () => {
    const active = await anActiveVenture();
    await give('reportVenture', { ...seen(active), ...month }, board);
    await give('reportVenture', { ...seen(await anActiveVenture()), ...month }, board);

    const reports = [{ turnover: '5000000', costs: '6000000', workers: 3 }];
    const stranger = await list();
    const few = await list(staff, 1);
    const many = await list(staff);
    expect(stranger.nodes.map((node) => node.reports)).toEqual([[], []]);
    expect(many.nodes.map((node) => node.reports)).toEqual([reports, reports]);
    expect(many.nodes[0]!.basedOnLocalResource).toBe('kayu jati');
    expect(many.statements).toBe(few.statements);
  });
});
