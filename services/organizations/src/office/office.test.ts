import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { someRegions } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
const elsewhere = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '33' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, ['32.79']);
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  version: number;
}

async function give(mutation: string, input: object, caller = ministry): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename ... on Office { id version } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

describe('an office', () => {
  test('is called and responsible for what it was on the day that is asked about', async () => {
    const office = await give('registerOffice', {
      kind: 'DINSOS_KAB_KOTA',
      regionCode: '32.79',
      name: 'Dinas Sosial dan Tenaga Kerja',
      mandates: ['SOCIAL', 'MANPOWER'],
      validFrom: '2010-01-01',
    });
    const anew = {
      id: office.id,
      expectedVersion: 1,
      name: 'Dinas Sosial',
      mandates: ['SOCIAL'],
      validFrom: '2017-01-01',
    };

    expect((await give('renameOffice', anew, elsewhere)).__typename).toBe('NotAllowedProblem');
    expect((await give('renameOffice', anew)).version).toBe(2);
    expect((await give('renameOffice', anew)).__typename).toBe('ConflictProblem');
    const { data } = await service.ask(
      `query ($id: ID!) { office(id: $id) { name mandates
         formerly: mandates(asOf: "2014-06-25") called: name(asOf: "2014-06-25") before: mandates(asOf: "2009-12-31") } }`,
      { id: office.id },
    );
    expect(data).toEqual({
      office: {
        name: 'Dinas Sosial',
        mandates: ['SOCIAL'],
        called: 'Dinas Sosial dan Tenaga Kerja',
        formerly: ['SOCIAL', 'MANPOWER'],
        before: [],
      },
    });
  });
});
