import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Outcome } from './federation.fixture.js';
import { eventually, findFederation, head, officer, operation } from './federation.fixture.js';

const federation = findFederation();
const village = '32.79.04.2006';
const organization = demoOrganization(village);
const sub = 'an-officer-who-is-unseated';
const claims = { ...officer(village, organization), sub };

const decree = {
  number: '800/77/2026',
  issuedOn: '2026-01-05',
  signatoryPosition: 'Wali Kota Banjar',
};

async function appoint(validFrom: string): Promise<Outcome> {
  const facts = { subject: sub, role: 'KT_OFFICER', region: village, organizationId: organization };
  const input = { ...facts, decree, validFrom };
  return federation.command('makeAppointment', head('32.79'), input, { type: 'Appointment' });
}

const endNow = ({ id, version }: Outcome) =>
  federation.command(
    'endAppointment',
    head('32.79'),
    { id, expectedVersion: version, reason: 'DECREE', decree },
    { type: 'Appointment', fields: 'validTo' },
  );

interface Lists {
  referrals: { nodes: { id: string }[] };
  competitions: { nodes: { id: string }[] };
  trainingEvents: { nodes: { id: string }[] };
  viewer: { standing: string };
}

async function look(): Promise<Lists> {
  const document = `{
    viewer { standing }
    referrals(first: 5) { nodes { id } }
    competitions(region: "32.79", year: 2026, first: 1) { nodes { id } }
    trainingEvents(year: 2014, organizerRegion: "32", first: 1) { nodes { id } } }`;
  const { data } = await federation.ask<Lists>(document, {}, claims);
  return data;
}

const give = async (mutation: string, input: object, of: { type: string }): Promise<string> =>
  (await federation.command(mutation, claims, input, of)).__typename;

/** One command in each service that changes nothing: to whom it may be given, it is refused for another reason. */
const probesOf = (referralId: string, competitionId: string, trainingEventId: string) => ({
  organizations: () =>
    give(
      'draftRegistration',
      {
        kind: 'KARANG_TARUNA',
        level: 'VILLAGE',
        name: 'Karang Taruna Uji',
        regionCode: village,
        establishedOn: '2999-01-01',
      },
      { type: 'Organization' },
    ),
  'welfare-cases': () =>
    give('acceptReferral', { id: referralId, expectedVersion: 999 }, { type: 'Referral' }),
  training: () =>
    give(
      'registerParticipant',
      {
        trainingEventId,
        organizationId: organization,
        participantRef: '7d3f6ac0-7d0b-4b0e-9d3c-3c3a1b3f5e11',
        displayName: 'Uji',
      },
      { type: 'TrainingRegistration' },
    ),
  awards: () =>
    give(
      'nominateOrganization',
      { competitionId, organizationId: organization },
      { type: 'Nomination' },
    ),
});

const asOfficer = {
  organizations: 'InvalidInputProblem',
  'welfare-cases': 'ConflictProblem',
  training: 'TrainingRegistrationRefusedProblem',
  awards: 'NominationRefusedProblem',
};
const asPublic = {
  organizations: 'NotAllowedProblem',
  'welfare-cases': 'NotFoundProblem',
  training: 'NotAllowedProblem',
  awards: 'NotAllowedProblem',
};

describe('an appointment', () => {
  test('that ends takes the right from the same token in all four services, and a new one gives it back', async () => {
    const first = await appoint('2026-01-06T00:00:00Z');
    expect(first).toMatchObject({ __typename: 'Appointment' });
    const lists = await look();
    expect(lists.viewer).toEqual({ standing: 'APPOINTED' });
    const [referral] = lists.referrals.nodes;
    const probes = probesOf(
      referral!.id,
      lists.competitions.nodes[0]!.id,
      lists.trainingEvents.nodes[0]!.id,
    );
    const answers = async () => {
      const given = Object.entries(probes).map(async ([name, probe]) => [name, await probe()]);
      return Object.fromEntries(await Promise.all(given)) as Record<string, string>;
    };
    const become = (wished: Record<string, string>) =>
      eventually(answers, (found) => JSON.stringify(found) === JSON.stringify(wished));
    expect(await become(asOfficer)).toEqual(asOfficer);

    await endNow(first);

    expect((await look()).viewer).toEqual({ standing: 'NOT_APPOINTED' });
    expect(await become(asPublic)).toEqual(asPublic);
    const { data } = await federation.ask<Lists>(operation('ReferralInbox'), { first: 5 }, claims);
    expect(data.referrals.nodes).toEqual([]);

    await appoint(new Date().toISOString());
    expect(await become(asOfficer)).toEqual(asOfficer);
    expect((await look()).referrals.nodes).toEqual(lists.referrals.nodes);
  });
});

describe('somebody of the demo', () => {
  const viewer = `{ viewer { role standing nationwide region { code } office { region { code } }
    organization { region { code } } } }`;

  test.each([
    [
      'ratna',
      'DINSOS_REGENCY_STAFF',
      { region: { code: '32.79' }, office: { region: { code: '32.79' } } },
    ],
    [
      'fahmi',
      'DINSOS_PROVINCE_HEAD',
      { region: { code: '63' }, office: { region: { code: '63' } } },
    ],
    ['asep', 'KT_OFFICER', { organization: { region: { code: village } } }],
    ['bambang', 'KEMENSOS_STAFF', { nationwide: true, region: null }],
  ])('is appointed by the register: %s', async (person, role, more) => {
    const { data } = await federation.ask<Record<string, object>>(viewer, {}, { person });

    expect(data.viewer).toMatchObject({ role, standing: 'APPOINTED', ...more });
  });
});
