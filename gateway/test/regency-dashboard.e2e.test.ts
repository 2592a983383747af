import { describe, expect, test } from '@jest/globals';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();
const dashboard = operation('RegencyDashboard');

interface Dashboard {
  region: {
    name: string;
    welfare: {
      openCases: { total: number | null; byCategory: { category: string; count: number | null }[] };
    };
  } | null;
}

const ask = (region: string, year: number, claims: ReturnType<typeof staff>) =>
  federation.ask<Dashboard>(dashboard, { region, year }, claims);

// In the order of Permensos 8/2012.
const categories = [
  ['ANAK_TELANTAR', 6],
  ['LANJUT_USIA_TELANTAR', 12],
  ['PENYANDANG_DISABILITAS', 6],
  ['KORBAN_BENCANA_ALAM', 6],
  ['PRSE', 6],
  ['FAKIR_MISKIN', 12],
] as const;

describe('RegencyDashboard', () => {
  test('answers the office in charge exactly, once from each of four services', async () => {
    const { data, errors, subgraphRequests } = await ask('32.79', 2014, staff('32.79'));

    expect(errors).toEqual([]);
    expect(subgraphRequests).toBe(4);
    const counted = categories.map(([category, count]) => ({ category, count, suppressed: false }));
    expect(data.region).toEqual({
      code: '32.79',
      name: 'Kota Banjar',
      level: 'REGENCY',
      karangTaruna: {
        byLevel: [
          { level: 'REGENCY', count: 1 },
          { level: 'VILLAGE', count: 25 },
        ],
        byClass: [
          { class: 'TUMBUH', count: 1 },
          { class: 'BERKEMBANG', count: 9 },
          { class: 'MAJU', count: 8 },
          { class: 'PERCONTOHAN', count: 7 },
        ],
      },
      welfare: { openCases: { total: 48, suppressed: false, byCategory: counted } },
      training: { unitsReached: 4, unitsTotal: 25, certificatesIssued: 3 },
      awards: { nominations: 0, won: 0 },
    });
  });

  test('tells the awards of their year', async () => {
    const { data } = await ask('32.79', 2026, staff('32.79'));

    expect(data.region).toMatchObject({ awards: { nominations: 5, won: 2 } });
  });

  test('hides from the public every count below eleven', async () => {
    const { data } = await ask('32.79', 2014, null);

    const shown = data.region!.welfare.openCases.byCategory.filter(({ count }) => count !== null);
    expect(shown.map(({ category, count }) => [category, count])).toEqual([
      ['LANJUT_USIA_TELANTAR', 12],
      ['FAKIR_MISKIN', 12],
    ]);
  });

  test('hides a village’s few cases from the office of another regency', async () => {
    const own = await ask('32.79.01.1001', 2014, staff('32.79'));
    const foreign = await ask('32.79.01.1001', 2014, staff('32.09'));

    expect(own.data.region!.welfare.openCases.total).toBe(2);
    expect(foreign.data.region!.welfare.openCases).toEqual({
      total: null,
      suppressed: true,
      byCategory: [],
    });
  });

  test('answers null for a region that is not there', async () => {
    const { data, errors } = await ask('99.99', 2014, staff('32.79'));

    expect(data.region).toBeNull();
    expect(errors).toEqual([]);
  });
});
