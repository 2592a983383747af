import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { anOrganization, aSeat } from '../organization/organization.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';
import type { Registration } from './registration.entity.js';
import { aRegistration } from './registration.fixture.js';
import { expireOffers } from './waiting-list.service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const today = new Date('2026-11-20T02:00:00Z');
beforeEach(() => {
  service.clock.at = today;
});

const officerOf = (organizationId: string, region = '32.79.04.2006') =>
  aCaller({ role: 'KT_OFFICER', region, organizationId });

interface Answered {
  answer: { __typename: string; id: string; status: string; ground?: string; answerBy?: Date };
}

const give = (name: string, type: string, input: object, caller = anOrganizer()) =>
  service.ask<Answered>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename
      ${type.includes('Event') ? '... on TrainingEvent { id status }' : '... on TrainingRegistration { id status position officerId answerBy } ... on TrainingRegistrationRefusedProblem { ground }'} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );

const step = (
  name: string,
  row: Registration,
  version = row.version,
  caller = officerOf(row.organizationId),
) =>
  give(
    name,
    'RegistrationStepInput',
    { id: encodeId('reg', row.id), expectedVersion: version },
    caller,
  );

const ask = (trainingEventId: string, organizationId: string, region?: string) =>
  give(
    'registerParticipant',
    'RegisterParticipantInput',
    {
      trainingEventId: encodeId('trn', trainingEventId),
      organizationId: encodeId('org', organizationId),
      participantRef: randomUUID(),
      displayName: 'Rina Lestari',
    },
    officerOf(organizationId, region),
  );

/** On a busy machine some wait too long for the seats; they ask again, as clients do. */
async function askAtLast(...asked: Parameters<typeof ask>): Promise<void> {
  const { errors } = await ask(...asked);
  if (errors.length > 0) await askAtLast(...asked);
}

const statusesOf = async (trainingEventId: string) => {
  const rows = await service.rows<{ status: string }>(
    'select status from registration where training_event_id = $1 order by position',
    [trainingEventId],
  );
  return rows.map(({ status }) => status);
};

/** Each bucket as region, taken and waiting, and whether the counts are those of the people. */
const seatsOf = async (trainingEventId: string) => {
  const rows = await service.rows<{ region: string | null; taken: number; waiting: number }>(
    `select b.region_code as region, b.taken, b.waiting,
       b.taken = (select count(*) from registration r where r.seat_bucket_id = b.id
         and r.status in ('APPROVED', 'OFFERED', 'ATTENDED', 'COMPLETED', 'NOT_COMPLETED', 'CERTIFIED', 'NO_SHOW'))
       and b.waiting = (select count(*) from registration r where r.seat_bucket_id = b.id and r.status = 'WAITLISTED') as right
     from seat_bucket b where b.training_event_id = $1 order by b.region_code`,
    [trainingEventId],
  );
  expect(rows.every((row) => (row as { right?: boolean }).right)).toBe(true);
  return rows.map(({ region, taken, waiting }) => [region, taken, waiting]);
};

const saidOf = async ({ id }: Pick<Registration, 'id'>) => {
  const all = await service.published();
  return all.filter(({ key }) => key === encodeId('reg', id)).map(({ type }) => type.split('.')[2]);
};

/** A full event of two seats, one waiting behind another. */
async function aFullEvent(fields: Parameters<typeof aTrainingEvent>[1] = {}) {
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-01' };
  const { id: trainingEventId } = await aTrainingEvent(service, { seats: 1, ...days, ...fields });
  const seated = await aRegistration(service, { trainingEventId });
  const first = await aRegistration(service, { trainingEventId, status: 'WAITLISTED' });
  const second = await aRegistration(service, { trainingEventId, status: 'WAITLISTED' });
  return { trainingEventId, seated, first, second };
}

