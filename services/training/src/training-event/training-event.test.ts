import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import { anOrganization } from '../organization/organization.fixture.js';
import { training } from '../service.js';
import type { TrainingEvent } from './training-event.entity.js';
import { anOrganizer, aTrainingEvent } from './training-event.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

interface Answered {
  answer: {
    __typename: string;
    id: string;
    version: number;
    status: string;
    ground?: string;
    field?: string;
    currentVersion?: number;
  };
}

const shown = `__typename
  ... on TrainingEvent { id version status startsOn endsOn timeZone organizerRegion { code } venue { name regionDerived region { code } } seats { total taken } }
  ... on TrainingEventRefusedProblem { ground currentStatus }
  ... on InvalidInputProblem { field }
  ... on ConflictProblem { currentVersion }`;

const draftInput = (fields: object = {}) => ({
  input: {
    idempotencyKey: randomUUID(),
    kind: 'BIMTEK',
    topic: 'NETWORKING',
    title: 'Bimtek Jejaring Kerja Karang Taruna',
    organizerRegion: '32',
    region: '32',
    venue: {
      name: 'Hotel Endah Parahyangan',
      region: '32.73',
      regionDerived: true,
      derivedBecause: 'The source says only Bandung.',
    },
    startsOn: '2026-12-01',
    endsOn: '2026-12-02',
    seats: 54,
    ...fields,
  },
});

const draft = (fields: object = {}, caller = anOrganizer()) =>
  service.ask<Answered>(
    `mutation ($input: DraftTrainingEventInput!) { answer: draftTrainingEvent(input: $input) { ${shown} } }`,
    draftInput(fields),
    caller,
  );

type Step = 'announceTrainingEvent' | 'openRegistration' | 'cancelTrainingEvent';

const take = (
  name: Step,
  event: Pick<TrainingEvent, 'id' | 'version'>,
  caller = anOrganizer(),
  idempotencyKey = randomUUID(),
) =>
  service.ask<Answered>(
    `mutation ($input: TrainingEventStepInput!) { answer: ${name}(input: $input) { ${shown} } }`,
    {
      input: { id: encodeId('trn', event.id), expectedVersion: event.version, idempotencyKey },
    },
    caller,
  );

const published = async (event: Pick<TrainingEvent, 'id'>) => {
  const all = await service.published();
  return all.filter(({ key }) => key === encodeId('trn', event.id));
};

describe('Mutation.draftTrainingEvent', () => {
  test('keeps the plan and its seats, and says nothing yet', async () => {
    const before = (await service.published()).length;

    const { data, errors } = await draft();

    expect(errors).toEqual([]);
    expect(data.answer).toMatchObject({
      __typename: 'TrainingEvent',
      status: 'DRAFT',
      version: 1,
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
      timeZone: 'WIB',
      organizerRegion: { code: '32' },
      venue: { name: 'Hotel Endah Parahyangan', regionDerived: true, region: { code: '32.73' } },
      seats: { total: 54, taken: 0 },
    });
    expect(await service.published()).toHaveLength(before);
  });

  test('is for a board of its own organization', async () => {
    const organizationId = await anOrganization(service);
    const organizer = {
      organizerRegion: null,
      organizerOrganization: encodeId('org', organizationId),
    };
    const officer = aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
    const other = aCaller({ role: 'KT_OFFICER', organizationId: await anOrganization(service) });

    expect((await draft(organizer, officer)).data.answer.__typename).toBe('TrainingEvent');
    expect((await draft(organizer, other)).data.answer.__typename).toBe('NotAllowedProblem');
  });

  test('is not for the office of another region', async () => {
    const { data } = await draft({}, anOrganizer('33'));

    expect(data.answer.__typename).toBe('NotAllowedProblem');
  });

  test('needs a token, a role, and one organizer', async () => {
    const { errors: anonymous } = await draft({}, aCaller({}));
    const { errors: member } = await draft({}, aCaller({ role: 'KT_MEMBER', region: '32' }));
    const { errors: nobody } = await draft({ organizerRegion: null });

    expect(anonymous[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(member[0]?.extensions.code).toBe('FORBIDDEN');
    expect(nobody[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'organizerRegion',
    });
  });

  test('refuses an end before the start', async () => {
    const { data } = await draft({ endsOn: '2026-11-30' });

    expect(data.answer).toMatchObject({ __typename: 'InvalidInputProblem', field: 'endsOn' });
  });
});

describe('Mutation.announceTrainingEvent', () => {
  test('announces once: answer, row, event and audit', async () => {
    const event = await aTrainingEvent(service, { status: 'DRAFT' });
    const key = randomUUID();

    const first = await take('announceTrainingEvent', event, anOrganizer(), key);
    const again = await take('announceTrainingEvent', event, anOrganizer(), key);

    expect(first.data.answer).toMatchObject({ status: 'ANNOUNCED', version: 2 });
    expect(again.data).toEqual(first.data);
    expect(await published(event)).toMatchObject([
      {
        type: 'training.training-event.announced.v1',
        region: '32',
        data: { topic: 'NETWORKING', startsOn: '2026-11-20' },
      },
    ]);
    const audit = await service.rows(
      'select operation, decision from audit_entry where $1 = any (subjects)',
      [encodeId('trn', event.id)],
    );
    expect(audit).toEqual([{ operation: 'announceTrainingEvent', decision: 'ALLOWED' }]);
  });

  test('refuses a stale version, the same key for something else, and another stage', async () => {
    const event = await aTrainingEvent(service, { status: 'DRAFT' });
    const other = await aTrainingEvent(service, { status: 'DRAFT' });
    const key = randomUUID();
    await take('announceTrainingEvent', event, anOrganizer(), key);

    const stale = await take('announceTrainingEvent', event);
    const reused = await take('announceTrainingEvent', other, anOrganizer(), key);
    const late = await take('announceTrainingEvent', { id: event.id, version: 2 });

    expect(stale.data.answer).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 2 });
    expect(reused.data.answer.__typename).toBe('IdempotencyKeyReusedProblem');
    expect(late.data.answer).toMatchObject({ ground: 'wrong-state', currentStatus: 'ANNOUNCED' });
  });

  test('is not there for the office of another region while it is a draft', async () => {
    const event = await aTrainingEvent(service, { status: 'DRAFT' });

    const { data } = await take('announceTrainingEvent', event, anOrganizer('33'));

    expect(data.answer.__typename).toBe('NotFoundProblem');
  });
});

