import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { training } from '../service.js';
import { anOrganizer } from '../training-event/training-event.fixture.js';
import { aRegistration } from './registration.fixture.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

test('the name of a participant is shown to who receives and who sends them', async () => {
  const row = await aRegistration(service, { name: 'Rina Lestari' });
  const look = async (caller: Caller) => {
    const { data, errors } = await service.ask<{
      answer: { __typename: string; value?: string | null };
    }>(
      `mutation ($input: RevealFieldInput!) { answer: revealParticipantField(input: $input) {
         __typename ... on RevealedField { value } } }`,
      {
        input: {
          id: encodeId('reg', row.id),
          field: 'NAME',
          purpose: 'IDENTITY_CHECK',
          idempotencyKey: randomUUID(),
        },
      },
      caller,
    );
    expect(errors).toEqual([]);
    return data.answer.value ?? data.answer.__typename;
  };
  const sender = aCaller({
    role: 'KT_OFFICER',
    region: '32.79.04.2006',
    organizationId: row.organizationId,
  });

  expect([await look(anOrganizer()), await look(sender)]).toEqual(['Rina Lestari', 'Rina Lestari']);
  expect(await look(aCaller({ ...sender, organizationId: randomUUID() }))).toBe('NotFoundProblem');
  await service.keys!.vault.destroy(encodeId('reg', row.id));
  expect(await look(sender)).toBe('RevealedField');
});
