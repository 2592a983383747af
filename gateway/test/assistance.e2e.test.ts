import { describe, expect, test } from '@jest/globals';
import type { Claims } from './federation.fixture.js';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Coverage {
  region: {
    assistance: {
      title: string;
      coverage: { reached: number; target: number; basisPoints: number; targetDerived: boolean };
      pending: {
        region: { code: string; name: string };
        organization: { id: string; name: string };
        plannedFiscalYear: number;
      }[];
    }[];
  };
}

async function coverage(asOf: string | null, claims: Claims) {
  const variables = { region: '32.09', fiscalYear: 2024, asOf };
  const document = operation('AssistanceCoverage');
  const { data, errors } = await federation.ask<Coverage>(document, variables, claims);
  expect(errors).toEqual([]);
  return data.region.assistance;
}

describe('AssistanceCoverage', () => {
  test.each([
    ['on the last day of 2024', '2024-12-31'],
    ['today', null],
  ])('of Kabupaten Cirebon is 31 of 40 %s, with nine planned for 2025', async (_when, asOf) => {
    const [programme, ...more] = await coverage(asOf, staff('32.09'));

    expect(more).toEqual([]);
    expect(programme).toMatchObject({
      title: 'Bantuan Laptop bagi Karang Taruna Kecamatan',
      coverage: { reached: 31, target: 40, basisPoints: 7_750, targetDerived: true },
    });
    const { pending } = programme!;
    expect(pending.map(({ plannedFiscalYear }) => plannedFiscalYear)).toEqual(
      Array.from({ length: 9 }, () => 2025),
    );
    expect(new Set(pending.map(({ region }) => region.code)).size).toBe(9);
    for (const { region, organization } of pending) {
      expect(organization.name).toBe(`Karang Taruna ${region.name}`);
    }
  });

  test('is the same for everybody: what the state gives is public', async () => {
    const asOf = '2024-12-31';
    const own = await coverage(asOf, staff('32.09'));

    expect(await coverage(asOf, null)).toEqual(own);
    expect(await coverage(asOf, staff('33.16'))).toEqual(own);
  });

  test('leads to the training during which it was handed over, and back', async () => {
    const { data } = await federation.ask<{ trainingEvents: { nodes: object[] } }>(
      `{ trainingEvents(region: "32.09", year: 2024) { nodes { title assetHandovers(first: 1) {
        totalCount nodes { handedOverOn occasion { trainingEvent { title } } assets { nodes { serialNumber } } } } } } }`,
      {},
      null,
    );

    const title = 'Pembinaan Karang Taruna Tahun 2024';
    const occasion = { trainingEvent: { title } };
    const handover = { handedOverOn: '2024-11-25', occasion };
    expect(data.trainingEvents.nodes).toEqual([
      {
        title,
        assetHandovers: {
          totalCount: 31,
          nodes: [{ ...handover, assets: { nodes: [{ serialNumber: null }] } }],
        },
      },
    ]);
  });
});

describe('a handover', () => {
  interface Waiting {
    assistanceProgrammes: {
      nodes: { allocations: { nodes: { id: string; version: number; viewerCan: string[] }[] } }[];
    };
  }
  const waiting = async (claims: Claims) => {
    const { data } = await federation.ask<Waiting>(
      `{ assistanceProgrammes(region: "32.09", fiscalYear: 2024) { nodes {
        allocations(first: 1, status: DEFERRED) { nodes { id version viewerCan } } } } }`,
      {},
      claims,
    );
    return data.assistanceProgrammes.nodes[0]!.allocations.nodes[0]!;
  };

  test('is offered to the office in charge and refused to another', async () => {
    const other = staff('33.16');
    const { id, version, viewerCan } = await waiting(staff('32.09'));
    expect(viewerCan).toEqual(['DEFER', 'RESUME', 'WITHDRAW']);
    expect((await waiting(other)).viewerCan).toEqual([]);

    const refused = await federation.command(
      'deferAllocation',
      other,
      { id, expectedVersion: version, plannedFiscalYear: 2026 },
      { type: 'Allocation' },
    );
    expect(refused.__typename).toBe('NotAllowedProblem');
  });

  test('is asked in vain by somebody without a token', async () => {
    const { id, version } = await waiting(null);
    const { data, errors } = await federation.ask(
      `mutation ($input: DeferAllocationInput!) { deferAllocation(input: $input) { __typename } }`,
      {
        input: {
          id,
          expectedVersion: version,
          plannedFiscalYear: 2026,
          idempotencyKey: '0190a1b2-0000-7000-8000-000000000001',
        },
      },
      null,
    );

    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
