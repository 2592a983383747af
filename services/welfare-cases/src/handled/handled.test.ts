import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { aCase } from '../case/case.fixture.js';
import { WelfareCase } from '../case/case.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
const head = aCaller({ id: 'head', role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const officerOf = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  version: number;
}

async function command(mutation: string, type: string, row: object): Promise<Outcome> {
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename ... on WelfareCase { version } } }`,
    { input: { idempotencyKey: randomUUID(), ...row } },
    head,
  );
  expect(errors).toEqual([]);
  expect(data[mutation]!.__typename).toBe('WelfareCase');
  return data[mutation]!;
}

const seen = ({ id, version }: WelfareCase) => ({
  id: encodeId('case', id),
  expectedVersion: version,
});

async function close(organizationId: string, outcome: string): Promise<WelfareCase> {
  const row = await aCase(service, {
    status: 'TERMINATING',
    assignedOrganizationId: organizationId,
    terminationProposedBy: 'worker',
  });
  await command('closeCase', 'CloseCaseInput', { ...seen(row), outcome });
  return row;
}

async function handled(ids: string[], caller?: Caller, year?: number) {
  const { data, errors, statements } = await service.ask<{
    _entities: { handledCases: object | null }[];
  }>(
    `query ($of: [_Any!]!, $year: Int) { _entities(representations: $of) { ... on Organization {
      handledCases(year: $year) { total suppressed counts { month outcome count } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Organization', id: encodeId('org', id) })), year },
    caller,
  );
  expect(errors).toEqual([]);
  return { statements, all: data._entities.map((one) => one.handledCases) };
}

describe('Organization.handledCases', () => {
  test('counts what it brought to an end, by month and outcome', async () => {
    const own = await anOrganization(service);
    for (const outcome of ['RESOLVED', 'IMPROVED', 'RESOLVED']) await close(own, outcome);

    const counted = {
      total: 3,
      suppressed: false,
      counts: [
        { month: '2026-11', outcome: 'IMPROVED', count: 1 },
        { month: '2026-11', outcome: 'RESOLVED', count: 2 },
      ],
    };
    for (const caller of [officerOf(own), staff])
      expect((await handled([own], caller)).all).toEqual([counted]);
    expect((await handled([own], staff, 2026)).all).toEqual([counted]);
    expect((await handled([own], staff, 2025)).all).toEqual([
      { total: 0, suppressed: false, counts: [] },
    ]);
  });

  test('is what the events say: a case that was taken up again counts once', async () => {
    const own = await anOrganization(service);
    const row = await close(own, 'RESOLVED');
    const closed = { ...row, version: row.version + 1 };
    await command('reopenCase', 'CaseStepInput', seen(closed));
    const again = await service.asSystem(async (work) =>
      work.update(WelfareCase, await work.get(WelfareCase, row.id), {
        status: 'TERMINATING',
        terminationProposedBy: 'worker',
      }),
    );
    await command('closeCase', 'CloseCaseInput', { ...seen(again), outcome: 'IMPROVED' });

    expect((await handled([own], staff)).all).toMatchObject([
      { total: 1, counts: [{ outcome: 'RESOLVED', count: 1 }] },
    ]);
    const said = (await service.published()).filter(({ key }) => key === encodeId('org', own));
    expect(said).toHaveLength(1);
  });

  test('is suppressed for everybody else, whether there are any or none', async () => {
    const [busy, idle] = [await anOrganization(service), await anOrganization(service)];
    await close(busy, 'RESOLVED');

    const nothing = { total: null, suppressed: true, counts: [] };
    for (const caller of [officerOf(randomUUID()), elsewhere, undefined])
      expect((await handled([busy, idle], caller)).all).toEqual([nothing, nothing]);
    expect((await handled([randomUUID()], staff)).all).toEqual([null]);
  });

  test('asks as many statements for many as for one', async () => {
    const ids = [];
    for (let made = 0; made < 5; made += 1) ids.push(await anOrganization(service));

    const one = await handled(ids.slice(0, 1), staff);
    expect((await handled(ids, staff)).statements).toBe(one.statements);
  });
});
