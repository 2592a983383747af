import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import {
  organizationRegistered,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import { anOrganization } from '../organization/organization.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';
import type { Registration } from './registration.entity.js';
import { aRegistration } from './registration.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const officerOf = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });

interface Answered {
  answer: {
    __typename: string;
    id: string;
    version: number;
    status: string;
    position: number;
    ground?: string;
    currentVersion?: number;
  };
}

const shown = `__typename
  ... on TrainingRegistration { id version status position initials via }
  ... on TrainingRegistrationRefusedProblem { ground }
  ... on ConflictProblem { currentVersion }`;

interface Asked {
  trainingEventId: string;
  organizationId: string;
  participantRef?: string;
  idempotencyKey?: string;
}

const register = (
  { trainingEventId, organizationId, ...fields }: Asked,
  caller: Caller = officerOf(organizationId),
) =>
  service.ask<Answered>(
    `mutation ($input: RegisterParticipantInput!) { answer: registerParticipant(input: $input) { ${shown} } }`,
    {
      input: {
        trainingEventId: encodeId('trn', trainingEventId),
        organizationId: encodeId('org', organizationId),
        participantRef: randomUUID(),
        displayName: 'Rina Ayu Lestari',
        idempotencyKey: randomUUID(),
        ...fields,
      },
    },
    caller,
  );

/** As a client that was told to come back asks again, with the same key: on a busy machine some wait too long. */
async function registerAtLast(asked: Asked): Promise<Awaited<ReturnType<typeof register>>> {
  const again = { ...asked, participantRef: randomUUID(), idempotencyKey: randomUUID() };
  let answered = await register(again);
  while (answered.errors.length > 0) answered = await register(again);
  return answered;
}

const take = (name: string, row: Pick<Registration, 'id' | 'version'>, caller: Caller) =>
  service.ask<Answered>(
    `mutation ($input: RegistrationStepInput!) { answer: ${name}(input: $input) { ${shown} } }`,
    {
      input: {
        id: encodeId('reg', row.id),
        expectedVersion: row.version,
        idempotencyKey: randomUUID(),
      },
    },
    caller,
  );
const withdraw = (row: Registration, caller = officerOf(row.organizationId)) =>
  take('withdrawParticipant', row, caller);

const typesOf = async (...keys: string[]) => {
  const all = await service.published();
  return all.filter(({ key }) => keys.includes(key)).map(({ type }) => type);
};
const storedStatus = async (row: Registration) => {
  const [found] = await service.rows<{ status: string }>(
    'select status from registration where id = $1',
    [row.id],
  );
  return found!.status;
};

describe('Mutation.registerParticipant', () => {
  test('gives a seat: answer, row without a readable name, event', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const organizationId = await anOrganization(service);

    const { data, errors } = await register({ trainingEventId, organizationId });

    expect(errors).toEqual([]);
    expect(data.answer).toMatchObject({
      __typename: 'TrainingRegistration',
      status: 'APPROVED',
      position: 1,
      initials: 'R. A. L.',
      via: 'SELF',
    });
    const [row] = await service.rows('select * from registration where organization_id = $1', [
      organizationId,
    ]);
    expect(row).toMatchObject({ status: 'APPROVED', region_code: '32.79.04.2006' });
    expect(JSON.stringify(row)).not.toContain('Lestari');
    const [event] = (await service.published()).filter(({ key }) => key === data.answer.id);
    expect(event).toMatchObject({ type: 'training.participant.approved.v1' });
    expect(event!.data).toEqual({
      registrationId: data.answer.id,
      trainingEventId: encodeId('trn', trainingEventId),
      organizationId: encodeId('org', organizationId),
      regionCode: '32.79.04.2006',
    });
  });

  test('gives the first answer again for the same key, refuses it for another person', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const asked = {
      trainingEventId,
      organizationId: await anOrganization(service),
      participantRef: randomUUID(),
      idempotencyKey: randomUUID(),
    };

    const first = await register(asked);
    const again = await register(asked);
    const other = await register({ ...asked, participantRef: randomUUID() });

    expect(again.data).toEqual(first.data);
    expect(other.data.answer.__typename).toBe('IdempotencyKeyReusedProblem');
    expect(await typesOf(first.data.answer.id)).toHaveLength(1);
  });

  test('takes a person once per event, again after a withdrawal', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const registration = await aRegistration(service, { trainingEventId });
    const { organizationId, participantRef } = registration;
    const asked = { trainingEventId, organizationId, participantRef };

    const twice = await register(asked);
    await withdraw(registration);
    const again = await register(asked);

    expect(twice.data.answer).toMatchObject({ ground: 'already-registered' });
    expect(again.data.answer.status).toBe('APPROVED');
  });

  test.each([
    ['registration-not-open', {}, { status: 'ANNOUNCED' as const }],
    ['registration-not-open', {}, { seats: null }],
    ['organization-not-active', { status: 'DORMANT' as const }, {}],
    ['not-invited', { kind: 'LKS' }, {}],
    ['not-invited', {}, { regionCode: '33' }],
  ])('refuses: %s', async (ground, organization, event) => {
    const { id: trainingEventId } = await aTrainingEvent(service, event);
    const organizationId = await anOrganization(service, organization);

    const { data } = await register({ trainingEventId, organizationId });

    expect(data.answer).toEqual({ __typename: 'TrainingRegistrationRefusedProblem', ground });
  });

  test('knows from events alone whether an organization is in service', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const organizationId = randomUUID();
    const speaksOf = {
      organizationId: encodeId('org', organizationId),
      regionCode: '32.79.04.2006',
    };
    await service.deliver(organizationRegistered, {
      ...speaksOf,
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
    });
    const registered = await register({ trainingEventId, organizationId });
    await service.deliver(organizationSuspended, speaksOf);
    const suspended = await register({ trainingEventId, organizationId });

    expect(registered.data.answer.status).toBe('APPROVED');
    expect(suspended.data.answer.ground).toBe('organization-not-active');
  });

  test('is not for other organizations, offices of other regions, or nobody', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service);
    const asked = { trainingEventId, organizationId: await anOrganization(service) };

    const others = await register(asked, officerOf(await anOrganization(service)));
    const elsewhere = await register(asked, anOrganizer('33'));
    const theirOffice = await register(asked, anOrganizer('32.79', 'DINSOS_REGENCY_STAFF'));
    const nobody = await register(asked, aCaller({}));

    expect(others.data.answer.__typename).toBe('NotAllowedProblem');
    expect(elsewhere.data.answer.__typename).toBe('NotAllowedProblem');
    expect(theirOffice.data.answer).toMatchObject({ status: 'APPROVED', via: 'DELEGATION' });
    expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('seats under many hands', () => {
  test('60 at once for 25 seats: 25 approved, 35 waiting in order, none given twice', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { seats: 25 });
    const organizationId = await anOrganization(service);

    const answers = await Promise.all(
      Array.from({ length: 60 }, () => registerAtLast({ trainingEventId, organizationId })),
    );

    const rows = await service.rows<{ status: string; position: number }>(
      'select status, position from registration where training_event_id = $1 order by position',
      [trainingEventId],
    );
    expect(rows.map(({ position }) => position)).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
    const waiting = rows.slice(25);
    expect(rows.slice(0, 25).every(({ status }) => status === 'APPROVED')).toBe(true);
    expect(waiting.every(({ status }) => status === 'WAITLISTED')).toBe(true);
    const told = answers.filter(({ data }) => data.answer.status === 'APPROVED');
    expect(told).toHaveLength(25);
    const [bucket] = await service.rows(
      'select taken, waiting from seat_bucket where training_event_id = $1',
      [trainingEventId],
    );
    expect(bucket).toEqual({ taken: 25, waiting: 35 });
  });

  test('withdrawals at once offer exactly as many seats, to the first of the list', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { seats: 6 });
    const organizationId = await anOrganization(service);
    const rows: Registration[] = [];
    for (let made = 0; made < 12; made += 1) {
      const status = made < 6 ? 'APPROVED' : 'WAITLISTED';
      rows.push(await aRegistration(service, { trainingEventId, organizationId, status }));
    }

    await Promise.all(rows.slice(0, 4).map((row) => withdraw(row)));

    const stored = await service.rows<{ status: string }>(
      'select status from registration where training_event_id = $1 order by position',
      [trainingEventId],
    );
    const expected = ['WITHDRAWN', 'APPROVED', 'OFFERED', 'WAITLISTED'].flatMap((status, index) =>
      Array<string>([4, 2, 4, 2][index]!).fill(status),
    );
    expect(stored.map(({ status }) => status)).toEqual(expected);
    const offered = rows.slice(6, 10).map(({ id }) => encodeId('reg', id));
    expect(await typesOf(...offered)).toEqual(
      Array<string>(4).fill('training.participant.offered.v1'),
    );
  });
});

