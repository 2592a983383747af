import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { anOrganization } from '../organization/organization.fixture.js';
import { aRegistration } from '../registration/registration.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';
import { aDelegation } from './delegation.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const banjar = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

describe('TrainingEvent.delegations', () => {
  interface Listed {
    trainingEvent: {
      delegations: { region: { code: string }; delegates: { organization: { id: string } }[] }[];
    };
  }
  const document = `query ($id: ID!) { trainingEvent(id: $id) {
    delegations { region { code } delegates { status organization { id } } } } }`;

  test('groups whom offices sent, for those who may see them', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const via = 'DELEGATION' as const;
    const organizations: string[] = [];
    for (const sentByRegionCode of ['32.79', '32.09']) {
      const { id: delegationId } = await aDelegation(service, {
        trainingEventId,
        regionCode: sentByRegionCode,
      });
      for (let made = 0; made < 2; made += 1) {
        const organizationId = await anOrganization(service);
        organizations.push(encodeId('org', organizationId));
        await aRegistration(service, {
          trainingEventId,
          organizationId,
          via,
          sentByRegionCode,
          delegationId,
        });
      }
    }
    await aRegistration(service, { trainingEventId });

    const ask = (caller = anOrganizer()) =>
      service.ask<Listed>(document, { id: encodeId('trn', trainingEventId) }, caller);
    const seen = await ask();
    const unseen = await ask(aCaller({}));
    const half = await ask(banjar);

    const sent = seen.data.trainingEvent.delegations.map(({ region, delegates }) => [
      region.code,
      delegates.map(({ organization }) => organization.id).sort(),
    ]);
    expect(sent.sort()).toEqual([
      ['32.09', organizations.slice(2).sort()],
      ['32.79', organizations.slice(0, 2).sort()],
    ]);
    expect(unseen.data.trainingEvent.delegations).toEqual([]);
    expect(half.data.trainingEvent.delegations.map(({ region }) => region.code)).toEqual(['32.79']);
  });
});

describe('Query.trainingDelegations', () => {
  const list = (trainingEventId: string, first: number, caller = anOrganizer()) =>
    service.ask<{ trainingDelegations: { totalCount: number; nodes: object[] } }>(
      `query ($id: ID!, $first: Int!) { trainingDelegations(trainingEventId: $id, status: SUBMITTED, first: $first) {
        totalCount nodes { letter { number } viewerCan trainingEvent { title } delegates { initials } } } }`,
      { id: encodeId('trn', trainingEventId), first },
      caller,
    );

  test('is a work list in a constant number of statements', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    for (let made = 0; made < 6; made += 1) await aDelegation(service, { trainingEventId });
    await aDelegation(service, { trainingEventId, status: 'DRAFT', submittedAt: null });

    const one = await list(trainingEventId, 1);
    const all = await list(trainingEventId, 50);

    expect(all.data.trainingDelegations.totalCount).toBe(6);
    expect(all.statements).toBe(one.statements);
  });
});
