import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';
import { aCase } from './case.fixture.js';

let service: TestService;
let worker: Caller;
const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await knownVillages(service);
  const organizationId = await anOrganization(service);
  worker = aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
});
afterAll(() => service?.stop());

async function command(mutation: string, input: object, caller: Caller) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      __typename ... on CaseRefusedProblem { ground } ... on InvalidInputProblem { field }
    } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const report = (input: object, caller = staff) =>
  command('reportCase', { regionCode: '32.79.04.2006', category: 'GELANDANGAN', ...input }, caller);

test('an open case that the reporter may not see is not opened a second time', async () => {
  const person = { name: 'Warga Rahasia', nik: '9999990101901234' };
  await report({ person, category: 'PENGEMIS' }, worker);
  await report({ person });

  const again = await report({ person }, worker);

  expect(again).toEqual({ __typename: 'CaseRefusedProblem', ground: 'already-open' });
});

test('of many first reports of one person at once, one opens the case and the others are told', async () => {
  const person = { name: 'Warga Rahasia', nik: '9999990202900001' };

  const answers = await Promise.all(Array.from({ length: 6 }, () => report({ person })));

  const said = answers.map(({ __typename, ground }) => ground ?? __typename).sort();
  expect(said).toEqual(['WelfareCase', ...Array.from({ length: 5 }, () => 'already-open')]);
});

test('a person lives in a village, not in a whole regency', async () => {
  const person = { name: 'Warga Rahasia', nikAbsentReason: 'LOST_DOCUMENTS' };

  for (const regionCode of ['32.79', '32.79.04'])
    expect(await report({ regionCode, person })).toEqual({
      __typename: 'InvalidInputProblem',
      field: 'regionCode',
    });
});

test('a person lives in a village that is on the official list', async () => {
  const person = { name: 'Warga Rahasia', nikAbsentReason: 'LOST_DOCUMENTS' };

  expect(await report({ regionCode: '32.79.04.2999', person })).toEqual({
    __typename: 'InvalidInputProblem',
    field: 'regionCode',
  });
});

test('a service is recorded once it was given', async () => {
  const { organizationId } = worker;
  const goals = [{ service: 'CARE', dueOn: '2026-12-31', result: null }];
  const row = await aCase(service, {
    status: 'PLANNED',
    goals,
    assignedOrganizationId: organizationId,
  });
  const id = encodeId('case', row.id);
  const given = (givenOn: string) =>
    command('recordIntervention', { id, expectedVersion: 1, service: 'CARE', givenOn }, worker);

  expect(await given('2026-11-21')).toMatchObject({ field: 'givenOn' });
  expect(await given('2999-12-31')).toMatchObject({ field: 'givenOn' });
  expect(await given('2026-11-20')).toEqual({ __typename: 'WelfareCase' });
});