describe('Mutation.withdrawParticipant', () => {
  test('passes over who may no longer come', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { seats: 1 });
    const leaver = await aRegistration(service, { trainingEventId });
    const status = 'WAITLISTED' as const;
    const dormant = await anOrganization(service, { status: 'DORMANT' });
    const gone = await aRegistration(service, { trainingEventId, status, organizationId: dormant });
    const next = await aRegistration(service, { trainingEventId, status });

    await withdraw(leaver);

    expect(await storedStatus(gone)).toBe('WAITLISTED');
    expect(await storedStatus(next)).toBe('OFFERED');
  });

  test('is not there for others, and refuses what the caller has not seen', async () => {
    const registration = await aRegistration(service);
    const stale = { id: registration.id, version: 4 };

    const others = await withdraw(registration, officerOf(await anOrganization(service)));
    const old = await take('withdrawParticipant', stale, officerOf(registration.organizationId));

    expect(others.data.answer.__typename).toBe('NotFoundProblem');
    expect(old.data.answer).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 1 });
    expect(await storedStatus(registration)).toBe('APPROVED');
  });

  test('is not for the organizer, who sees it', async () => {
    const registration = await aRegistration(service, { regionCode: '33.16.05' });

    const { data } = await withdraw(registration, anOrganizer());

    expect(data.answer.__typename).toBe('NotAllowedProblem');
  });
});
