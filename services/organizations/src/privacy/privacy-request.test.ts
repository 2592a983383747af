import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aBoard } from '../board/board.fixture.js';
import { anOfficer } from '../officer/officer.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let ours: Organization;
const village = '32.79.04.2006';
const tono = aCaller({ id: 'tono', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const ani = aCaller({ id: 'ani', role: 'DATA_PROTECTION_OFFICER', region: '' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, [village]);
  ours = await anOrganization(service, { status: 'ACTIVE', regionCode: village });
});
afterAll(() => service?.stop());

interface Answer {
  __typename: string;
  id: string;
  version: number;
  ground?: string;
  keptBecause?: string;
  viewerCan?: string[];
}

async function command(name: string, type: string, input: object, caller = tono): Promise<Answer> {
  const { data, errors } = await service.ask<{ answer: Answer }>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename
      ... on PrivacyRequest { id version viewerCan }
      ... on PrivacyRequestRefusedProblem { ground keptBecause } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
}

const open = (subjectId: string, kind: string) =>
  command('openOfficerPrivacyRequest', 'OpenPrivacyRequestInput', {
    subjectId,
    kind,
    channel: 'LETTER',
  });

const seen = ({ id, version }: Answer) => ({ id, expectedVersion: version });

const nameOf = async (officerId: string, caller = staff) => {
  const { data } = await service.ask<{ officer: { name: string } | null }>(
    'query ($id: ID!) { officer(id: $id) { name } }',
    { id: encodeId('ofr', officerId) },
    caller,
  );
  return data.officer?.name ?? null;
};

describe('an officer whose processing is restricted', () => {
  test('is closed to everybody, former versions too, until it is lifted, once', async () => {
    const person = await anOfficer(service, ours, { name: 'Budi Contoh' });
    await service.asSystem((work) =>
      work.sql('update officer set version = version + 1 where id = $1', [person.id]),
    );
    expect(await nameOf(person.id)).toBe('Budi Contoh');

    const request = await open(encodeId('ofr', person.id), 'RESTRICTION');
    const made = await command(
      'fulfilOfficerPrivacyRequest',
      'FulfilPrivacyRequestInput',
      seen(request),
    );
    expect(made.viewerCan).toEqual(['LIFT']);
    expect(await nameOf(person.id)).toBeNull();
    const former = await service.database.inWork({ caller: staff, readOnly: true }, (work) =>
      work.sql('select 1 from officer_history where id = $1', [person.id]),
    );
    expect(former).toEqual([]);

    const lift = (answer: Answer) =>
      command('liftOfficerRestriction', 'LiftRestrictionInput', seen(answer));
    const lifted = await lift(made);
    expect(await nameOf(person.id)).toBe('Budi Contoh');
    expect(await lift(lifted)).toMatchObject({ ground: 'not-restricted' });
  });
});

describe('an officer who asks to be erased', () => {
  test('is kept while they sit on a board, on the ground that the answer names', async () => {
    const { officers } = await aBoard(service, ours);
    const request = await open(encodeId('ofr', officers[0]!.id), 'ERASURE');

    const refused = await command(
      'fulfilOfficerPrivacyRequest',
      'FulfilPrivacyRequestInput',
      seen(request),
      ani,
    );

    expect(refused).toMatchObject({ ground: 'kept-by-law', keptBecause: 'STATE_ADMINISTRATION' });
    const [row] = await service.rows('select initials from officer where id = $1', [
      officers[0]!.id,
    ]);
    expect(row).toEqual({ initials: 'B. C.' });
  });

  test('may not take back a consent: nothing rests on one', async () => {
    const person = await anOfficer(service, ours);
    const answer = await command('openOfficerPrivacyRequest', 'OpenPrivacyRequestInput', {
      subjectId: encodeId('ofr', person.id),
      kind: 'WITHDRAW_CONSENT',
      channel: 'LETTER',
      consentId: encodeId('con', randomUUID()),
    });

    expect(answer).toMatchObject({ ground: 'no-consent' });
  });
});
