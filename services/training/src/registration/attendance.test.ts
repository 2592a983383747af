import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';
import { aRegistration } from './registration.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

interface Answered {
  answer: { __typename: string; status: string; ground?: string; currentStatus?: string };
}

const take = (type: string, name: string, input: object, caller = anOrganizer()) =>
  service.ask<Answered>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename
      ${type === 'RegistrationStepInput' ? '... on TrainingRegistrationRefusedProblem { ground }' : '... on TrainingEvent { status }'} } }`,
    { input: { expectedVersion: 1, idempotencyKey: randomUUID(), ...input } },
    caller,
  );

const confirm = (id: string, caller = anOrganizer()) =>
  take('RegistrationStepInput', 'confirmAttendance', { id: encodeId('reg', id) }, caller);

const statusesOf = async (trainingEventId: string) => {
  const rows = await service.rows<{ status: string }>(
    'select status from registration where training_event_id = $1 order by position',
    [trainingEventId],
  );
  return rows.map(({ status }) => status);
};

describe('Mutation.confirmAttendance', () => {
  test('is the organizer’s, while the event takes place', async () => {
    const running = await aTrainingEvent(service, { status: 'RUNNING' });
    const early = await aRegistration(service);
    const there = await aRegistration(service, { trainingEventId: running.id });
    const officer = aCaller({ role: 'KT_OFFICER', organizationId: there.organizationId });

    const themselves = await confirm(there.id, officer);
    const tooEarly = await confirm(early.id);
    const { data } = await confirm(there.id);

    expect(themselves.data.answer.__typename).toBe('NotAllowedProblem');
    expect(tooEarly.data.answer.ground).toBe('event-not-running');
    expect(data.answer.__typename).toBe('TrainingRegistration');
    expect(await statusesOf(running.id)).toEqual(['ATTENDED']);
  });
});

describe('Mutation.completeTrainingEvent', () => {
  test('settles everybody: completed, missed, lapsed, each with an event', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { status: 'RUNNING', seats: 2 });
    const attended = await aRegistration(service, { trainingEventId, status: 'ATTENDED' });
    const absent = await aRegistration(service, { trainingEventId });
    const waiting = await aRegistration(service, { trainingEventId, status: 'WAITLISTED' });

    const { data } = await take('CompleteTrainingEventInput', 'completeTrainingEvent', {
      id: encodeId('trn', trainingEventId),
    });

    expect(data.answer.status).toBe('COMPLETED');
    expect(await statusesOf(trainingEventId)).toEqual(['COMPLETED', 'NO_SHOW', 'LAPSED']);
    const said = await service.published();
    const typeOf = (id: string) => said.find(({ key }) => key === encodeId('reg', id))?.type;
    expect([attended, absent, waiting].map(({ id }) => typeOf(id))).toEqual([
      'training.participant.completed.v1',
      'training.participant.missed.v1',
      'training.participant.lapsed.v1',
    ]);
    const history = await service.rows(
      'select status, version from registration_history where id = $1',
      [attended.id],
    );
    expect(history).toEqual([{ status: 'ATTENDED', version: 1 }]);
  });

  test('keeps the head count of a report where nobody was registered', async () => {
    const event = await aTrainingEvent(service, { status: 'RUNNING', seats: null });
    const complete = (statedParticipants: object) =>
      take('CompleteTrainingEventInput', 'completeTrainingEvent', {
        id: encodeId('trn', event.id),
        statedParticipants,
      });

    const wrong = await complete({ value: 158, upTo: 160, qualifier: 'EXACT' });
    await complete({ value: 158, qualifier: 'EXACT' });

    expect(wrong.data.answer.__typename).toBe('InvalidInputProblem');
    const { data } = await service.ask(
      'query ($id: ID!) { trainingEvent(id: $id) { seats { total } statedParticipants { value upTo qualifier } } }',
      { id: encodeId('trn', event.id) },
    );
    expect(data).toEqual({
      trainingEvent: {
        seats: null,
        statedParticipants: { value: 158, upTo: null, qualifier: 'EXACT' },
      },
    });
  });
});

describe('Mutation.cancelTrainingEvent', () => {
  test('lets every registration lapse and frees the seats', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { seats: 1 });
    await aRegistration(service, { trainingEventId });
    await aRegistration(service, { trainingEventId, status: 'WAITLISTED' });

    await take('TrainingEventStepInput', 'cancelTrainingEvent', {
      id: encodeId('trn', trainingEventId),
    });

    expect(await statusesOf(trainingEventId)).toEqual(['LAPSED', 'LAPSED']);
    const [bucket] = await service.rows(
      'select taken, waiting from seat_bucket where training_event_id = $1',
      [trainingEventId],
    );
    expect(bucket).toEqual({ taken: 0, waiting: 0 });
  });
});

describe('Query.registrations', () => {
  const list = (trainingEventId: string, first: number, caller = anOrganizer()) =>
    service.ask<{ registrations: { totalCount: number; nodes: { position: number }[] } }>(
      `query ($id: ID!, $first: Int!) { registrations(trainingEventId: $id, first: $first) { totalCount
        nodes { position viewerCan trainingEvent { title } certificate { number } } } }`,
      { id: encodeId('trn', trainingEventId), first },
      caller,
    );

  test('lists in order of arrival, each caller their own, in a constant number of statements', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const [first] = [await aRegistration(service, { trainingEventId })];
    for (let made = 0; made < 7; made += 1) await aRegistration(service, { trainingEventId });

    const one = await list(trainingEventId, 1);
    const all = await list(trainingEventId, 50);
    const own = await list(
      trainingEventId,
      50,
      aCaller({ role: 'KT_OFFICER', organizationId: first.organizationId }),
    );

    expect(all.data.registrations.nodes.map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(all.statements).toBe(one.statements);
    expect(own.data.registrations.totalCount).toBe(1);
  });
});
