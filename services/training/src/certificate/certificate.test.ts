import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aRegistration } from '../registration/registration.fixture.js';
import type { Registration } from '../registration/registration.entity.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const head = anOrganizer('32', 'DINSOS_PROVINCE_HEAD');

interface Answered {
  answer: {
    __typename: string;
    id: string;
    status: string;
    number: string;
    verificationCode: string;
    ground?: string;
  };
}

const shown = `__typename
  ... on Certificate { id version status number verificationCode issuedOn hours holderInitials }
  ... on CertificateRefusedProblem { ground currentStatus }`;

const issue = ({ id, version }: Registration, caller = head, idempotencyKey = randomUUID()) =>
  service.ask<Answered>(
    `mutation ($input: IssueCertificateInput!) { answer: issueCertificate(input: $input) { ${shown} } }`,
    { input: { registrationId: encodeId('reg', id), expectedVersion: version, idempotencyKey } },
    caller,
  );

const revoke = (id: string, expectedVersion = 1, caller = head) =>
  service.ask<Answered>(
    `mutation ($input: RevokeCertificateInput!) { answer: revokeCertificate(input: $input) { ${shown} } }`,
    { input: { id, expectedVersion, reason: 'NOT_ATTENDED', idempotencyKey: randomUUID() } },
    caller,
  );

const check = async (code: string) => {
  const { data } = await service.ask<{ certificateCheck: object }>(
    `query ($code: String!) { certificateCheck(code: $code) {
      status holderInitials organization { id } trainingEvent { title startsOn } issuedOn hours } }`,
    { code },
  );
  return data.certificateCheck;
};

const completed = (fields: Partial<Registration> = {}) =>
  aRegistration(service, { status: 'COMPLETED', ...fields });

const nothing = {
  status: 'UNKNOWN',
  holderInitials: null,
  organization: null,
  trainingEvent: null,
  issuedOn: null,
  hours: null,
};