describe('an offered seat', () => {
  test('is held for 48 hours and becomes theirs when they accept it', async () => {
    const { trainingEventId, seated, first } = await aFullEvent();

    await step('withdrawParticipant', seated);
    const offered = await statusesOf(trainingEventId);
    const foreign = await step('acceptSeat', first, 2, anOrganizer('33'));
    const { data } = await step('acceptSeat', first, 2);

    expect(offered).toEqual(['WITHDRAWN', 'OFFERED', 'WAITLISTED']);
    expect(foreign.data.answer.__typename).toBe('NotFoundProblem');
    expect(data.answer).toMatchObject({ status: 'APPROVED', answerBy: null });
    expect(await seatsOf(trainingEventId)).toEqual([[null, 1, 1]]);
    expect(await saidOf(first)).toEqual(['offered', 'promoted']);
    const [event] = (await service.published()).filter(
      ({ key, type }) => key === encodeId('reg', first.id) && type.includes('offered'),
    );
    expect(event!.data).toMatchObject({ answerBy: '2026-11-22T02:00:00.000Z' });
  });

  test('goes to the next when it is declined', async () => {
    const { trainingEventId, seated, first, second } = await aFullEvent();
    await step('withdrawParticipant', seated);

    const { data } = await step('declineSeat', first, 2);

    expect(data.answer.status).toBe('WITHDRAWN');
    expect(await statusesOf(trainingEventId)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'OFFERED']);
    expect(await saidOf(second)).toEqual(['offered']);
  });

  test('is refused after its time, and goes to the next by two replicas once', async () => {
    const { trainingEventId, seated, first, second } = await aFullEvent();
    await step('withdrawParticipant', seated);
    service.clock.at = new Date('2026-11-22T02:00:01Z');

    const late = await step('acceptSeat', first, 2);
    await Promise.all([service.asSystem(expireOffers), service.asSystem(expireOffers)]);

    expect(late.data.answer.ground).toBe('offer-expired');
    expect(await statusesOf(trainingEventId)).toEqual(['WITHDRAWN', 'LAPSED', 'OFFERED']);
    expect(await saidOf(first)).toEqual(['offered', 'lapsed']);
    expect(await saidOf(second)).toEqual(['offered']);
    expect(await seatsOf(trainingEventId)).toEqual([[null, 1, 0]]);
  });

  test('stays while there is time', async () => {
    const { trainingEventId, seated } = await aFullEvent();
    await step('withdrawParticipant', seated);
    service.clock.at = new Date('2026-11-22T01:59:59Z');

    await service.asSystem(expireOffers);

    expect(await statusesOf(trainingEventId)).toEqual(['WITHDRAWN', 'OFFERED', 'WAITLISTED']);
  });

  test('that nobody answered is free again when the event ends', async () => {
    const { trainingEventId, seated } = await aFullEvent();
    await step('withdrawParticipant', seated);
    const lead = (name: string, expectedVersion: number) =>
      give(
        name,
        name === 'completeTrainingEvent' ? 'CompleteTrainingEventInput' : 'TrainingEventStepInput',
        {
          id: encodeId('trn', trainingEventId),
          expectedVersion,
        },
      );
    await lead('closeRegistration', 1);
    service.clock.at = new Date('2026-12-01T02:00:00Z');
    await lead('startTrainingEvent', 2);

    await lead('completeTrainingEvent', 3);

    expect(await statusesOf(trainingEventId)).toEqual(['WITHDRAWN', 'LAPSED', 'LAPSED']);
    expect(await seatsOf(trainingEventId)).toEqual([[null, 0, 0]]);
  });
});

describe('quotas by region', () => {
  const quotas = [
    { regionCode: '32.79.02', seats: 1 },
    { regionCode: '32.79.04', seats: 1 },
  ];
  const days = { startsOn: '2026-12-01', endsOn: '2026-12-01' };
  const from = (regionCode: string) => anOrganization(service, { regionCode });

  test('give a seat of one’s own region, then of the reserve, then a place on the list', async () => {
    const { id } = await aTrainingEvent(service, { seats: 3, quotas, ...days });

    for (const village of ['32.79.04.2001', '32.79.04.2002', '32.79.04.2003', '32.79.02.2003'])
      await ask(id, await from(village), village);

    expect(await statusesOf(id)).toEqual(['APPROVED', 'APPROVED', 'WAITLISTED', 'APPROVED']);
    expect(await seatsOf(id)).toEqual([
      ['32.79.02', 1, 0],
      ['32.79.04', 1, 1],
      [null, 1, 0],
    ]);
  });

  test('are kept for their region while registration is open, then offered to those who wait', async () => {
    const { id } = await aTrainingEvent(service, { seats: 2, quotas, ...days });
    for (const village of ['32.79.04.2001', '32.79.04.2002'])
      await ask(id, await from(village), village);
    const whileOpen = await statusesOf(id);

    await give('closeRegistration', 'TrainingEventStepInput', {
      id: encodeId('trn', id),
      expectedVersion: 1,
    });

    expect(whileOpen).toEqual(['APPROVED', 'WAITLISTED']);
    expect(await statusesOf(id)).toEqual(['APPROVED', 'OFFERED']);
    expect(await seatsOf(id)).toEqual([
      ['32.79.02', 1, 0],
      ['32.79.04', 1, 0],
    ]);
  });

  test('refuse who has none, and more than one organization may send', async () => {
    const plan = { seats: 2, quotas, perUnitMax: 1, ...days };
    const { id } = await aTrainingEvent(service, plan);
    const organization = await from('32.79.04.2001');
    await ask(id, organization, '32.79.04.2001');

    const second = await ask(id, organization, '32.79.04.2001');
    const elsewhere = await ask(id, await from('32.79.01.1006'), '32.79.01.1006');

    expect(second.data.answer.ground).toBe('unit-quota-full');
    expect(elsewhere.data.answer.ground).toBe('no-quota');
  });

  test('hold under many hands: each bucket full, nobody twice, the list in order', async () => {
    const { id } = await aTrainingEvent(service, {
      seats: 12,
      quotas: quotas.map((quota) => ({ ...quota, seats: 5 })),
      ...days,
    });
    const organizations = [await from('32.79.02.2003'), await from('32.79.04.2001')];

    await Promise.all(
      Array.from({ length: 40 }, (_one, index) => askAtLast(id, organizations[index % 2]!)),
    );

    const statuses = await statusesOf(id);
    expect(statuses.filter((status) => status === 'APPROVED')).toHaveLength(12);
    expect(statuses.filter((status) => status === 'WAITLISTED')).toHaveLength(28);
    const seats = await seatsOf(id);
    expect(seats.map(([region, taken]) => [region, taken])).toEqual([
      ['32.79.02', 5],
      ['32.79.04', 5],
      [null, 2],
    ]);
  });
});

