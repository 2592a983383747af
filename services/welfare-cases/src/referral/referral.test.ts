import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import {
  organizationRegistered,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import { aCase } from '../case/case.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { welfareCases } from '../service.js';
import { aConsent, aReferral } from './referral.fixture.js';
import type { Referral } from './referral.entity.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

const officerOf = (organizationId: string) =>
  aCaller({ role: 'KT_OFFICER', region: '32.79.04.2006', organizationId });
const dinsos = (region: string) => aCaller({ role: 'DINSOS_REGENCY_STAFF', region });

const acceptReferral = `mutation Accept($input: ReferralStepInput!) {
  acceptReferral(input: $input) {
    __typename
    ... on Referral { id status version case { id } }
    ... on Problem { message { en id } }
    ... on ReferralRefusedProblem { ground currentStatus }
    ... on ConflictProblem { currentVersion }
  }
}`;

const stepInput = (referral: Referral, expectedVersion = 1, idempotencyKey = randomUUID()) => ({
  input: { id: encodeId('ref', referral.id), expectedVersion, idempotencyKey },
});

interface Accepted {
  acceptReferral: {
    __typename: string;
    status?: string;
    ground?: string;
    currentVersion?: number;
    version?: number;
  };
}

const accept = (
  referral: Referral,
  variables = stepInput(referral),
  caller = officerOf(referral.toOrganizationId),
) => service.ask<Accepted>(acceptReferral, variables, caller);

describe('Mutation.acceptReferral', () => {
  test('takes the referral on, stores it, says so and leaves its audit', async () => {
    const referral = await aReferral(service);

    const { data, errors } = await accept(referral);

    expect(errors).toEqual([]);
    expect(data.acceptReferral).toMatchObject({
      __typename: 'Referral',
      status: 'ACCEPTED',
      version: 2,
    });
    const [row] = await service.rows('select status, version from referral where id = $1', [
      referral.id,
    ]);
    expect(row).toEqual({ status: 'ACCEPTED', version: 2 });
    const events = await service.published();
    expect(events.filter(({ key }) => key === encodeId('case', referral.caseId))).toMatchObject([
      {
        type: 'welfare-cases.referral.accepted.v1',
        data: { referralId: encodeId('ref', referral.id) },
      },
    ]);
    const audit = await service.rows(
      'select operation, decision, role from audit_entry where $1 = any (subjects)',
      [encodeId('ref', referral.id)],
    );
    expect(audit).toEqual([
      { operation: 'acceptReferral', decision: 'ALLOWED', role: 'KT_OFFICER' },
    ]);
  });

  test('moves the case to the receiver of a transfer', async () => {
    const referral = await aReferral(service, { kind: 'TRANSFER' });

    await accept(referral);

    const [row] = await service.rows(
      'select assigned_organization_id as assigned from welfare_case where id = $1',
      [referral.caseId],
    );
    expect(row).toEqual({ assigned: referral.toOrganizationId });
  });

  test('gives the first answer again for the same key, though the referral went on', async () => {
    const referral = await aReferral(service);
    const variables = stepInput(referral);
    const first = await accept(referral, variables);
    const seen = { ...stepInput(referral, 2) };
    await service.ask(
      'mutation Start($input: ReferralStepInput!) { startReferral(input: $input) { __typename } }',
      seen,
      officerOf(referral.toOrganizationId),
    );

    const again = await accept(referral, variables);

    expect(again.data).toEqual(first.data);
    const events = await service.published();
    const accepted = events.filter(
      ({ type, key }) => type.includes('accepted') && key === encodeId('case', referral.caseId),
    );
    expect(accepted).toHaveLength(1);
  });

  test('refuses the same key with other input', async () => {
    const [one, other] = [await aReferral(service), await aReferral(service)];
    const caller = officerOf(one.toOrganizationId);
    const key = randomUUID();
    await accept(one, stepInput(one, 1, key), caller);

    const { data } = await accept(one, stepInput(other, 1, key), caller);

    expect(data.acceptReferral.__typename).toBe('IdempotencyKeyReusedProblem');
  });

  test('does it once when the same request comes many times at once', async () => {
    const referral = await aReferral(service);
    const variables = stepInput(referral);

    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(referral, variables)));

    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const [row] = await service.rows('select version from referral where id = $1', [referral.id]);
    expect(row).toEqual({ version: 2 });
  });

  test('answers a stale version with the current one and frees the key', async () => {
    const referral = await aReferral(service);
    const variables = stepInput(referral, 7);

    const { data } = await accept(referral, variables);

    expect(data.acceptReferral).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 1 });
    const key = variables.input.idempotencyKey;
    expect(await service.rows('select 1 from idempotency_key where key = $1', [key])).toEqual([]);
    const audit = await service.rows(
      "select reason from audit_entry where decision = 'REFUSED' and $1 = any (subjects)",
      [variables.input.id],
    );
    expect(audit).toEqual([{ reason: 'conflict' }]);
  });

  test('refuses after the answer-by date', async () => {
    const referral = await aReferral(service, { answerBy: new Date('2026-11-01T00:00:00Z') });

    const { data } = await accept(referral);

    expect(data.acceptReferral).toMatchObject({
      __typename: 'ReferralRefusedProblem',
      ground: 'too-late',
    });
  });

  test('refuses an organization that was suspended meanwhile', async () => {
    const toOrganizationId = await anOrganization(service);
    const speaksOf = {
      organizationId: encodeId('org', toOrganizationId),
      regionCode: '32.79.04.2006',
    };
    await service.deliver(organizationRegistered, {
      ...speaksOf,
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
    });
    await service.deliver(organizationSuspended, speaksOf);
    const referral = await aReferral(service, { toOrganizationId });

    const { data } = await accept(referral);

    expect(data.acceptReferral).toMatchObject({ ground: 'receiver-not-active' });
  });

  test('is not there for an organization that was not asked', async () => {
    const referral = await aReferral(service);

    const { data } = await accept(
      referral,
      stepInput(referral),
      officerOf(await anOrganization(service)),
    );

    expect(data.acceptReferral.__typename).toBe('NotFoundProblem');
  });

  test('is not allowed for the office that supervises and sees it', async () => {
    const referral = await aReferral(service);

    const { data } = await accept(referral, stepInput(referral), dinsos('32.79'));

    expect(data.acceptReferral.__typename).toBe('NotAllowedProblem');
  });
});

