import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { officerSeated } from '@jejaring/schema/events/organizations-boards.events';
import { anOrganization, aSeat } from '../organization/organization.fixture.js';
import { aRegistration } from '../registration/registration.fixture.js';
import { training } from '../service.js';
import { anOrganizer, aTrainingEvent } from '../training-event/training-event.fixture.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(training);
});
afterAll(() => service?.stop());

const banjar = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const villages = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003'];

interface Letter {
  __typename: string;
  id: string;
  version: number;
  status: string;
  viewerCan: string[];
  delegates: { id: string; status: string; position: number | null }[];
  ground?: string;
  delegateId?: string;
  field?: string;
  currentVersion?: number;
}

const shown = `__typename
  ... on TrainingDelegation { id version status viewerCan letter { number issuedOn }
    delegates { id status position } }
  ... on TrainingDelegationRefusedProblem { ground delegateId message { id } }
  ... on InvalidInputProblem { field }
  ... on ConflictProblem { currentVersion }`;

const give = async (name: string, type: string, input: object, caller = banjar) => {
  const { data, errors } = await service.ask<{ answer: Letter }>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { ${shown} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  return errors.length > 0 ? ({ __typename: errors[0]!.extensions.code } as Letter) : data.answer;
};

/** An officer of a village board, in office. */
async function anOfficer(regionCode: string) {
  const organizationId = await anOrganization(service, { regionCode });
  const officerId = await aSeat(service, { organizationId, regionCode });
  return { organizationId, officerId };
}
type Officer = Awaited<ReturnType<typeof anOfficer>>;

const named = ({ organizationId, officerId }: Officer) => ({
  organizationId: encodeId('org', organizationId),
  officerId: encodeId('ofr', officerId),
  displayName: 'Asep Contoh Situbatu',
});

const draft = (
  trainingEventId: string,
  officers: Officer[],
  fields: object = {},
  caller = banjar,
) =>
  give(
    'draftDelegation',
    'DraftDelegationInput',
    {
      trainingEventId: encodeId('trn', trainingEventId),
      senderRegion: '32.79',
      letterNumber: `094/${randomUUID()}`,
      letterOn: '2026-11-18',
      delegates: officers.map(named),
      ...fields,
    },
    caller,
  );

const step = (name: string, { id, version }: Pick<Letter, 'id' | 'version'>, caller = banjar) =>
  give(name, 'DelegationStepInput', { id, expectedVersion: version }, caller);

const decide = (
  { id, version }: Letter,
  accepted: string[],
  fields: object = {},
  caller = anOrganizer(),
) =>
  give(
    'decideDelegation',
    'DecideDelegationInput',
    { id, expectedVersion: version, accepted, ...fields },
    caller,
  );

const officersOf = (codes: string[]) => Promise.all(codes.map(anOfficer));

async function aSentLetter(event: Parameters<typeof aTrainingEvent>[1] = {}) {
  const { id: trainingEventId } = await aTrainingEvent(service, event);
  const drafted = await draft(trainingEventId, await officersOf(villages));
  return { trainingEventId, sent: await step('submitDelegation', drafted) };
}

const saidOf = async (...keys: string[]) =>
  (await service.published()).filter(({ key }) => keys.includes(key));

describe('Mutation.draftDelegation', () => {
  test('keeps the letter and whom it names, unsaid and unseen by the organizer', async () => {
    const { id } = await aTrainingEvent(service);

    const letter = await draft(id, await officersOf(villages), { letterNumber: '094/112/2026' });

    expect(letter).toMatchObject({
      status: 'DRAFT',
      letter: { number: '094/112/2026', issuedOn: '2026-11-18' },
      viewerCan: ['SUBMIT', 'WITHDRAW'],
    });
    expect(letter.delegates.map(({ status, position }) => [status, position])).toEqual(
      Array(3).fill(['DRAFT', null]),
    );
    const stored = await service.rows('select * from registration where training_event_id = $1', [
      id,
    ]);
    expect(JSON.stringify(stored)).not.toContain('Contoh');
    expect(await saidOf(letter.id, ...letter.delegates.map((one) => one.id))).toEqual([]);
    expect((await step('withdrawDelegation', letter, anOrganizer('33'))).__typename).toBe(
      'NotFoundProblem',
    );
    const { data } = await service.ask<{
      trainingDelegation: object | null;
      registrations: { totalCount: number };
    }>(
      `query ($id: ID!, $event: ID!) { trainingDelegation(id: $id) { id }
        registrations(trainingEventId: $event) { totalCount } }`,
      { id: letter.id, event: encodeId('trn', id) },
      aCaller({ role: 'KT_OFFICER', region: '32.73', organizationId: randomUUID() }),
    );
    expect(data).toEqual({ trainingDelegation: null, registrations: { totalCount: 0 } });
  });

  test('is not for offices of other regions, nor for people of other regions, nor twice by one letter', async () => {
    const { id } = await aTrainingEvent(service);
    const officers = await officersOf(villages);
    const elsewhere = await anOfficer('32.09.01.2001');
    const letter = { letterNumber: '094/113/2026' };
    await draft(id, officers, letter);

    const foreign = await draft(
      id,
      officers,
      {},
      aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' }),
    );
    const outside = await draft(id, [elsewhere]);
    const again = await draft(id, officers, letter);
    const nobody = await draft(id, officers, { senderRegion: null });

    expect(foreign.__typename).toBe('NotAllowedProblem');
    expect(outside).toMatchObject({ __typename: 'InvalidInputProblem', field: 'delegates' });
    expect(again.ground).toBe('letter-already-used');
    expect(nobody.__typename).toBe('BAD_USER_INPUT');
  });

  test('is for a village head and for a board that sends its own', async () => {
    const { id } = await aTrainingEvent(service);
    const officer = await anOfficer('32.79.04.2003');
    const head = aCaller({ role: 'VILLAGE_HEAD', region: '32.79.04.2003' });
    const board = aCaller({
      role: 'KT_OFFICER',
      region: '32.79.04.2003',
      organizationId: officer.organizationId,
    });
    const senderOrganization = encodeId('org', officer.organizationId);

    const byHead = await draft(id, [officer], { senderRegion: '32.79.04.2003' }, head);
    const byBoard = await draft(id, [officer], { senderRegion: null, senderOrganization }, board);
    const sent = await step('submitDelegation', byBoard, board);

    expect(byHead.status).toBe('DRAFT');
    expect(sent).toMatchObject({ status: 'SUBMITTED', delegates: [{ status: 'SUBMITTED' }] });
    expect((await step('submitDelegation', byHead, head)).ground).toBe('already-registered');
  });
});

describe('Mutation.submitDelegation', () => {
  test('sends it once: answer, rows, event; stale and foreign callers are refused', async () => {
    const { id } = await aTrainingEvent(service);
    const drafted = await draft(id, await officersOf(villages));

    const sent = await step('submitDelegation', drafted);
    const stale = await step('withdrawDelegation', drafted);
    const again = await step('submitDelegation', sent);

    expect(sent).toMatchObject({ status: 'SUBMITTED', version: 2 });
    expect(stale).toMatchObject({ __typename: 'ConflictProblem', currentVersion: 2 });
    expect(again.ground).toBe('wrong-state');
    expect(await saidOf(sent.id)).toMatchObject([
      { type: 'training.delegation.submitted.v1', region: '32.79', data: { delegates: 3 } },
    ]);
  });

  test('refuses whom the register does not know on the board that day, and says whom', async () => {
    const { id } = await aTrainingEvent(service, { startsOn: '2026-12-01', endsOn: '2026-12-01' });
    const [first, second] = await officersOf(villages);
    const ended = {
      ...second!,
      officerId: await aSeat(service, {
        organizationId: second!.organizationId,
        validTo: '2026-12-01',
      }),
    };
    const drafted = await draft(id, [first!, ended]);

    const refused = await step('submitDelegation', drafted);
    await service.deliver(officerSeated, {
      organizationId: encodeId('org', second!.organizationId),
      boardId: encodeId('brd', randomUUID()),
      regionCode: villages[1]!,
      seatId: encodeId('sea', randomUUID()),
      officerId: encodeId('ofr', ended.officerId),
      position: 'SECRETARY',
      from: '2026-12-01',
    });

    expect(refused).toMatchObject({ ground: 'not-seated', delegateId: drafted.delegates[1]!.id });
    expect((await step('submitDelegation', drafted)).status).toBe('SUBMITTED');
  });

  test('refuses organizations out of service and those who are not invited', async () => {
    const closed = await aTrainingEvent(service, { audienceLevels: ['REGENCY'] });
    const open = await aTrainingEvent(service);
    const officer = await anOfficer(villages[0]!);
    const dormant = await anOrganization(service, { status: 'DORMANT' });
    const theirs = {
      organizationId: dormant,
      officerId: await aSeat(service, { organizationId: dormant }),
    };

    const uninvited = await step('submitDelegation', await draft(closed.id, [officer]));
    const unserved = await step('submitDelegation', await draft(open.id, [theirs]));

    expect(uninvited.ground).toBe('not-invited');
    expect(unserved.ground).toBe('organization-not-active');
  });
});

describe('Mutation.decideDelegation', () => {
  test('is not for the hand that sent the letter', async () => {
    const { id } = await aTrainingEvent(service, {});
    const province = anOrganizer();
    const drafted = await draft(id, await officersOf(villages), {}, province);
    const sent = await step('submitDelegation', drafted, province);
    const ids = sent.delegates.map((delegate) => delegate.id);

    const byTheSame = await decide(sent, ids, {}, province);
    const byAnother = await decide(sent, ids, {}, { ...province, id: 'another' });

    expect([byTheSame.ground, byAnother.status]).toEqual(['same-hand', 'ACCEPTED']);
  });

  test('gives those who are accepted a seat or a place on the list, in one go', async () => {
    const { trainingEventId, sent } = await aSentLetter({ seats: 2 });
    const ids = sent.delegates.map(({ id }) => id);

    const decided = await decide(sent, ids);

    expect(decided.status).toBe('ACCEPTED');
    expect(decided.delegates.map(({ status, position }) => [status, position])).toEqual([
      ['APPROVED', 1],
      ['APPROVED', 2],
      ['WAITLISTED', 3],
    ]);
    const [seats] = await service.rows(
      'select taken, waiting from seat_bucket where training_event_id = $1',
      [trainingEventId],
    );
    expect(seats).toEqual({ taken: 2, waiting: 1 });
    const said = await saidOf(sent.id, ...ids);
    expect(said.map(({ type }) => type)).toEqual([
      'training.delegation.submitted.v1',
      'training.participant.approved.v1',
      'training.participant.approved.v1',
      'training.participant.waitlisted.v1',
      'training.delegation.accepted.v1',
    ]);
    expect(said.at(-1)!.data).toMatchObject({ delegates: 3, accepted: 3 });
  });

  test('takes some, and says why not the others', async () => {
    const { sent } = await aSentLetter();
    const [first] = sent.delegates;

    const unsaid = await decide(sent, [first!.id]);
    const decided = await decide(sent, [first!.id], { rejectionReason: 'NO_SEATS' });

    expect(unsaid).toMatchObject({ __typename: 'InvalidInputProblem', field: 'rejectionReason' });
    expect(decided.status).toBe('PARTIALLY_ACCEPTED');
    expect(decided.delegates.map(({ status }) => status)).toEqual([
      'APPROVED',
      'REJECTED',
      'REJECTED',
    ]);
  });

  test('refuses as a whole when one no longer fits, and names that one', async () => {
    const { trainingEventId, sent } = await aSentLetter({ perUnitMax: 1 });
    const [first] = sent.delegates;
    const [row] = await service.rows<{ organization_id: string }>(
      'select organization_id from registration where id = $1',
      [decodeId('reg', first!.id)],
    );
    await aRegistration(service, { trainingEventId, organizationId: row!.organization_id });

    const refused = await decide(
      sent,
      sent.delegates.map(({ id }) => id),
    );

    expect(refused).toMatchObject({ ground: 'unit-quota-full', delegateId: first!.id });
  });

  test('is the organizer’s alone', async () => {
    const { sent } = await aSentLetter();

    expect((await decide(sent, [], { rejectionReason: 'OTHER' }, banjar)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(
      (await decide(sent, [], { rejectionReason: 'OTHER' }, anOrganizer('33'))).__typename,
    ).toBe('NotFoundProblem');
  });
});

describe('Mutation.withdrawDelegation', () => {
  test('takes back what was sent, and says so', async () => {
    const { sent } = await aSentLetter();

    const withdrawn = await step('withdrawDelegation', sent);

    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', delegates: [] });
    expect((await saidOf(sent.id)).map(({ type }) => type)).toEqual([
      'training.delegation.submitted.v1',
      'training.delegation.withdrawn.v1',
    ]);
    expect((await decide(withdrawn, [])).ground).toBe('wrong-state');
  });
});
