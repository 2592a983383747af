import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { anOrganization } from '../organization/organization.fixture.js';
import type { Registration } from '../registration/registration.entity.js';
import { aRegistration } from '../registration/registration.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';

let service: TestService;
const villages = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];
const organizations: string[] = [];

const head = anOrganizer('32', 'DINSOS_PROVINCE_HEAD');

const give = async (name: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const subject = name.endsWith('Certificate') ? 'Certificate' : 'TrainingEvent';
  const { data } = await service.ask<{ answer: { id: string } }>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ... on ${subject} { id } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    head,
  );
  return data.answer.id;
};

/** A training of 2014 that two people of each of two villages completed; of two certificates one was revoked. */
async function aTrainingOf2014(): Promise<void> {
  const days = { startsOn: '2014-06-25', endsOn: '2014-06-25' };
  const { id: trainingEventId } = await aTrainingEvent(service, { ...days, status: 'RUNNING' });
  const rows: Registration[] = [];
  for (const index of [0, 0, 1, 1]) {
    const from = { organizationId: organizations[index]!, regionCode: villages[index]! };
    rows.push(await aRegistration(service, { trainingEventId, status: 'ATTENDED', ...from }));
  }
  await give('completeTrainingEvent', {
    id: encodeId('trn', trainingEventId),
    expectedVersion: 1,
  });
  service.clock.at = new Date('2014-06-27T02:00:00Z');
  const certify = (index: number) =>
    give('issueCertificate', {
      registrationId: encodeId('reg', rows[index]!.id),
      expectedVersion: 2,
    });
  await certify(0);
  const wrong = await certify(2);
  const reason = 'ISSUED_IN_ERROR';
  await give('revokeCertificate', {
    id: wrong,
    expectedVersion: 1,
    reason,
  });
}

beforeAll(async () => {
  service = await startTestService(training);
  for (const regionCode of villages)
    organizations.push(await anOrganization(service, { regionCode }));
  await anOrganization(service, { regionCode: '32.79', level: 'REGENCY' });
  await anOrganization(service, { regionCode: '32.79.04.2006', kind: 'LKS' });
  await anOrganization(service, { regionCode: '32.79.04.2005', status: 'DISSOLVED' });
  await aTrainingOf2014();
});
afterAll(() => service?.stop());

const entities = (representations: object[], fields: string) =>
  service.ask<{ _entities: { training: object }[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ${fields} } }`,
    { of: representations },
    aCaller({}),
  );

const reach = async (codes: string[], year: number | null) => {
  const of = codes.map((code) => ({ __typename: 'Region', code }));
  const argument = year === null ? '' : `(year: ${year})`;
  const fields = `... on Region { training${argument} { unitsReached unitsTotal certificatesIssued } }`;
  const answer = await entities(of, fields);
  return {
    reached: answer.data._entities.map((one) => one.training),
    statements: answer.statements,
  };
};

describe('Region.training', () => {
  const all = { unitsReached: 2, unitsTotal: 4, certificatesIssued: 1 };

  test('counts village boards that were reached, and certificates that count', async () => {
    expect((await reach(['32.79'], 2014)).reached).toEqual([all]);
    expect((await reach(['32.79'], null)).reached).toEqual([all]);
    expect((await reach(['32.79'], 2015)).reached).toEqual([
      { unitsReached: 0, unitsTotal: 4, certificatesIssued: 0 },
    ]);
  });

  test('asks for a topic, and tells persons of reports from units of lists', async () => {
    const days = { startsOn: '2020-10-28', endsOn: '2020-10-28', status: 'COMPLETED' as const };
    const stated = { statedValue: 3, statedQualifier: 'EXACT' as const, seats: null };
    await aTrainingEvent(service, { ...days, ...stated, regionCode: '32.79', topic: 'DIGITAL' });
    const asked = async (argument: string) => {
      const of = [{ __typename: 'Region', code: '32.79' }];
      const fields = `... on Region { training(${argument}) { unitsReached participantsStated unitsReachedAtMost countedIn } }`;
      return (await entities(of, fields)).data._entities[0]!.training;
    };

    const none = { unitsReached: 0, participantsStated: 0, unitsReachedAtMost: 0, countedIn: [] };
    expect(await asked('year: 2014, topic: NETWORKING')).toEqual({
      unitsReached: 2,
      participantsStated: 0,
      unitsReachedAtMost: 2,
      countedIn: ['UNITS'],
    });
    expect(await asked('year: 2014, topic: DIGITAL')).toEqual(none);
    expect(await asked('year: 2020')).toEqual({
      unitsReached: 0,
      participantsStated: 3,
      unitsReachedAtMost: 3,
      countedIn: ['PERSONS'],
    });
  });

  test('answers many regions in as many statements as one', async () => {
    const one = await reach(['32'], 2014);
    const many = await reach(['32.79.01', '32.79.04', '32.7', '33'], 2014);

    expect(many.reached).toEqual([
      { unitsReached: 1, unitsTotal: 1, certificatesIssued: 1 },
      { unitsReached: 0, unitsTotal: 2, certificatesIssued: 0 },
      { unitsReached: 0, unitsTotal: 0, certificatesIssued: 0 },
      { unitsReached: 0, unitsTotal: 0, certificatesIssued: 0 },
    ]);
    expect(many.statements).toBe(one.statements);
  });
});

describe('Organization.training', () => {
  test('counts the events and certificates of each, all in one statement', async () => {
    const of = organizations.map((id) => ({ __typename: 'Organization', id: encodeId('org', id) }));
    const fields = '... on Organization { training { certificates trainingEvents } }';

    const { data, statements } = await entities(of, fields);
    const single = await entities(of.slice(0, 1), fields);

    expect(data._entities.map((one) => one.training)).toEqual([
      { certificates: 1, trainingEvents: 1 },
      { certificates: 0, trainingEvents: 1 },
      { certificates: 0, trainingEvents: 0 },
      { certificates: 0, trainingEvents: 0 },
    ]);
    expect(statements).toBe(single.statements);
  });
});
