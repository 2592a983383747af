import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { aRegistered, someRegions } from '../assistance/assistance.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { organizations } from '../service.js';
import { hasVillageFund } from './partnership.service.js';

let service: TestService;
const seated: Organization[] = [];

const villages = Array.from({ length: 6 }, (_none, index) => `33.16.05.200${index + 1}`);
const kelurahan = '33.16.05.1001';
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(organizations);
  service.clock.at = new Date('2025-03-01T02:00:00Z');
  await someRegions(service, ['33.16', '33.16.05', ...villages, kelurahan]);
  for (const code of [...villages, kelurahan]) seated.push(await aRegistered(service, code));
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  field?: string;
  currentVersion?: number;
}

async function give(mutation: string, input: object, caller: Caller = staff): Promise<Outcome> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on Partnership { id version status } ... on InvalidInputProblem { field }
      ... on ConflictProblem { currentVersion } ... on PartnershipRefusedProblem { currentStatus } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const of = (index: number) => ({
  regionCode: seated[index]!.regionCode,
  organizationId: encodeId('org', seated[index]!.id),
});
const csr = (index: number, input: object = {}, caller = staff) =>
  give(
    'proposePartnership',
    {
      ...of(index),
      kind: 'CSR_TJSL',
      title: 'Kemitraan dan bina lingkungan',
      company: { name: 'PT Contoh', kind: 'BUMN' },
      fields: ['TRAINING'],
      startsOn: '2025-01-01',
      endsOn: '2027-01-01',
      ...input,
    },
    caller,
  );
const fund = (index: number, input: object = {}) =>
  give('proposePartnership', {
    ...of(index),
    kind: 'DANA_DESA',
    title: 'Pembinaan Karang Taruna desa',
    amount: '25000000',
    startsOn: '2025-01-01',
    endsOn: '2026-01-01',
    villageFund: { fiscalYear: 2025, budgetLine: '3.2.01', villageRegulation: '4/2024' },
    ...input,
  });
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const sign = (proposed: Outcome, input: object = {}, caller = staff) =>
  give('signPartnership', { ...seen(proposed), documentNumber: 'MoU/1/2025', ...input }, caller);
const said = async ({ id }: Outcome) => (await service.published()).filter(({ key }) => key === id);