describe('Mutation.issueCertificate', () => {
  test('certifies who completed: answer, rows, event, once per key', async () => {
    const registration = await completed();
    const key = randomUUID();

    const { data, errors } = await issue(registration, head, key);
    const again = await issue(registration, head, key);

    expect(errors).toEqual([]);
    expect(data.answer).toMatchObject({
      __typename: 'Certificate',
      status: 'VALID',
      issuedOn: '2026-11-20',
      hours: 8,
      holderInitials: 'R. L.',
    });
    expect(data.answer.number).toMatch(/^SRT\/32\/2026\/\d{6}$/);
    expect(again.data).toEqual(data);
    const [row] = await service.rows('select status from registration where id = $1', [
      registration.id,
    ]);
    expect(row).toEqual({ status: 'CERTIFIED' });
    const said = (await service.published()).filter(({ key: of }) => of === data.answer.id);
    expect(said).toMatchObject([
      {
        type: 'training.certificate.issued.v1',
        data: { topic: 'NETWORKING', issuedOn: '2026-11-20' },
      },
    ]);
  });

  test('is for the head, not for staff, another region or the organization itself', async () => {
    const registration = await completed();
    const officer = aCaller({ role: 'KT_OFFICER', organizationId: registration.organizationId });

    const staff = await issue(registration, anOrganizer());
    const elsewhere = await issue(registration, anOrganizer('33', 'DINSOS_PROVINCE_HEAD'));
    const own = await issue(registration, officer);

    expect(staff.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(elsewhere.data.answer.__typename).toBe('NotFoundProblem');
    expect(own.data.answer.__typename).toBe('NotAllowedProblem');
  });

  test('is for the board of an event that it held itself', async () => {
    const organizerOrganizationId = randomUUID();
    const event = await aTrainingEvent(service, { organizerOrganizationId });
    const registration = await completed({ trainingEventId: event.id });
    const board = aCaller({ role: 'KT_OFFICER', organizationId: organizerOrganizationId });

    expect((await issue(registration, board)).data.answer.status).toBe('VALID');
  });

  test('refuses who did not complete, and a second one', async () => {
    const absent = await completed({ status: 'NO_SHOW' });
    const registration = await completed();
    await issue(registration);

    const second = await issue(Object.assign(registration, { version: 2 }));

    expect((await issue(absent)).data.answer).toMatchObject({
      ground: 'wrong-state',
      currentStatus: 'NO_SHOW',
    });
    expect(second.data.answer).toMatchObject({ ground: 'wrong-state', currentStatus: 'CERTIFIED' });
  });
});

describe('Mutation.issueCertificates', () => {
  const issueAll = (trainingEventId: string, caller = head) =>
    service.ask<{ answer: { __typename: string; ground?: string } }>(
      `mutation ($input: IssueCertificatesInput!) { answer: issueCertificates(input: $input) {
        __typename ... on CertificateRefusedProblem { ground } } }`,
      {
        input: {
          trainingEventId: encodeId('trn', trainingEventId),
          expectedVersion: 1,
          idempotencyKey: randomUUID(),
        },
      },
      caller,
    );

  test('certifies all who completed the event, and nobody else', async () => {
    const { id: trainingEventId } = await aTrainingEvent(service, { status: 'COMPLETED' });
    for (let made = 0; made < 3; made += 1) await completed({ trainingEventId });
    await completed({ trainingEventId, status: 'NO_SHOW' });

    const elsewhere = anOrganizer('33', 'DINSOS_PROVINCE_HEAD');
    const foreign = await issueAll(trainingEventId, elsewhere);
    const { data } = await issueAll(trainingEventId);
    const again = await issueAll(trainingEventId);

    expect(foreign.data.answer.__typename).toBe('NotAllowedProblem');
    expect(data.answer.__typename).toBe('TrainingEvent');
    expect(again.data.answer.ground).toBe('nobody-to-certify');
    const rows = await service.rows<{ verification_code: string }>(
      'select distinct verification_code from certificate where training_event_id = $1',
      [trainingEventId],
    );
    expect(rows).toHaveLength(3);
  });
});

describe('Query.certificateCheck', () => {
  test('tells anybody that it is valid, by initials only, however it is typed', async () => {
    const registration = await completed({ name: 'Asep Saepudin' } as object);
    const { verificationCode } = (await issue(registration)).data.answer;

    const answer = await check(verificationCode);

    expect(answer).toEqual({
      status: 'VALID',
      holderInitials: 'A. S.',
      organization: { id: encodeId('org', registration.organizationId) },
      trainingEvent: { title: 'Bimtek Jejaring Kerja', startsOn: '2026-11-20' },
      issuedOn: '2026-11-20',
      hours: 8,
    });
    expect(await check(verificationCode.toLowerCase().replaceAll('-', ''))).toEqual(answer);
  });

  test('answers alike to what was never issued and to what is no code', async () => {
    for (const code of ['0000-0000-0000', '0000-0000-0001', 'hello', ''])
      expect(await check(code)).toEqual(nothing);
  });

  test('says that it was revoked', async () => {
    const issued = (await issue(await completed())).data.answer;

    const staff = await revoke(issued.id, 1, anOrganizer('33', 'DINSOS_PROVINCE_HEAD'));
    const { data } = await revoke(issued.id);
    const twice = await revoke(issued.id, 2);

    expect(staff.data.answer.__typename).toBe('NotFoundProblem');
    expect(data.answer.status).toBe('REVOKED');
    expect(twice.data.answer.ground).toBe('already-revoked');
    expect(await check(issued.verificationCode)).toMatchObject({ status: 'REVOKED' });
    const said = (await service.published()).filter(({ key }) => key === issued.id);
    expect(said.map(({ type }) => type)).toEqual([
      'training.certificate.issued.v1',
      'training.certificate.revoked.v1',
    ]);
  });
});
