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

// In the order of Permensos 8/2012; sealed cases are in no number.
const categories = [
  ['ANAK_BALITA_TELANTAR', 2],
  ['ANAK_TELANTAR', 21],
  ['ANAK_BERHADAPAN_HUKUM', 3],
  ['ANAK_JALANAN', 2],
  ['ANAK_DISABILITAS', 10],
  ['ANAK_PERLINDUNGAN_KHUSUS', 3],
  ['LANJUT_USIA_TELANTAR', 38],
  ['PENYANDANG_DISABILITAS', 27],
  ['GELANDANGAN', 3],
  ['PENGEMIS', 2],
  ['PEMULUNG', 3],
  ['BWBLP', 2],
  ['KORBAN_NAPZA', 2],
  ['KORBAN_TRAFFICKING', 1],
  ['KORBAN_KEKERASAN', 2],
  ['PMBS', 6],
  ['KORBAN_BENCANA_ALAM', 18],
  ['KORBAN_BENCANA_SOSIAL', 3],
  ['PRSE', 20],
  ['FAKIR_MISKIN', 46],
  ['KBSP', 8],
  ['KAT', 3],
] as const;

describe('RegencyDashboard', () => {
  test('answers the office in charge exactly, once from each of four services', async () => {
    const { data, errors, subgraphRequests } = await ask('32.79', 2014, staff('32.79'));

    expect(errors).toEqual([]);
    expect(subgraphRequests).toBe(4);
    const asOf = expect.any(String);
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
        boardsExpiring: { totalCount: expect.any(Number) },
        asOf,
      },
      welfare: { openCases: { total: 225, suppressed: false, month: null, byCategory: counted } },
      training: { unitsReached: 4, unitsTotal: 25, certificatesIssued: 3, asOf },
      awards: { nominations: 0, won: 0, asOf },
    });
  });

  test('tells the awards of their year', async () => {
    const { data } = await ask('32.79', 2026, staff('32.79'));

    expect(data.region).toMatchObject({ awards: { nominations: 5, won: 2 } });
  });

  test('tells the public what was published, and no count below eleven', async () => {
    const { data } = await ask('32.79', 2014, null);

    const exact = new Map<string, number>(categories);
    const { byCategory } = data.region!.welfare.openCases;
    expect(byCategory).toHaveLength(26);
    for (const { category, count } of byCategory) {
      if (count !== null) expect([count, count >= 11]).toEqual([exact.get(category), true]);
    }
    expect(byCategory.filter(({ count }) => count !== null).length).toBeGreaterThan(0);
  });

  test('hides a village’s few cases from the office of another regency', async () => {
    const own = await ask('32.79.01.1001', 2014, staff('32.79'));
    const foreign = await ask('32.79.01.1001', 2014, staff('32.09'));

    expect(own.data.region!.welfare.openCases.total).toBe(10);
    expect(foreign.data.region!.welfare.openCases).toEqual({
      total: null,
      suppressed: true,
      month: null,
      byCategory: [],
    });
  });

  test('answers null for a region that is not there', async () => {
    const { data, errors } = await ask('99.99', 2014, staff('32.79'));

    expect(data.region).toBeNull();
    expect(errors).toEqual([]);
  });
});