describe('a partnership', () => {
  test('is proposed, signed, runs for its term, ends early, and says so', async () => {
    const proposed = await csr(0);
    const signed = await sign(proposed);
    const ended = await give('terminatePartnership', { ...seen(signed), ground: 'BY_AGREEMENT' });

    expect([proposed.status, signed.status, ended.status]).toEqual([
      'PROPOSED',
      'ACTIVE',
      'TERMINATED',
    ]);
    const events = await said(proposed);
    expect(events).toMatchObject([
      {
        type: 'organizations.partnership.signed.v1',
        region: villages[0],
        data: {
          ...of(0),
          kind: 'CSR_TJSL',
          companyKind: 'BUMN',
          signedOn: '2025-03-01',
          endsOn: '2027-01-01',
        },
      },
      {
        type: 'organizations.partnership.ended.v1',
        data: { ground: 'BY_AGREEMENT', endedOn: '2025-03-01' },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('PT Contoh');
    const { data } = await service.ask(
      `query ($id: ID!) { partnership(id: $id) { company { name kind } fields organization { id } region { code }
        before: status(asOf: "2024-12-31") then: status(asOf: "2025-02-28") viewerCan } }`,
      { id: proposed.id },
      staff,
    );
    expect(data).toEqual({
      partnership: {
        company: { name: 'PT Contoh', kind: 'BUMN' },
        fields: ['TRAINING'],
        organization: { id: of(0).organizationId },
        region: { code: villages[0] },
        before: null,
        then: null,
        viewerCan: [],
      },
    });
  });

  test('is signed once, by who saw it, in charge; the same key gives the same answer', async () => {
    const proposed = await csr(1);
    const idempotencyKey = randomUUID();

    expect(await sign(proposed, {}, elsewhere)).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(await sign({ ...proposed, version: 7 })).toMatchObject({ currentVersion: 1 });
    const first = await sign(proposed, { idempotencyKey });
    expect(await sign(proposed, { idempotencyKey })).toEqual(first);
    expect(await sign({ ...proposed, version: 2 })).toMatchObject({
      __typename: 'PartnershipRefusedProblem',
    });
    expect(await said(proposed)).toHaveLength(1);
  });

  test('is proposed by its organization, and by no other', async () => {
    const officerOf = (index: number) =>
      aCaller({ role: 'KT_OFFICER', region: villages[2]!, organizationId: seated[index]!.id });

    expect(await csr(2, {}, officerOf(2))).toMatchObject({ status: 'PROPOSED' });
    expect(await csr(2, {}, officerOf(3))).toMatchObject({ __typename: 'NotAllowedProblem' });
  });
});

describe('village funds', () => {
  test('are granted in a desa and refused in a kelurahan', async () => {
    const granted = await sign(await fund(0));

    expect(await fund(6)).toMatchObject({ __typename: 'InvalidInputProblem', field: 'regionCode' });
    expect(await fund(1, { amount: null })).toMatchObject({ field: 'amount' });
    const events = await said(granted);
    expect(events.map(({ type }) => type)).toEqual([
      'organizations.partnership.signed.v1',
      'organizations.village-fund.allocated.v1',
    ]);
    expect(events[1]!.data).toMatchObject({ fiscalYear: 2025, amount: '25000000' });
    const known = (year: number) =>
      service.asSystem((work) => hasVillageFund(work, villages[0]!, year));
    expect([await known(2025), await known(2024)]).toEqual([true, false]);
  });

  test('are summed by district and year, the signed ones alone', async () => {
    await sign(await fund(1, { amount: '9007199254740993' }));
    await fund(2);

    const { data } = await service.ask(
      `{ region(code: "33.16") { villageFunds(fiscalYear: 2025) { villages amount eligibleVillages
          byDistrict { villages amount region { code } } }
         other: villageFunds(fiscalYear: 2024) { villages amount byDistrict { villages } } } }`,
    );

    const sum = { villages: 2, amount: '9007199279740993' };
    expect(data).toEqual({
      region: {
        villageFunds: {
          ...sum,
          eligibleVillages: 6,
          byDistrict: [{ ...sum, region: { code: '33.16.05' } }],
        },
        other: { villages: 0, amount: '0', byDistrict: [] },
      },
    });
  });
});

describe('Region.villagesWithout', () => {
  const ask = async (asOf: string, more = '') => {
    const { data, errors } = await service.ask<{
      region: { villagesWithout: { totalCount: number; nodes: { code: string }[] } };
    }>(
      `query ($asOf: Date) { region(code: "33.16") { villagesWithout(partnership: CSR_TJSL, asOf: $asOf, first: 100 ${more}) {
        totalCount nodes { code } } } }`,
      { asOf },
    );
    expect(errors).toEqual([]);
    const { totalCount, nodes } = data.region.villagesWithout;
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ code }) => code);
  };

  test('names the desa without a running one, and no kelurahan', async () => {
    // The first ended early, the second runs, the third was never signed.
    expect(await ask('2025-06-01')).toEqual([0, 2, 3, 4, 5].map((index) => villages[index]));
    expect(await ask('2027-01-01')).toEqual(villages);
  });

  test('narrows them to a status', async () => {
    for (const [code, level] of [
      [villages[1], 'TERTINGGAL'],
      [villages[4], 'TERTINGGAL'],
      [villages[5], 'MANDIRI'],
    ]) {
      await service.rows(
        `insert into village_status (id, region_code, scheme, year, level, source)
         values ($1, $2, 'IPD', 2018, $3, 'BPS')`,
        [randomUUID(), code, level],
      );
    }

    const status = ', status: { scheme: IPD, year: 2018, level: TERTINGGAL }';
    expect(await ask('2025-06-01', status)).toEqual([villages[4]]);
  });

  test('and the lists of partnerships cost as many statements for many as for few', async () => {
    const cost = async (first: number) =>
      (
        await service.ask(
          `query ($first: Int!) {
             region(code: "33.16.05") { children(first: $first) { nodes { villageFunds(fiscalYear: 2025) { amount eligibleVillages }
               villagesWithout(partnership: CSR_TJSL, first: 2) { totalCount nodes { code } } } } }
             partnerships(region: "33.16", first: $first) { totalCount nodes { title status viewerCan
               organization { name partnerships(first: 2) { totalCount nodes { id } } } region { name } office { id } legalBasis { id } } } }`,
          { first },
          staff,
        )
      ).statements;

    expect(await cost(7)).toBe(await cost(2));
  });
});
