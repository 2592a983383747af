import { describe, expect, test } from '@jest/globals';
import type { Claims } from './federation.fixture.js';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();

const ask = (region: string, year: number, claims: Claims) =>
  federation.ask<{ region: { villageStatus: object | null } | null }>(
    operation('VillageStatus'),
    { region, scheme: 'IPD', year },
    claims,
  );

describe('VillageStatus', () => {
  test.each([
    ['anyone', null],
    ['an office of another province', staff('32.79')],
  ])('tells %s of the villages of Banten by Podes 2018', async (_who, claims) => {
    const { data, errors } = await ask('36', 2018, claims);

    expect(errors).toEqual([]);
    const alone = { counted: null, difference: null };
    expect(data.region!.villageStatus).toEqual({
      scheme: 'IPD',
      year: 2018,
      total: 1_238,
      source: 'BPS Provinsi Banten, Podes 2018',
      publishedOn: null,
      basis: 'STATED',
      listedVillages: 1_238,
      levels: [
        { level: 'MANDIRI', count: 143, basisPoints: 1_155, ...alone },
        { level: 'BERKEMBANG', count: 1_047, basisPoints: 8_457, ...alone },
        { level: 'TERTINGGAL', count: 48, basisPoints: 388, ...alone },
      ],
    });
  });

  test('says nothing of a year that nobody measured, and of a region that is not there', async () => {
    expect((await ask('36', 2016, null)).data.region).toMatchObject({ villageStatus: null });
    expect((await ask('99', 2018, null)).data.region).toBeNull();
  });

  test('is recorded by an office in charge alone', async () => {
    const input = {
      regionCode: '36.04.22.2001',
      scheme: 'IPD',
      year: 2018,
      level: 'MANDIRI',
      source: 'BPS',
    };
    const outcome = await federation.command('recordVillageStatus', staff('32.79'), input, {
      type: 'VillageStatus',
    });

    expect(outcome.__typename).toBe('NotAllowedProblem');
  });
});

describe('Region.villagesWithout', () => {
  test('leads the office of Banten to the villages that no company stands beside', async () => {
    interface Found {
      region: { villagesWithout: { totalCount: number; nodes: { kind: string }[] } };
    }
    const { data, errors } = await federation.ask<Found>(
      `{ region(code: "36") { villagesWithout(partnership: CSR_TJSL, asOf: "2026-01-01", first: 5) {
        totalCount nodes { code kind } } } }`,
      {},
      { role: 'DINSOS_PROVINCE_STAFF', region: '36' },
    );

    expect(errors).toEqual([]);
    const { totalCount, nodes } = data.region.villagesWithout;
    expect([totalCount, nodes.length]).toEqual([1_228, 5]);
    expect(nodes.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'DESA'));
  });
});

describe('Region.villageFunds', () => {
  test('of Kabupaten Blora are summed by district; 24 kelurahan have none', async () => {
    const { data, errors } = await federation.ask<{ region: { villageFunds: object } }>(
      `{ region(code: "33.16") { villageFunds(fiscalYear: 2025) {
        villages amount eligibleVillages byDistrict { villages } } } }`,
      {},
      null,
    );

    expect(errors).toEqual([]);
    expect(data.region.villageFunds).toMatchObject({
      villages: 40,
      amount: '670000000',
      eligibleVillages: 271,
    });
  });
});
