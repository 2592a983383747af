import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCompetition, aRule } from '../competition/competition.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { awards } from '../service.js';
import { Nomination } from './nomination.entity.js';
import { aNomination, dinsos, nominate, officerOf } from './nomination.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const kalsel = (fields = {}) =>
  aCompetition(service, {
    tier: 'PROVINCE',
    regionCode: '63',
    organizerRegionCode: '63',
    quotaPerSubRegion: 1,
    year: 2024,
    ...fields,
  });

describe('Mutation.nominateOrganization', () => {
  test('stores the nomination, judges it, counts it, says so and names no organization', async () => {
    const competition = await aCompetition(service, {
      eligibility: [aRule('ACTIVE_REGISTRATION')],
    });
    const organizationId = await anOrganization(service);

    const answer = await nominate(service, competition, organizationId);

    expect(answer).toMatchObject({
      __typename: 'Nomination',
      status: 'ELIGIBLE',
      version: 1,
      region: { code: '32.79.04' },
      eligibility: [
        { rule: 'ADMISSIBLE', outcome: 'PASS' },
        { rule: 'ACTIVE_REGISTRATION', outcome: 'PASS', facts: [{ name: 'active', number: 1 }] },
      ],
    });
    const rows = await service.rows(
      'select status, submitted_on::text, sub_region_code from nomination where competition_id = $1',
      [competition.id],
    );
    expect(rows).toEqual([
      { status: 'ELIGIBLE', submitted_on: '2026-11-20', sub_region_code: '32.79.04' },
    ]);
    const said = (await service.published()).filter(({ key }) => key === answer.id);
    expect(said.map(({ type }) => type)).toEqual([
      'awards.nomination.submitted.v1',
      'awards.nomination.found-eligible.v1',
    ]);
    expect(JSON.stringify(said)).not.toContain(encodeId('org', organizationId));
    const counted = await service.rows(
      'select region_code, nominations from nomination_count where competition_id = $1',
      [competition.id],
    );
    expect(counted).toEqual([{ region_code: '32.79.04.2006', nominations: 1 }]);
  });

  test('takes one of each regency of Kalimantan Selatan, and no second of 63.03', async () => {
    const competition = await kalsel();
    const regencies = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 71, 72].map(
      (number) => `63.${String(number).padStart(2, '0')}`,
    );
    for (const regency of regencies) {
      const organizationId = await anOrganization(service, { regionCode: `${regency}.01.2001` });
      const answer = await nominate(service, competition, organizationId, {
        caller: dinsos(regency),
      });
      expect(answer.__typename).toBe('Nomination');
    }

    const second = await anOrganization(service, { regionCode: '63.03.02.2004' });
    const answer = await nominate(service, competition, second, { caller: dinsos('63.03') });

    expect(answer).toMatchObject({
      __typename: 'NominationRefusedProblem',
      ground: 'quota-reached',
    });
    const [counted] = await service.rows(
      'select sum(nominations)::integer as sum from nomination_count where competition_id = $1',
      [competition.id],
    );
    expect(counted).toEqual({ sum: 13 });
  });

  test('gives one place to one of many who ask for it at once', async () => {
    const competition = await kalsel();
    const nominees = await Promise.all(
      Array.from({ length: 6 }, () => anOrganization(service, { regionCode: '63.03.02.2004' })),
    );

    const answers = await Promise.all(
      nominees.map((id) => nominate(service, competition, id, { caller: dinsos('63.03') })),
    );

    expect(answers.filter(({ __typename }) => __typename === 'Nomination')).toHaveLength(1);
    const refused = answers.filter(({ ground }) => ground === 'quota-reached');
    expect(refused).toHaveLength(5);
  });

  test('frees the place of one that is withdrawn', async () => {
    const competition = await kalsel();
    const caller = dinsos('63.03');
    const [one, other] = [
      await anOrganization(service, { regionCode: '63.03.02.2004' }),
      await anOrganization(service, { regionCode: '63.03.02.2005' }),
    ];
    const first = await nominate(service, competition, one, { caller });
    const input = { id: first.id, expectedVersion: 1, idempotencyKey: randomUUID() };

    await service.ask(
      'mutation ($input: WithdrawNominationInput!) { withdrawNomination(input: $input) { __typename } }',
      { input },
      caller,
    );

    const answer = await nominate(service, competition, other, { caller });
    expect(answer.__typename).toBe('Nomination');
    const counted = await service.rows(
      'select region_code, nominations from nomination_count where competition_id = $1 order by 1',
      [competition.id],
    );
    expect(counted).toEqual([
      { region_code: '63.03.02.2004', nominations: 0 },
      { region_code: '63.03.02.2005', nominations: 1 },
    ]);
  });

  test('asks for a review of an organization that the register has not told of', async () => {
    const competition = await aCompetition(service);
    const answer = await nominate(service, competition, randomUUID(), {
      regionCode: '32.79.04.2001',
    });

    expect(answer).toMatchObject({ status: 'NEEDS_REVIEW', eligibility: [{ outcome: 'UNKNOWN' }] });
    expect(await nominate(service, competition, randomUUID())).toMatchObject({
      __typename: 'InvalidInputProblem',
      field: 'regionCode',
    });
  });

  test.each([
    ['nominations-not-open', { status: 'PUBLISHED' as const }, {}],
    ['nominations-not-open', { status: 'NOMINATION_CLOSED' as const }, {}],
    ['wrong-kind', {}, { kind: 'LKS' }],
    ['outside-region', { regionCode: '32.78', organizerRegionCode: '32.78' }, {}],
  ])('refuses: %s', async (ground, competitionFields, organizationFields) => {
    const competition = await aCompetition(service, competitionFields);
    const organizationId = await anOrganization(service, organizationFields);

    const answer = await nominate(service, competition, organizationId);

    expect(answer).toMatchObject({ __typename: 'NominationRefusedProblem', ground });
  });

  test('refuses a second nomination of the same organization', async () => {
    const competition = await aCompetition(service);
    const organizationId = await anOrganization(service);
    await nominate(service, competition, organizationId);

    const answer = await nominate(service, competition, organizationId, {
      caller: officerOf(organizationId),
    });

    expect(answer.ground).toBe('already-nominated');
  });

  test('answers the same key again, and refuses it with other input', async () => {
    const competition = await aCompetition(service);
    const [one, other] = [await anOrganization(service), await anOrganization(service)];
    const idempotencyKey = randomUUID();

    const first = await nominate(service, competition, one, { idempotencyKey });
    const again = await nominate(service, competition, one, { idempotencyKey });
    const reused = await nominate(service, competition, other, { idempotencyKey });

    expect(again).toEqual(first);
    expect(reused.__typename).toBe('IdempotencyKeyReusedProblem');
  });

  test('is not allowed to offices of other regions and to other organizations', async () => {
    const competition = await aCompetition(service);
    const organizationId = await anOrganization(service);
    const strangers = [dinsos('32.78'), dinsos('33'), officerOf(await anOrganization(service))];

    for (const caller of strangers) {
      const answer = await nominate(service, competition, organizationId, { caller });
      expect(answer.__typename).toBe('NotAllowedProblem');
    }
  });

  test('is not for a role without it, nor for a draft that nobody else sees', async () => {
    const organizationId = await anOrganization(service, { regionCode: '32.79.04.2006' });
    const draft = await aCompetition(service, {
      status: 'DRAFT',
      regionCode: '32',
      tier: 'PROVINCE',
      organizerRegionCode: '32',
    });
    const juror = { ...dinsos('32.79'), role: 'JUROR' as const };

    expect((await nominate(service, draft, organizationId)).__typename).toBe('NotFoundProblem');
    await expect(nominate(service, draft, organizationId, { caller: juror })).rejects.toMatchObject(
      { extensions: { code: 'FORBIDDEN' } },
    );
  });
});

