import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aRegistration } from '../registration/registration.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const trainer = aCaller({ role: 'TRAINER', region: '32' });

interface Answered {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  currentVersion?: number;
}

const give = async (name: string, input: object, caller = anOrganizer()) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const own = name === 'confirmAttendance' || name === 'completeTrainingEvent';
  const refused =
    name === 'confirmAttendance'
      ? '... on TrainingRegistrationRefusedProblem { ground }'
      : own
        ? '... on TrainingEventRefusedProblem { ground }'
        : '... on TrainingSessionRefusedProblem { ground }';
  const subject = {
    planSession: '... on TrainingSession { id version }',
    recordAttendance: '... on TrainingSession { id version }',
    confirmAttendance: '',
  }[name];
  const { data, errors } = await service.ask<{ answer: Answered }>(
    `mutation ($input: ${name === 'confirmAttendance' ? 'RegistrationStepInput' : type}!) {
      answer: ${name}(input: $input) { __typename ${refused}
        ${subject ?? '... on TrainingEvent { id version status }'} ... on ConflictProblem { currentVersion } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
};

/** A running event with participants and sessions that have begun. */
async function aCourse(people: number, lessons: number, fields: object = {}) {
  const { id: trainingEventId } = await aTrainingEvent(service, { status: 'RUNNING', ...fields });
  const participants: string[] = [];
  for (let made = 0; made < people; made += 1)
    participants.push(encodeId('reg', (await aRegistration(service, { trainingEventId })).id));
  const event = encodeId('trn', trainingEventId);
  const sessions: Answered[] = [];
  for (let made = 0; made < lessons; made += 1)
    sessions.push(
      await give('planSession', {
        trainingEventId: event,
        module: `Modul ${made + 1}`,
        startsAt: '2026-11-20T01:00:00Z',
        endsAt: '2026-11-20T03:00:00Z',
      }),
    );
  return { event, participants, sessions };
}

const record = ({ id, version }: Answered, entries: [string, string][], caller = trainer) =>
  give(
    'recordAttendance',
    {
      id,
      expectedVersion: version,
      entries: entries.map(([registrationId, status]) => ({ registrationId, status })),
    },
    caller,
  );

const complete = (event: string) =>
  give('completeTrainingEvent', { id: event, expectedVersion: 1 });

const statusOf = async (event: string) => {
  const { data } = await service.ask<{ registrations: { nodes: { status: string }[] } }>(
    'query ($id: ID!) { registrations(trainingEventId: $id) { nodes { status } } }',
    { id: event },
    anOrganizer(),
  );
  return data.registrations.nodes.map(({ status }) => status);
};

describe('Mutation.planSession', () => {
  test('is the organizer’s, within the days of the event', async () => {
    const { id } = await aTrainingEvent(service);
    const session = {
      trainingEventId: encodeId('trn', id),
      module: 'Jejaring kerja',
      startsAt: '2026-11-20T02:00:00Z',
      endsAt: '2026-11-20T04:00:00Z',
    };

    const planned = await give('planSession', session);
    const outside = await give('planSession', { ...session, endsAt: '2026-11-21T04:00:00Z' });
    const foreign = await give('planSession', session, anOrganizer('33'));

    expect(planned.__typename).toBe('TrainingSession');
    expect(outside.__typename).toBe('InvalidInputProblem');
    expect(foreign.__typename).toBe('NotAllowedProblem');
  });
});

describe('Mutation.recordAttendance', () => {
  test('says once who attended, and takes a corrected list', async () => {
    const { event, participants, sessions } = await aCourse(2, 2);
    const [asep, dewi] = participants as [string, string];

    const first = await record(sessions[0]!, [
      [asep, 'PRESENT'],
      [dewi, 'ABSENT'],
    ]);
    const stale = await record(sessions[0]!, [[dewi, 'LATE']]);
    await record(first, [[dewi, 'LATE']]);
    await record(sessions[1]!, [[asep, 'PRESENT']]);

    expect(stale).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 2 });
    expect(await statusOf(event)).toEqual(['ATTENDED', 'ATTENDED']);
    const said = (await service.published()).filter(({ key }) => participants.includes(key));
    expect(said.map(({ key, type }) => [key, type])).toEqual([
      [asep, 'training.participant.attended.v1'],
      [dewi, 'training.participant.attended.v1'],
    ]);
  });

  test('refuses strangers, trainers of other regions, and confirmation beside the lists', async () => {
    const { participants, sessions } = await aCourse(1, 1);
    const other = await aCourse(1, 0);
    const foreign = aCaller({ role: 'TRAINER', region: '33' });

    const stranger = await record(sessions[0]!, [[other.participants[0]!, 'PRESENT']]);
    const elsewhere = await record(sessions[0]!, [[participants[0]!, 'PRESENT']], foreign);
    const beside = await give('confirmAttendance', { id: participants[0], expectedVersion: 1 });

    expect(stranger.ground).toBe('not-a-participant');
    expect(elsewhere.__typename).toBe('NotAllowedProblem');
    expect(beside.ground).toBe('has-sessions');
  });
});

describe('Mutation.completeTrainingEvent', () => {
  test('waits for every list, then judges each by sessions and test', async () => {
    const { event, participants, sessions } = await aCourse(4, 2, { minPostTest: 60 });
    const [all, half, excused, failed] = participants as [string, string, string, string];
    await record(
      sessions[0]!,
      participants.map((one) => [one, 'PRESENT']),
    );

    const early = await complete(event);
    await record(sessions[1]!, [
      [all, 'LATE'],
      [half, 'ABSENT'],
      [excused, 'EXCUSED'],
      [failed, 'PRESENT'],
    ]);
    await give(
      'recordTestResults',
      {
        id: event,
        expectedVersion: 1,
        kind: 'POST',
        entries: participants.map((registrationId) => ({
          registrationId,
          score: registrationId === failed ? 59 : 80,
        })),
      },
      trainer,
    );
    const { status } = await complete(event);

    expect(early.ground).toBe('attendance-missing');
    expect(status).toBe('COMPLETED');
    expect(await statusOf(event)).toEqual([
      'COMPLETED',
      'NOT_COMPLETED',
      'COMPLETED',
      'NOT_COMPLETED',
    ]);
    const said = (await service.published()).filter(({ type }) => type.includes('completed'));
    expect(said.filter(({ key }) => key === half).map(({ type }) => type)).toEqual([
      'training.participant.not-completed.v1',
    ]);
  });
});

describe('TrainingRegistration.progress', () => {
  test('tells sessions, scores and gain, in a constant number of statements', async () => {
    const { event, participants, sessions } = await aCourse(5, 1);
    await record(
      sessions[0]!,
      participants.map((one) => [one, 'PRESENT']),
    );
    for (const [kind, score] of [
      ['PRE', 40],
      ['PRE', 50],
      ['POST', 75],
    ] as const)
      await give('recordTestResults', {
        id: event,
        expectedVersion: 1,
        kind,
        entries: participants.map((registrationId) => ({ registrationId, score })),
      });
    const list = (first: number) =>
      service.ask<{ registrations: { nodes: { progress: object }[] } }>(
        `query ($id: ID!, $first: Int!) { registrations(trainingEventId: $id, first: $first) { nodes {
          trainingEvent { sessions { module } }
          progress { sessionsAttended sessionsCounted preTest postTest gainBasisPoints } } } }`,
        { id: event, first },
        anOrganizer(),
      );

    const one = await list(1);
    const many = await list(5);

    expect(one.data.registrations.nodes[0]!.progress).toEqual({
      sessionsAttended: 1,
      sessionsCounted: 1,
      preTest: 50,
      postTest: 75,
      gainBasisPoints: 5_000,
    });
    expect(many.statements).toBe(one.statements);
  });
});
