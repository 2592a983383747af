import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCompetition } from '@jejaring/awards/competition/competition.fixture';
import { aNomination } from '@jejaring/awards/nomination/nomination.fixture';
import { awards } from '@jejaring/awards/service';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { aBoard, aSeat } from '@jejaring/organizations/board/board.fixture';
import { registerOfficer } from '@jejaring/organizations/officer/officer.service';
import { anOrganization } from '@jejaring/organizations/organization/organization.fixture';
import { someRegions } from '@jejaring/organizations/region/region.fixture';
import { organizations } from '@jejaring/organizations/service';
import { officerErased } from '@jejaring/schema/events/organizations-privacy.events';
import { aRegistration } from '@jejaring/training/registration/registration.fixture';
import { training } from '@jejaring/training/service';
import {
  anOrganizer,
  aTrainingEvent,
} from '@jejaring/training/training-event/training-event.fixture';
import { everythingIn } from './everything-in.fixture.js';

const village = '32.79.04.2006';
const name = 'Zulkarnaen Qomaruddin Xaverius';
const initials = 'Z. Q. X.';
const nik = '9999991203900077';
const birthDate = '1990-03-12';
const account = accountOf('zulkarnaen');
const officer = (id: string) =>
  aCaller({ id, role: 'DATA_PROTECTION_OFFICER', region: '32.79', purpose: 'PRIVACY_REQUEST' });

let register: TestService;
let trainings: TestService;
let honours: TestService;

beforeAll(async () => {
  register = await startTestService(organizations);
  trainings = await startTestService(training);
  honours = await startTestService(awards);
}, 120_000);
afterAll(async () => {
  for (const service of [register, trainings, honours]) await service?.stop();
});

const readable = [name, 'Zulkarnaen', initials, nik, birthDate, account];
const foundIn = async (service: TestService) => {
  const text = await everythingIn(service);
  return readable.filter((each) => text.includes(each));
};

async function ask<Data>(
  service: TestService,
  document: string,
  variables: object,
  caller: Caller,
): Promise<Data> {
  const { data, errors } = await service.ask<Data>(document, variables, caller);
  expect(errors).toEqual([]);
  return data;
}

/** Somebody who sat on a board until 2014, was trained twice and stood for a nominee. */
async function somebody() {
  await someRegions(register, [village]);
  const ours = await anOrganization(register, { status: 'ACTIVE', regionCode: village });
  const person = await register.asSystem((work) =>
    registerOfficer(work, {
      name,
      nik,
      birthDate,
      sex: 'FEMALE',
      residenceRegionCode: village,
      officialPositions: [{ kind: 'MAYOR', regionCode: '32.79', from: '2005-01-01', to: null }],
      organizationId: ours.id,
      accountSubject: 'zulkarnaen',
    }),
  );
  const { board } = await aBoard(register, ours, {
    status: 'EXPIRED',
    termStart: '2009-02-01',
    termEnd: '2014-02-01',
  });
  await aSeat(register, board, { officerId: person.id, position: 'ADVISOR', initials });
  await inTraining(person.id);
  const competition = await aCompetition(honours);
  const other = { officerId: null, initials: 'A. B.' };
  const nomination = await aNomination(honours, competition, {
    representatives: [other, { officerId: person.id, initials }],
  });
  return { person, nomination };
}

async function inTraining(officerId: string) {
  const who = { name, officerId, participantRef: officerId };
  const done = await aRegistration(trainings, { ...who, status: 'COMPLETED' });
  await aRegistration(trainings, {
    ...who,
    trainingEventId: (await aTrainingEvent(trainings)).id,
  });
  const { answer } = await ask<{ answer: { __typename: string } }>(
    trainings,
    `mutation ($input: IssueCertificateInput!) { answer: issueCertificate(input: $input) { __typename } }`,
    {
      input: {
        registrationId: encodeId('reg', done.id),
        expectedVersion: 1,
        idempotencyKey: randomUUID(),
      },
    },
    anOrganizer('32', 'DINSOS_PROVINCE_HEAD'),
  );
  expect(answer.__typename).toBe('Certificate');
}

/** Asked for by one officer, done by another. */
async function erase(officerId: string) {
  const fields = '__typename ... on PrivacyRequest { id version status }';
  const opened = await ask<{ request: { id: string; version: number } }>(
    register,
    `mutation ($input: OpenPrivacyRequestInput!) { request: openOfficerPrivacyRequest(input: $input) { ${fields} } }`,
    {
      input: {
        subjectId: encodeId('ofr', officerId),
        kind: 'ERASURE',
        channel: 'LETTER',
        idempotencyKey: randomUUID(),
      },
    },
    officer('tono'),
  );
  const { id, version: expectedVersion } = opened.request;
  return ask<{ request: { status: string } }>(
    register,
    `mutation ($input: FulfilPrivacyRequestInput!) { request: fulfilOfficerPrivacyRequest(input: $input) { ${fields} } }`,
    { input: { id, expectedVersion, idempotencyKey: randomUUID() } },
    officer('ani'),
  );
}

describe('a person who is erased in the register', () => {
  test('is readable nowhere any more: no row, former version, event or answer of three databases, and no key', async () => {
    const { person, nomination } = await somebody();
    expect(await foundIn(register)).toEqual([initials, account]);
    expect(await foundIn(trainings)).toEqual([initials]);
    expect(await foundIn(honours)).toEqual([initials]);

    const { request } = await erase(person.id);
    expect(request.status).toBe('FULFILLED');
    const said = (await register.published()).filter(({ type }) => type === officerErased.type);
    expect(said).toEqual([
      {
        type: 'organizations.officer.erased.v1',
        key: encodeId('ofr', person.id),
        region: village,
        data: { officerId: encodeId('ofr', person.id) },
      },
    ]);
    // A second delivery must do no harm.
    for (const service of [trainings, honours, trainings, honours])
      await service.deliver(officerErased, { officerId: encodeId('ofr', person.id) });

    for (const service of [register, trainings, honours])
      expect(await foundIn(service)).toEqual([]);
    const shown = await ask<{ officer: object }>(
      register,
      `query ($id: ID!) { officer(id: $id) { name maskedNik initials birthYear } }`,
      { id: encodeId('ofr', person.id) },
      aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' }),
    );
    expect(shown.officer).toMatchObject({ name: null, maskedNik: null, initials: '—' });
    const names = await trainings.rows('select initials from registration where officer_id = $1', [
      person.id,
    ]);
    expect(names).toEqual([{ initials: '—' }, { initials: '—' }]);
    const [kept] = await honours.rows('select representatives from nomination where id = $1', [
      nomination.id,
    ]);
    expect(kept).toEqual({
      representatives: [
        { officerId: null, initials: 'A. B.' },
        { officerId: person.id, initials: '—' },
      ],
    });
    const erased = await trainings.published();
    expect(erased.filter(({ type }) => type === 'training.participant.erased.v1')).toHaveLength(2);
  });
});