describe('Mutation.reviewNomination', () => {
  const review = (nomination: Nomination, caller = dinsos('32.79'), expectedVersion = 1) =>
    service.ask<{ reviewNomination: { __typename: string; status?: string; ground?: string } }>(
      `mutation ($input: ReviewNominationInput!) { reviewNomination(input: $input) {
        __typename ... on Nomination { status } ... on NominationRefusedProblem { ground } } }`,
      {
        input: {
          id: encodeId('nom', nomination.id),
          eligible: true,
          expectedVersion,
          idempotencyKey: randomUUID(),
        },
      },
      caller,
    );

  test('is done by the organizer, not by the hand that nominated', async () => {
    const competition = await aCompetition(service);
    const nominatedBy = dinsos('32.79', { id: 'first-hand' });
    const nomination = await aNomination(service, competition, {
      status: 'NEEDS_REVIEW',
      nominatedBy: nominatedBy.id,
    });

    expect((await review(nomination, nominatedBy)).data.reviewNomination.ground).toBe('same-hand');
    expect((await review(nomination)).data.reviewNomination.status).toBe('ELIGIBLE');
    const [row] = await service.rows('select reviewed_by from nomination where id = $1', [
      nomination.id,
    ]);
    expect(row).toEqual({ reviewed_by: dinsos('32.79').id });
  });

  test('answers a stale version with a conflict', async () => {
    const nomination = await aNomination(service, await aCompetition(service), {
      status: 'NEEDS_REVIEW',
    });

    const { data } = await review(nomination, dinsos('32.79'), 4);

    expect(data.reviewNomination.__typename).toBe('ConflictProblem');
  });
});

describe('Query.nomination', () => {
  test('is seen by organizer, nominee and its offices before the announcement, by others after it', async () => {
    const competition = await kalsel();
    const regionCode = '63.03.02.2004';
    const nomination = await aNomination(service, competition, { regionCode });
    const ask = async (caller?: ReturnType<typeof dinsos>) => {
      const { data } = await service.ask<{ nomination: { eligibility: object[] | null } | null }>(
        'query ($id: ID!) { nomination(id: $id) { id rank eligibility { rule } } }',
        { id: encodeId('nom', nomination.id) },
        caller,
      );
      return data.nomination;
    };
    const insiders = [dinsos('63'), dinsos('63.03'), officerOf(nomination.organizationId)];
    const others = [undefined, dinsos('63.04'), dinsos('32'), officerOf(randomUUID())];

    for (const caller of insiders) expect(await ask(caller)).not.toBeNull();
    for (const caller of others) expect(await ask(caller)).toBeNull();
    await service.asSystem((work) => work.update(Nomination, nomination, { status: 'UNPLACED' }));
    for (const caller of others) expect(await ask(caller)).toMatchObject({ eligibility: null });
  });
});