describe('Mutation.sendReferral', () => {
  const send = (referral: Referral) =>
    service.ask<{ sendReferral: { __typename: string; ground?: string; answerBy?: string } }>(
      `mutation Send($input: SendReferralInput!) { sendReferral(input: $input) {
        __typename ... on Referral { answerBy } ... on ReferralRefusedProblem { ground } } }`,
      stepInput(referral),
      officerOf(referral.fromOrganizationId!),
    );

  test('opens the case to its receiver and to nobody else', async () => {
    const referral = await aReferral(service, { status: 'DRAFT' });
    const ask = (caller: ReturnType<typeof officerOf>) =>
      service.ask<{ case: object | null }>(
        'query ($id: ID!) { case(id: $id) { id } }',
        { id: encodeId('case', referral.caseId) },
        caller,
      );
    const before = await ask(officerOf(referral.toOrganizationId));

    await send(referral);

    expect(before.data.case).toBeNull();
    expect((await ask(officerOf(referral.toOrganizationId))).data.case).not.toBeNull();
    expect((await ask(officerOf(await anOrganization(service)))).data.case).toBeNull();
  });

  test('gives five working days to answer', async () => {
    service.clock.at = new Date('2026-11-20T02:00:00Z');
    const { data } = await send(await aReferral(service, { status: 'DRAFT' }));

    expect(data.sendReferral.answerBy).toBe('2026-11-27T02:00:00.000Z');
  });

  test.each([
    ['consent-missing', async () => ({ consentId: null })],
    [
      'receiver-not-active',
      async () => ({ toOrganizationId: await anOrganization(service, { status: 'DORMANT' }) }),
    ],
    [
      'not-capable',
      async () => ({
        toOrganizationId: await anOrganization(service, { categories: ['PENGEMIS'] }),
      }),
    ],
    [
      'not-capable',
      async () => ({ toOrganizationId: await anOrganization(service, { regions: ['33.16'] }) }),
    ],
    [
      'no-capacity',
      async () => ({ toOrganizationId: await anOrganization(service, { monthlyCapacity: 0 }) }),
    ],
  ])('refuses: %s', async (ground, facts) => {
    const referral = await aReferral(service, { status: 'DRAFT', ...(await facts()) });

    const { data } = await send(referral);

    expect(data.sendReferral).toEqual({ __typename: 'ReferralRefusedProblem', ground });
  });

  test('refuses a consent that names other organizations, or was withdrawn', async () => {
    const from = await anOrganization(service);
    const { id: caseId } = await aCase(service, { assignedOrganizationId: from });
    const base = { caseId, regionCode: '32.79.04.2006', recordedByOrganizationId: from };
    const others = await aConsent(service, { ...base, sharedWith: [randomUUID()] });
    const withdrawn = await aConsent(service, { ...base, withdrawnAt: new Date('2026-01-01') });

    for (const consentId of [others, withdrawn]) {
      const referral = await aReferral(service, {
        status: 'DRAFT',
        caseId,
        consentId,
        fromOrganizationId: from,
      });
      expect((await send(referral)).data.sendReferral.ground).toBe('consent-missing');
    }
  });

  test('refuses a second transfer while one is open, though its sender may not see the first', async () => {
    const from = await anOrganization(service);
    const { id: caseId } = await aCase(service, { assignedOrganizationId: from });
    await aReferral(service, { caseId, kind: 'TRANSFER' });
    const second = await aReferral(service, {
      caseId,
      kind: 'TRANSFER',
      status: 'DRAFT',
      fromOrganizationId: from,
    });

    expect((await send(second)).data.sendReferral.ground).toBe('transfer-open');
  });
});

