import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { ServiceCapability } from '../capability/capability.entity.js';
import { aCase } from '../case/case.fixture.js';
import type { WelfareCase } from '../case/case.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { welfareCases } from '../service.js';
import type { Referral } from './referral.entity.js';
import { aConsent, aReferral } from './referral.fixture.js';

let service: TestService;
let sender: string;

beforeAll(async () => {
  service = await startTestService(welfareCases);
  sender = await anOrganization(service);
});
afterAll(() => service?.stop());

const problem = 'message { en } ... on ReferralRefusedProblem { ground currentStatus }';
const officer = (organizationId = sender) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });

interface Answered {
  answer: { __typename: string; id?: string; ground?: string; currentStatus?: string | null };
}

const send = (draft: Referral) =>
  service.ask<Answered>(
    `mutation Send($input: SendReferralInput!) { answer: sendReferral(input: $input) {
      __typename ... on Referral { id } ... on Problem { ${problem} } } }`,
    {
      input: { id: encodeId('ref', draft.id), expectedVersion: 1, idempotencyKey: randomUUID() },
    },
    officer(draft.fromOrganizationId!),
  );

const draft = (of: WelfareCase, to: string, consentId: string | null) =>
  service.ask<Answered>(
    `mutation Draft($input: DraftReferralInput!) { answer: draftReferral(input: $input) {
      __typename ... on Referral { id } ... on Problem { ${problem} } } }`,
    {
      input: {
        caseId: encodeId('case', of.id),
        to: encodeId('org', to),
        kind: 'SERVICE',
        consentId: consentId && encodeId('con', consentId),
        idempotencyKey: randomUUID(),
      },
    },
    officer(),
  );

const ownCase = (fields: Partial<WelfareCase> = {}) =>
  aCase(service, { assignedOrganizationId: sender, ...fields });

async function aReceiver(monthlyCapacity = 50): Promise<string> {
  const id = await anOrganization(service);
  const declared = { categories: ['LANJUT_USIA_TELANTAR'], regions: ['32.79'], monthlyCapacity };
  const row = { id, version: 1, ...declared };
  await service.asSystem((work) => work.put(ServiceCapability, row, ['id']));
  return id;
}

const aDraft = (of: WelfareCase, toOrganizationId: string, fields: Partial<Referral> = {}) =>
  aReferral(service, {
    caseId: of.id,
    fromOrganizationId: sender,
    toOrganizationId,
    status: 'DRAFT',
    ...fields,
  });

const groundsOf = (answers: { data: Answered }[]) =>
  answers.map(({ data: { answer } }) => answer.ground ?? answer.__typename).sort();

describe('the consent of a referral', () => {
  test('is one of the same case: what another person agreed to opens nothing', async () => {
    const [mine, another] = [await ownCase(), await ownCase()];
    const { regionCode } = another;
    const of = { caseId: another.id, regionCode, recordedByOrganizationId: sender };
    const consentId = await aConsent(service, of);
    const receiver = await aReceiver();

    const drafted = await draft(mine, receiver, consentId);
    const sent = await send(await aDraft(mine, receiver, { consentId }));

    expect(drafted.data.answer.__typename).toBe('NotFoundProblem');
    expect(sent.data.answer).toMatchObject({ ground: 'consent-missing' });
  });

  test('that does not exist is not found', async () => {
    const { data, errors } = await draft(await ownCase(), await aReceiver(), randomUUID());

    expect(errors).toEqual([]);
    expect(data.answer.__typename).toBe('NotFoundProblem');
  });
});

describe('a case that is not worked on', () => {
  test.each(['REPORTED', 'TERMINATING'] as const)(
    'is not referred while it is %s',
    async (status) => {
      const of = await ownCase({ status });

      const { data, errors } = await draft(of, await aReceiver(), null);

      expect(errors).toEqual([]);
      expect(data.answer).toMatchObject({ ground: 'case-not-open', currentStatus: null });
    },
  );

  test('is not sent with a draft from before its end', async () => {
    const closed = { status: 'CLOSED', outcome: 'RESOLVED', closedAt: new Date() } as const;
    const waiting = await aDraft(await ownCase(closed), await aReceiver(), { kind: 'TRANSFER' });

    const { data } = await send(waiting);

    expect(data.answer).toMatchObject({ ground: 'case-not-open' });
  });

  test('is not sent by who handed it on', async () => {
    const handedOn = { assignedOrganizationId: await anOrganization(service) };
    const of = await ownCase({ ...handedOn, reportedByOrganizationId: sender });

    const { data } = await send(await aDraft(of, await aReceiver()));

    expect(data.answer.__typename).toBe('NotAllowedProblem');
  });
});

describe('many at once', () => {
  test('one transfer of a case is sent, the others are told why not', async () => {
    const of = await ownCase();
    const drafts = [];
    for (let n = 0; n < 4; n += 1)
      drafts.push(await aDraft(of, await aReceiver(), { kind: 'TRANSFER' }));

    const answers = await Promise.all(drafts.map(send));

    const open = 'transfer-open';
    expect(groundsOf(answers)).toEqual(['Referral', open, open, open]);
  });

  test('a receiver is not filled beyond what it declared', async () => {
    const receiver = await aReceiver(2);
    const drafts = [];
    for (let n = 0; n < 5; n += 1) drafts.push(await aDraft(await ownCase(), receiver));

    const answers = await Promise.all(drafts.map(send));

    const full = 'no-capacity';
    expect(groundsOf(answers)).toEqual(['Referral', 'Referral', full, full, full]);
  });
});
