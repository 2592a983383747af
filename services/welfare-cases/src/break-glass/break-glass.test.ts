import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { WholeCase } from '../case/whole-case.fixture.js';
import { aWholeCase, lookAt, sectionsIn, tablesSeen } from '../case/whole-case.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { welfareCases } from '../service.js';
import { sayOverdueReviews } from './break-glass.service.js';

let service: TestService;
const start = new Date('2026-11-20T02:00:00Z');
const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
const officer = aCaller({ id: 'officer', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const reason = 'Banjir malam ini, keluarga terjebak.';

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());
beforeEach(() => {
  service.clock.at = start;
});

/** An officer of a village nearby, signed in with a second factor. */
const aNeighbour = async (fields: Partial<Caller> = {}): Promise<Caller> =>
  aCaller({
    id: randomUUID(),
    role: 'KT_OFFICER',
    region: '32.79.04.2006',
    organizationId: await anOrganization(service),
    assurance: 'MULTI_FACTOR',
    ...fields,
  });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  ground?: string;
  subject?: string;
  [field: string]: unknown;
}

async function command(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
      ... on BreakGlassGrant { id version emergency grantedAt expiresAt reviewBy verdict reason case { id } }
      ... on BreakGlassRefusedProblem { ground }
      ... on NotFoundProblem { subject }
      ... on Problem { message { en } } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const breakGlass = (id: string, caller: Caller, fields: object = {}) =>
  command('breakGlass', { id, emergency: 'DISASTER', reason, ...fields }, caller);

const idOf = ({ row }: WholeCase) => encodeId('case', row.id);

const review = (grant: Outcome, verdict: string, caller = officer, expectedVersion = 1) =>
  command('reviewBreakGlass', { id: grant.id, expectedVersion, verdict }, caller);

const eventsOf = async (whole: WholeCase) =>
  (await service.published())
    .filter(({ key }) => key === idOf(whole))
    .map(({ type, data }) => ({ type, ...data }));

describe('Mutation.breakGlass', () => {
  test('opens one sealed case with all its parts for an hour, and nothing else', async () => {
    const [whole, other] = [
      await aWholeCase(service, { sealed: true }),
      await aWholeCase(service, { sealed: true }),
    ];
    const user = await aNeighbour();
    expect(await tablesSeen(service, whole.row, user)).toEqual([]);

    const grant = await breakGlass(idOf(whole), user);

    expect(grant).toMatchObject({
      emergency: 'DISASTER',
      expiresAt: hours(1).toISOString(),
      reviewBy: hours(72).toISOString(),
      verdict: null,
      reason,
      case: { id: idOf(whole) },
    });
    const seen = await lookAt(service, whole.row, user);
    expect(sectionsIn(seen)).toHaveLength(7);
    expect(seen).toMatchObject({ viewerCan: [] });
    expect(await tablesSeen(service, other.row, user)).toEqual([]);
    const colleague = { ...user, id: 'colleague' };
    expect(await tablesSeen(service, whole.row, colleague)).toEqual([]);

    service.clock.at = hours(1);
    expect(await tablesSeen(service, whole.row, user)).toEqual(['break_glass']);
    expect(await lookAt(service, whole.row, user)).toBeNull();
  });

  test('is told at once to who answers for the case, without a word of the reason', async () => {
    const whole = await aWholeCase(service, { sealed: true });
    const user = await aNeighbour();

    const opened = await breakGlass(idOf(whole), user);

    expect(await eventsOf(whole)).toEqual([
      {
        type: 'welfare-cases.break-glass.used.v1',
        grantId: opened.id,
        caseId: idOf(whole),
        regionCode: whole.row.regionCode,
        emergency: 'DISASTER',
        ownerOrganizationId: encodeId('org', whole.assigned),
        reviewBy: hours(72).toISOString(),
      },
    ]);
    const traces = await service.rows<{ trace: string }>(
      `select row_to_json(t)::text as trace from break_glass t union all
       select row_to_json(t)::text from outbox t union all select row_to_json(t)::text from audit_entry t
       union all select row_to_json(t)::text from idempotency_key t`,
    );
    expect(traces.filter(({ trace }) => trace.includes('Banjir'))).toEqual([]);
    const audited = await service.rows(
      `select kind, decision, reason, subjects from audit_entry where actor = $1 and purpose = 'BREAK_GLASS'`,
      [user.id],
    );
    const subjects = [idOf(whole), encodeId('ben', whole.row.beneficiaryId)];
    expect(audited).toEqual([{ kind: 'READ', decision: 'ALLOWED', reason: 'DISASTER', subjects }]);
  });

  test('finds a case by its number', async () => {
    const caseNumber = 'KS/32.79/2026/T0A1B2C3D';
    const whole = await aWholeCase(service, { sealed: true, caseNumber });

    expect(await breakGlass(caseNumber, await aNeighbour())).toMatchObject({
      case: { id: idOf(whole) },
    });
  });

  test.each(['KS/32.79/2026/1', 'ref_01jd2ah9p4e8x9y6c1v2b3n4m5', 'Ibu Contoh di RT 3'])(
    'takes %s for nothing, so that no words get into the trail',
    async (id) => {
      const user = await aNeighbour();
      const { errors } = await service.ask(
        'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { __typename } }',
        { input: { idempotencyKey: randomUUID(), id, emergency: 'DISASTER', reason } },
        user,
      );

      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      const trail = await service.rows('select from audit_entry where actor = $1', [user.id]);
      expect(trail).toEqual([]);
    },
  );

  test('answers for a case out of reach as for one that there is not, five times a day', async () => {
    const far = await aWholeCase(service, { regionCode: '33.16.05.1014' });
    const user = await aNeighbour();
    const unknown = 'KS/32.79/2026/999999';

    const missed = [await breakGlass(idOf(far), user), await breakGlass(unknown, user)];

    const withoutIds = missed.map(({ subject: _subject, ...answer }) => answer);
    expect(withoutIds[0]).toEqual(withoutIds[1]);
    expect(missed[1]).toMatchObject({ __typename: 'NotFoundProblem', subject: unknown });
    for (let tried = 2; tried < 5; tried += 1) await breakGlass(unknown, user);
    const near = await aWholeCase(service, { sealed: true });
    expect(await breakGlass(idOf(near), user)).toMatchObject({ ground: 'attempts-spent' });
    const refused = await service.rows(
      `select subjects, reason from audit_entry where actor = $1 and decision = 'REFUSED' order by id limit 2`,
      [user.id],
    );
    expect(refused).toEqual([
      { subjects: [idOf(far)], reason: 'not-found' },
      { subjects: [unknown], reason: 'not-found' },
    ]);
    service.clock.at = hours(25);
    expect((await breakGlass(idOf(near), user)).__typename).toBe('BreakGlassGrant');
  });

  test('is refused without a second factor, and where the case is open anyway', async () => {
    const whole = await aWholeCase(service);
    const { assurance: _none, ...weak } = await aNeighbour();
    const staff = await aNeighbour({
      role: 'DINSOS_REGENCY_STAFF',
      region: '32.79',
      organizationId: null,
    });

    expect(await breakGlass(idOf(whole), weak)).toMatchObject({ ground: 'stronger-sign-in' });
    expect(await breakGlass(idOf(whole), staff)).toMatchObject({ ground: 'not-needed' });
    expect(await tablesSeen(service, whole.row, weak)).toEqual([]);
  });

  test('repeated with its key answers the same and grants once', async () => {
    const whole = await aWholeCase(service);
    const user = await aNeighbour();
    const idempotencyKey = randomUUID();

    const first = await breakGlass(idOf(whole), user, { idempotencyKey });

    expect(await breakGlass(idOf(whole), user, { idempotencyKey })).toEqual(first);
    const grants = await service.rows('select from break_glass where actor = $1', [user.id]);
    expect(grants).toHaveLength(1);
    expect(await breakGlass(idOf(whole), user)).toMatchObject({ ground: 'not-needed' });
  });

  test.each([
    'AUDITOR',
    'KEMENSOS_STAFF',
    'VILLAGE_HEAD',
    'DATA_PROTECTION_OFFICER',
    'KT_MEMBER',
  ] as const)('is not for %s, who does not work with people in need', async (role) => {
    const whole = await aWholeCase(service);
    const { errors } = await service.ask(
      'mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { __typename } }',
      {
        input: { idempotencyKey: randomUUID(), id: idOf(whole), emergency: 'DISASTER', reason },
      },
      await aNeighbour({ role, region: '32.79' }),
    );

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('Mutation.reviewBreakGlass', () => {
  test('judges a use, which lets its user go on', async () => {
    const whole = await aWholeCase(service, { sealed: true });
    const user = await aNeighbour();
    const grant = await breakGlass(idOf(whole), user);
    service.clock.at = hours(73);
    expect(await breakGlass(idOf(whole), user)).toMatchObject({ ground: 'suspended' });

    expect(await review(grant, 'JUSTIFIED')).toMatchObject({ verdict: 'JUSTIFIED', version: 2 });

    expect(await review(grant, 'JUSTIFIED', officer, 2)).toMatchObject({ ground: 'reviewers-own' });
    const other = { ...officer, id: 'other' };
    expect(await review(grant, 'JUSTIFIED', other, 2)).toMatchObject({
      ground: 'already-reviewed',
    });
    expect((await breakGlass(idOf(whole), user)).__typename).toBe('BreakGlassGrant');
    const types = (await eventsOf(whole)).map(({ type }) => type);
    expect(types).toContain('welfare-cases.break-glass.reviewed.v1');
  });

  test('that finds it unjustified ends it at once and bars the next, until another hand judges anew', async () => {
    const whole = await aWholeCase(service, { sealed: true });
    const user = await aNeighbour();
    const grant = await breakGlass(idOf(whole), user);
    expect(await lookAt(service, whole.row, user)).not.toBeNull();

    await review(grant, 'UNJUSTIFIED');

    expect(await lookAt(service, whole.row, user)).toBeNull();
    expect(await breakGlass(idOf(whole), user)).toMatchObject({ ground: 'suspended' });
    expect(await review(grant, 'JUSTIFIED', officer, 2)).toMatchObject({ ground: 'reviewers-own' });
    await review(grant, 'JUSTIFIED', { ...officer, id: 'other' }, 2);
    expect((await breakGlass(idOf(whole), user)).__typename).toBe('BreakGlassGrant');
  });

  test('is never by who used it, nor from elsewhere, nor over a version that was not seen', async () => {
    const whole = await aWholeCase(service);
    const user = await aNeighbour();
    const grant = await breakGlass(idOf(whole), user);

    expect(await review(grant, 'JUSTIFIED', { ...officer, id: user.id })).toMatchObject({
      ground: 'reviewers-own',
    });
    const elsewhere = { ...officer, id: 'elsewhere', region: '33.16' };
    expect((await review(grant, 'JUSTIFIED', elsewhere)).__typename).toBe('NotFoundProblem');
    expect((await review(grant, 'JUSTIFIED', officer, 9)).__typename).toBe('ConflictProblem');
  });
});

interface List {
  totalCount: number;
  nodes: { id: string; overdue: boolean; reason: string | null; viewerCan: string[] }[];
}

async function list(field: string, caller: Caller): Promise<List> {
  const { data, errors } = await service.ask<Record<string, List>>(
    `query { ${field}(first: 100) { totalCount nodes { id overdue reason viewerCan case { id } } } }`,
    {},
    caller,
  );
  expect(errors).toEqual([]);
  return data[field]!;
}

describe('what was opened in an emergency', () => {
  test('waits for the data protection officer of the region, the oldest first, and is said when overdue', async () => {
    const whole = await aWholeCase(service, { regionCode: '61.01.01.2001' });
    const local = { ...officer, id: 'local', region: '61.01' };
    const there = { region: '61.01.01.2001' };
    const grants = [await breakGlass(idOf(whole), await aNeighbour(there))];
    service.clock.at = hours(30);
    grants.push(await breakGlass(idOf(whole), await aNeighbour(there)));
    service.clock.at = hours(73);

    await service.database.inWork(
      { caller: { ...local, role: 'SYSTEM' }, readOnly: false },
      async (work) => {
        await sayOverdueReviews(work);
        await sayOverdueReviews(work);
      },
    );

    const queue = await list('breakGlassReviews', local);
    expect(queue.totalCount).toBe(2);
    expect(queue.nodes).toMatchObject([
      { id: grants[0]!.id, overdue: true, reason, viewerCan: ['REVIEW'] },
      { id: grants[1]!.id, overdue: false, reason, viewerCan: ['REVIEW'] },
    ]);
    const overdue = (await eventsOf(whole)).filter(({ type }) => type.includes('overdue'));
    expect(overdue).toMatchObject([{ grantId: grants[0]!.id }]);
    await review(grants[0]!, 'JUSTIFIED', local, 2);
    expect((await list('breakGlassReviews', local)).totalCount).toBe(1);
    expect((await list('breakGlassReviews', { ...local, region: '62' })).totalCount).toBe(0);
  });

  test('is seen by who handles the case, the head and the user; the words by the user alone of them', async () => {
    const whole = await aWholeCase(service, { regionCode: '62.01.01.2001' });
    const user = await aNeighbour({ region: '62.01.01.2001' });
    const grant = await breakGlass(idOf(whole), user);
    const owner = aCaller({
      role: 'KT_OFFICER',
      region: '62.01',
      organizationId: whole.assigned,
    });
    const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '62.01' });
    const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '62.01' });

    for (const [caller, words] of [
      [owner, null],
      [head, null],
      [user, reason],
    ] as const)
      expect((await list('breakGlassUses', caller)).nodes).toMatchObject([
        { id: grant.id, reason: words, viewerCan: [] },
      ]);
    expect((await list('breakGlassUses', staff)).nodes).toEqual([]);
  });

  test('asks as many statements for many as for one', async () => {
    const there = { region: '63.01.01.2001' };
    const local = { ...officer, region: '63.01' };
    const count = async () => {
      const { statements } = await service.ask(
        '{ breakGlassReviews(first: 100) { nodes { id reason case { id goals { service } beneficiary { id } } } } }',
        {},
        local,
      );
      return statements;
    };
    const openOne = async () =>
      breakGlass(
        idOf(await aWholeCase(service, { regionCode: there.region })),
        await aNeighbour(there),
      );
    const grant = await openOne();
    const one = await count();
    for (let made = 0; made < 4; made += 1) await openOne();

    expect(decodeId('bgl', grant.id)).not.toBeNull();
    expect(await count()).toBe(one);
  });
});