describe('Mutation.openRegistration', () => {
  test('opens with the number of seats, for its organizer only', async () => {
    const event = await aTrainingEvent(service, { status: 'ANNOUNCED', seats: 40 });

    const foreign = await take('openRegistration', event, anOrganizer('33'));
    const { data } = await take('openRegistration', event);

    expect(foreign.data.answer.__typename).toBe('NotAllowedProblem');
    expect(data.answer.status).toBe('REGISTRATION_OPEN');
    expect(await published(event)).toMatchObject([
      { type: 'training.training-event.registration-opened.v1', data: { seats: 40 } },
    ]);
  });

  test('refuses an event by invitation', async () => {
    const event = await aTrainingEvent(service, { status: 'ANNOUNCED', seats: null });

    expect((await take('openRegistration', event)).data.answer.ground).toBe('no-seats');
  });
});

describe('Query.trainingEvents', () => {
  interface Listed {
    trainingEvents: { totalCount: number; nodes: { id: string; title: string }[] };
  }
  const list = (variables: object, caller = aCaller({})) =>
    service.ask<Listed>(
      `query ($region: RegionCode, $organizerRegion: RegionCode, $year: Int, $first: Int = 20) {
        trainingEvents(region: $region, organizerRegion: $organizerRegion, year: $year, first: $first) {
          totalCount
          nodes { id title startsOn seats { total } viewerCan statedParticipants { value qualifier }
            venue { name region { code } } delegations { delegates { organization { id } } } }
        }
      }`,
      variables,
      caller,
    );

  test('shows what is known to everybody, drafts to their organizer alone', async () => {
    const place = { regionCode: '33.16', organizerRegionCode: '33.16', seats: null };
    await aTrainingEvent(service, { ...place, status: 'ANNOUNCED', title: 'Known' });
    await aTrainingEvent(service, { ...place, status: 'DRAFT', title: 'Planned' });

    const forAll = await list({ region: '33.16' });
    const forOrganizer = await list({ region: '33' }, anOrganizer('33.16', 'DINSOS_REGENCY_STAFF'));

    expect(forAll.data.trainingEvents.nodes.map(({ title }) => title)).toEqual(['Known']);
    expect(forOrganizer.data.trainingEvents.totalCount).toBe(2);
  });

  test('finds by year and organizer, latest first', async () => {
    const place = { regionCode: '35', organizerRegionCode: '35' };
    const days = ['2019-12-31', '2020-02-01', '2020-10-28', '2021-01-01'];
    for (const day of days)
      await aTrainingEvent(service, { ...place, startsOn: day, endsOn: day, title: day });

    const { data } = await list({ organizerRegion: '35', year: 2020 });

    expect(data.trainingEvents.nodes.map(({ title }) => title)).toEqual([
      '2020-10-28',
      '2020-02-01',
    ]);
  });

  test('takes the same number of statements for one event and for many', async () => {
    const place = { regionCode: '36', organizerRegionCode: '36' };
    for (let made = 0; made < 12; made += 1) await aTrainingEvent(service, place);

    const one = await list({ region: '36', first: 1 }, anOrganizer('36'));
    const many = await list({ region: '36', first: 12 }, anOrganizer('36'));

    expect(many.data.trainingEvents.nodes).toHaveLength(12);
    expect(many.statements).toBe(one.statements);
  });
});
