import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { someRegions } from '../assistance/assistance.fixture.js';
import { organizations } from '../service.js';

let service: TestService;

const desa = Array.from({ length: 9 }, (_none, index) => `36.04.22.200${index + 1}`);
const kelurahan = '36.73.01.1001';
const banten = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });
const elsewhere = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, ['36', '36.04', '36.04.22', '36.73', ...desa, kelurahan]);
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  version?: number;
  field?: string;
  currentVersion?: number;
}

async function say(mutation: string, input: object, caller: Caller = banten) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const shown = mutation.startsWith('record') ? 'VillageStatus' : 'VillageStatusSummary';
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on ${shown} { id version } ... on InvalidInputProblem { field } ... on ConflictProblem { currentVersion } } }`,
    { input: { idempotencyKey: randomUUID(), scheme: 'IPD', year: 2018, ...input } },
    caller,
  );
  return errors.length > 0 ? { __typename: String(errors[0]!.extensions.code) } : data[mutation]!;
}

const record = (regionCode: string, level: string, input: object = {}, caller = banten) =>
  say('recordVillageStatus', { regionCode, level, source: 'BPS', ...input }, caller);
const printed = (mandiri: string, berkembang: string, tertinggal: string) => ({
  printedIn: 'ID',
  levels: [
    { level: 'MANDIRI', printed: mandiri },
    { level: 'BERKEMBANG', printed: berkembang },
    { level: 'TERTINGGAL', printed: tertinggal },
  ],
});
const state = (regionCode: string, input: object, caller = banten) =>
  say('stateVillageStatusSummary', { regionCode, source: 'Podes 2018', ...input }, caller);

const look = async (region: string, year = 2018) => {
  const { data, errors } = await service.ask<{ region: { villageStatus: object | null } }>(
    `query ($region: RegionCode!, $year: Int!) { region(code: $region) { villageStatus(scheme: IPD, year: $year) {
      basis total source version listedVillages levels { level count basisPoints counted difference } } } }`,
    { region, year },
  );
  expect(errors).toEqual([]);
  return data.region.villageStatus;
};

describe('Region.villageStatus', () => {
  test('shows what a source states, read in its locale, with shares that add up', async () => {
    const stated = await state('36', printed('143', '1.047', '48'));

    expect(stated).toMatchObject({ __typename: 'VillageStatusSummary', version: 1 });
    const level = (name: string, count: number, basisPoints: number) => ({
      level: name,
      count,
      basisPoints,
      counted: null,
      difference: null,
    });
    expect(await look('36')).toEqual({
      basis: 'STATED',
      total: 1_238,
      source: 'Podes 2018',
      version: 1,
      listedVillages: 9,
      levels: [
        level('MANDIRI', 143, 1_155),
        level('BERKEMBANG', 1_047, 8_457),
        level('TERTINGGAL', 48, 388),
      ],
    });
  });

  test('counts single villages where no source states totals, and shows both where one does', async () => {
    for (const code of desa.slice(0, 4)) await record(code, 'MANDIRI', { score: 80.25 });
    await record(desa[4]!, 'TERTINGGAL');

    expect(await look('36.04')).toMatchObject({
      basis: 'COUNTED',
      total: 5,
      source: 'BPS',
      levels: [{ count: 4 }, { count: 0 }, { count: 1 }],
    });
    await state('36.04', printed('3', '1', '1'));
    expect(await look('36.04')).toMatchObject({
      basis: 'STATED',
      levels: [
        { count: 3, counted: 4, difference: 1 },
        { count: 1, counted: 0, difference: -1 },
        { count: 1, counted: 1, difference: 0 },
      ],
    });
    expect(await look('36.04', 2014)).toBeNull();
  });

  test('costs as many statements for many regions as for one', async () => {
    const cost = async (first: number) =>
      (
        await service.ask(
          `query ($first: Int!) { region(code: "36.04.22") { children(first: $first) { nodes {
             villageStatus(scheme: IPD, year: 2018) { total listedVillages } villageStatuses { level score } } } } }`,
          { first },
        )
      ).statements;

    expect(await cost(9)).toBe(await cost(1));
  });
});

describe('Mutation.recordVillageStatus', () => {
  test('keeps the score to four digits and is corrected by whoever saw it, once', async () => {
    const idm = { scheme: 'IDM', year: 2024, score: 0.8155 };
    const first = await record(desa[5]!, 'MAJU', idm);
    const blind = await record(desa[5]!, 'MANDIRI', { ...idm, score: 0.8156 });
    const corrected = await record(desa[5]!, 'MANDIRI', {
      ...idm,
      score: 0.8156,
      expectedVersion: 1,
    });

    expect(first).toMatchObject({ __typename: 'VillageStatus', version: 1 });
    expect(blind).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 1 });
    expect(corrected).toMatchObject({ version: 2 });
    const { data } = await service.ask(
      'query ($code: RegionCode!) { region(code: $code) { villageStatuses { scheme year level score } } }',
      { code: desa[5] },
    );
    expect(data).toEqual({
      region: { villageStatuses: [{ scheme: 'IDM', year: 2024, level: 'MANDIRI', score: 0.8156 }] },
    });
  });

  test('is told once when two say it at once', async () => {
    const outcomes = await Promise.all([record(desa[6]!, 'MANDIRI'), record(desa[6]!, 'MANDIRI')]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ConflictProblem',
      'VillageStatus',
    ]);
  });

  test('refuses a level of another index, a kelurahan, and the wrong hand', async () => {
    expect(await record(desa[7]!, 'MAJU')).toMatchObject({ field: 'level' });
    expect(await record(kelurahan, 'MANDIRI')).toMatchObject({ field: 'regionCode' });
    expect(await record(desa[7]!, 'MANDIRI', {}, elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    const member = aCaller({ role: 'KT_MEMBER', region: '36' });
    expect(await record(desa[7]!, 'MANDIRI', {}, member)).toEqual({ __typename: 'FORBIDDEN' });
    const rows = await service.rows('select 1 from village_status where region_code = $1', [
      desa[7],
    ]);
    expect(rows).toEqual([]);
  });
});

describe('Mutation.stateVillageStatusSummary', () => {
  test('refuses a count that its locale does not read, and one without a locale', async () => {
    const { levels } = printed('143', '84.57', '48');

    expect(await state('36.73', { printedIn: 'ID', levels })).toEqual({
      __typename: 'BAD_USER_INPUT',
    });
    expect(await state('36.73', { levels: printed('1', '1', '1').levels })).toEqual({
      __typename: 'BAD_USER_INPUT',
    });
  });

  test('refuses MAJU in IPD, a level left out, and another province', async () => {
    const counts = (...names: string[]) => ({
      levels: names.map((level) => ({ level, count: 1 })),
    });
    const all = ['MANDIRI', 'BERKEMBANG', 'TERTINGGAL'];

    expect(await state('36.73', counts('MANDIRI', 'MAJU', 'TERTINGGAL'))).toMatchObject({
      field: 'level',
    });
    expect(await state('36.73', counts('MANDIRI', 'TERTINGGAL'))).toMatchObject({
      field: 'levels',
    });
    expect(await state('36.73', counts(...all), elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
  });
});
