import { describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Claims, Outcome } from './federation.fixture.js';
import { eventually, findFederation, head, operation, staff } from './federation.fixture.js';
import { aRegisteredOrganization } from './registered.fixture.js';

const federation = findFederation();
const regency = '32.13';
const office = staff(regency);
const villages = ['32.13.01.2003', '32.13.01.2004'];
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const patienceMs = 60_000;

interface Nominated {
  nomination: { status: string; eligibility: { rule: string; outcome: string }[] | null } | null;
}
interface Profile {
  organization: { awardsWon: number; awards: { rank: number }[]; training: object } | null;
}

const stepOf = ({ id, version }: Outcome) => ({ id, expectedVersion: version });

/** Gives one command after the other on the same row. */
async function lead(
  row: Outcome,
  type: string,
  steps: readonly string[],
  claims: Claims = office,
): Promise<Outcome> {
  let last = row;
  for (const step of steps) last = await federation.command(step, claims, stepOf(last), { type });
  return last;
}

async function anOpenCompetition(): Promise<Outcome> {
  const terms = {
    title: 'Karang Taruna Berprestasi (uji)',
    winnersPlanned: 1,
    eligibility: [{ rule: 'TRAINING_COMPLETED', min: 1 }],
  };
  const facts = { year: 2026, tier: 'REGENCY', category: 'KARANG_TARUNA', region: regency };
  const input = { ...facts, organizerRegion: regency, terms };
  const type = 'Competition';
  const drafted = await federation.command('draftCompetition', office, input, { type });
  return lead(drafted, type, ['publishCompetition', 'openNominations']);
}

/** One member of an organization is taught and certified, from plan to signature. */
async function certify(organizationId: string): Promise<Outcome> {
  const event = { type: 'TrainingEvent' };
  const facts = {
    kind: 'BIMTEK',
    topic: 'NETWORKING',
    title: 'Bimbingan Teknis (uji)',
    region: regency,
    organizerRegion: regency,
    venue: { name: 'Balai Desa', region: villages[0] },
    startsOn: today,
    endsOn: today,
    seats: 5,
    certificateHours: 8,
  };
  const drafted = await federation.command('draftTrainingEvent', office, facts, event);
  const open = await lead(drafted, event.type, ['announceTrainingEvent', 'openRegistration']);
  const person = { trainingEventId: open.id, organizationId, participantRef: randomUUID() };
  const seat = { type: 'TrainingRegistration', fields: 'status' };
  const registration = await eventually(
    () =>
      federation.command('registerParticipant', office, { ...person, displayName: 'Uji' }, seat),
    ({ __typename }) => __typename === seat.type,
  );
  const running = await lead(open, event.type, ['closeRegistration', 'startTrainingEvent']);
  const attended = await lead(registration, seat.type, ['confirmAttendance']);
  await lead(running, event.type, ['completeTrainingEvent']);
  const seen = { registrationId: attended.id, expectedVersion: attended.version + 1 };
  return federation.command('issueCertificate', head(regency), seen, { type: 'Certificate' });
}

const nominate = (competition: Outcome, organizationId: string, regionCode: string) =>
  federation.command(
    'nominateOrganization',
    office,
    { competitionId: competition.id, organizationId, regionCode },
    { type: 'Nomination', fields: 'status' },
  );

async function judgementOf(nomination: Outcome, claims: Claims = office) {
  const document = `query Judged($id: ID!) {
    nomination(id: $id) { status eligibility { rule outcome } } }`;
  const { data } = await federation.ask<Nominated>(document, { id: nomination.id }, claims);
  return data.nomination;
}

const statusBecomes = (nomination: Outcome, wished: string) =>
  eventually(
    () => judgementOf(nomination),
    (found) => found?.status === wished,
  );

describe('a nomination', () => {
  test(
    'becomes eligible by a certificate, wins, and its award arrives in the register',
    async () => {
      const [taught, untaught] = await Promise.all(
        villages.map((village) => aRegisteredOrganization(federation, village)),
      );
      const competition = await anOpenCompetition();
      const nomination = await nominate(competition, taught!.id, villages[0]!);
      const other = await nominate(competition, untaught!.id, villages[1]!);
      expect((await judgementOf(nomination))?.status).not.toBe('ELIGIBLE');

      const certificate = await certify(taught!.id);

      expect(certificate.__typename).toBe('Certificate');
      const judged = await statusBecomes(nomination, 'ELIGIBLE');
      expect(judged).toMatchObject({ status: 'ELIGIBLE' });
      expect((await judgementOf(other))?.status).toBe('INELIGIBLE');
      expect(await judgementOf(nomination, staff('32.79'))).toBeNull();
      expect(await judgementOf(nomination, null)).toBeNull();
      await letWin(competition, nomination);
      const won = await profileWith(taught!.id, 1);
      expect(won).toMatchObject({ awardsWon: 1, awards: [{ rank: 1 }] });
      expect(won!.training).toEqual({ trainingEvents: 1, certificates: 1 });
      expect(await profileWith(untaught!.id, 0)).toMatchObject({ awardsWon: 0, awards: [] });
    },
    patienceMs,
  );
});

async function letWin(competition: Outcome, nomination: Outcome): Promise<void> {
  const type = 'Competition';
  const closed = await lead(competition, type, ['closeNominations']);
  const winners = [{ nominationId: nomination.id, rank: 1 }];
  const places = { ...stepOf(closed), winners };
  const decided = await federation.command('decideWinners', office, places, { type });
  await lead(decided, type, ['announceWinners']);
}

/** As anybody sees it. */
const profileWith = (id: string, awardsWon: number) =>
  eventually(
    async () => {
      const { data } = await federation.ask<Profile>(
        operation('OrganizationProfile'),
        { id },
        null,
      );
      return data.organization;
    },
    (found) => found?.awardsWon === awardsWon,
  );