describe('Mutation.withdrawConsent', () => {
  test('cancels the open referrals that rest on it and closes the case to their receivers', async () => {
    const referral = await aReferral(service);
    const id = encodeId('con', referral.consentId!);
    const input = { id, expectedVersion: 1, idempotencyKey: randomUUID() };

    await service.ask(
      'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename } }',
      { input },
      officerOf(referral.fromOrganizationId!),
    );

    const [row] = await service.rows('select status from referral where id = $1', [referral.id]);
    expect(row).toEqual({ status: 'CANCELLED' });
    const inbox = await service.ask<{ referrals: { nodes: { case: object | null }[] } }>(
      '{ referrals { nodes { case { id } } } }',
      {},
      officerOf(referral.toOrganizationId),
    );
    expect(inbox.data.referrals.nodes).toEqual([{ case: null }]);
  });
});

describe('Query.referrals', () => {
  test('shows what was sent to the organization, newest first, in a constant number of statements', async () => {
    const toOrganizationId = await anOrganization(service);
    const inbox = async (count: number) => {
      for (let made = 0; made < count; made += 1) await aReferral(service, { toOrganizationId });
      await aReferral(service, { toOrganizationId, status: 'DRAFT' });
      return service.ask<{
        referrals: { totalCount: number; nodes: { case: { region: object } }[] };
      }>(
        '{ referrals(first: 50) { totalCount nodes { id status answerBy viewerCan case { id category region { code } } } } }',
        {},
        officerOf(toOrganizationId),
      );
    };

    const few = await inbox(2);
    const many = await inbox(10);

    expect(few.data.referrals.totalCount).toBe(2);
    expect(many.data.referrals.nodes).toHaveLength(12);
    expect(many.statements).toBe(few.statements);
  });

  test('answers nobody without a role for it', async () => {
    const { errors } = await service.ask('{ referrals { totalCount } }');

    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