describe('Mutation.replaceParticipant', () => {
  const replaceBy = (row: Registration, fields: object, caller = officerOf(row.organizationId)) =>
    give(
      'replaceParticipant',
      'ReplaceParticipantInput',
      { id: encodeId('reg', row.id), expectedVersion: 1, displayName: 'Dewi Sari', ...fields },
      caller,
    );

  test('gives the same seat to another officer of the organization', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { seats: 1, perUnitMax: 1 });
    const row = await aRegistration(service, { trainingEventId });
    const officerId = await aSeat(service, { organizationId: row.organizationId });

    const { data } = await replaceBy(row, { officerId: encodeId('ofr', officerId) });

    expect(data.answer).toMatchObject({ status: 'APPROVED', position: 2 });
    expect(await statusesOf(trainingEventId)).toEqual(['REPLACED', 'APPROVED']);
    expect(await seatsOf(trainingEventId)).toEqual([[null, 1, 0]]);
    expect(await saidOf(row)).toEqual(['replaced']);
  });

  test('asks of them what is asked of everybody', async () => {
    const row = await aRegistration(service);
    const other = await aRegistration(service, { trainingEventId: row.trainingEventId });

    const unseated = await replaceBy(row, { officerId: encodeId('ofr', randomUUID()) });
    const twice = await replaceBy(row, { participantRef: other.participantRef });
    const nobody = await replaceBy(row, {});
    const byOrganizer = await replaceBy(row, { participantRef: randomUUID() }, anOrganizer('33'));

    expect(unseated.data.answer.ground).toBe('not-seated');
    expect(twice.data.answer.ground).toBe('already-registered');
    expect(nobody.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(byOrganizer.data.answer.__typename).toBe('NotFoundProblem');
    expect(await statusesOf(row.trainingEventId)).toEqual(['APPROVED', 'APPROVED']);
  });
});

describe('a postponed event', () => {
  const lead = (name: string, id: string, expectedVersion: number, days: object = {}) =>
    give(
      name,
      name === 'rescheduleTrainingEvent'
        ? 'RescheduleTrainingEventInput'
        : 'TrainingEventStepInput',
      { id: encodeId('trn', id), expectedVersion, ...days },
    );

  test('keeps its registrations and is announced again on its new days', async () => {
    const { trainingEventId: id } = await aFullEvent();
    await lead('postponeTrainingEvent', id, 1);

    const past = await lead('rescheduleTrainingEvent', id, 2, {
      startsOn: '2026-11-19',
      endsOn: '2026-12-02',
    });
    const { data } = await lead('rescheduleTrainingEvent', id, 2, {
      startsOn: '2026-12-08',
      endsOn: '2026-12-09',
    });

    expect(past.data.answer.__typename).toBe('InvalidInputProblem');
    expect(data.answer.status).toBe('ANNOUNCED');
    expect(await statusesOf(id)).toEqual(['APPROVED', 'WAITLISTED', 'WAITLISTED']);
    const said = (await service.published()).filter(({ key }) => key === encodeId('trn', id));
    expect(said).toMatchObject([
      { type: 'training.training-event.postponed.v1' },
      { type: 'training.training-event.announced.v1', data: { startsOn: '2026-12-08' } },
    ]);
  });

  test('offers a seat that became free meanwhile only when registration is open again', async () => {
    const { trainingEventId: id, seated } = await aFullEvent();
    await lead('postponeTrainingEvent', id, 1);
    await step('withdrawParticipant', seated);
    const meanwhile = await statusesOf(id);
    await lead('rescheduleTrainingEvent', id, 2, { startsOn: '2026-12-08', endsOn: '2026-12-09' });

    await lead('openRegistration', id, 3);

    expect(meanwhile).toEqual(['WITHDRAWN', 'WAITLISTED', 'WAITLISTED']);
    expect(await statusesOf(id)).toEqual(['WITHDRAWN', 'OFFERED', 'WAITLISTED']);
  });
});
