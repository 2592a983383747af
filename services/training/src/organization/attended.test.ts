import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { aRegistration } from '../registration/registration.fixture.js';
import type { RegistrationStatus } from '../registration/registration.rules.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';
import { anOrganization } from './organization.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

interface Told {
  training: { attended: { trainingEvent: { id: string } }[] };
}

async function attended(ids: string[], caller?: Caller) {
  const { data, errors, statements } = await service.ask<{ _entities: Told[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { training {
      attended { participants completed certificates trainingEvent { id title } } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Organization', id: encodeId('org', id) })) },
    caller,
  );
  expect(errors).toEqual([]);
  return { statements, all: data._entities.map((one) => one.training.attended) };
}

async function sent(organizationId: string, startsOn: string, statuses: RegistrationStatus[]) {
  const event = await aTrainingEvent(service, { startsOn, endsOn: startsOn });
  for (const status of statuses)
    await aRegistration(service, { trainingEventId: event.id, organizationId, status });
  return encodeId('trn', event.id);
}

describe('OrganizationTraining.attended', () => {
  test('lists what its people attended, newest first, with how they fared', async () => {
    const own = await anOrganization(service);
    const older = await sent(own, '2024-05-02', ['COMPLETED', 'CERTIFIED', 'NOT_COMPLETED']);
    const newer = await sent(own, '2026-03-04', ['ATTENDED', 'NO_SHOW', 'WITHDRAWN']);
    await sent(own, '2026-12-01', ['APPROVED']);
    const title = 'Bimtek Jejaring Kerja';

    const told = [
      { participants: 1, completed: 0, certificates: 0, trainingEvent: { id: newer, title } },
      { participants: 3, completed: 2, certificates: 0, trainingEvent: { id: older, title } },
    ];
    const officer = aCaller({ role: 'KT_OFFICER', organizationId: own });
    for (const caller of [officer, staff, anOrganizer()])
      expect((await attended([own], caller)).all).toEqual([told]);
  });

  test('tells others nothing: whom a small organization sent is soon known by name', async () => {
    const own = await anOrganization(service);
    await sent(own, '2026-03-04', ['COMPLETED']);

    const other = aCaller({ role: 'KT_OFFICER', organizationId: await anOrganization(service) });
    for (const caller of [other, elsewhere, undefined])
      expect((await attended([own], caller)).all).toEqual([[]]);
  });

  test('asks as many statements for many as for one', async () => {
    const ids = [await anOrganization(service), await anOrganization(service)];
    for (const id of ids) {
      await sent(id, '2025-03-04', ['COMPLETED']);
      await sent(id, '2026-03-04', ['COMPLETED']);
    }

    const one = await attended(ids.slice(0, 1), staff);
    expect((await attended(ids, staff)).statements).toBe(one.statements);
  });
});
