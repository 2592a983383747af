import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { isSeated, SeatCopy } from '@jejaring/register/copies/seat-copy';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { IsNull, Not } from 'typeorm';
import { Competition } from '../competition/competition.entity.js';
import { subRegionOf } from '../competition/competition.rules.js';
import { dayOf, verdict } from '../eligibility/eligibility.rules.js';
import { gatherFacts, holdFacts } from '../eligibility/eligibility.service.js';
import { judge, say } from './judging.service.js';
import { Nomination } from './nomination.entity.js';
import { mayName, mayNominate, review, seatOf, submit, withdraw } from './nomination.rules.js';
import type { Representative } from './representatives.rules.js';
import { represent } from './representatives.rules.js';

export interface SeenNomination {
  id: string;
  expectedVersion: number;
}

/** The competition, held: its nominations come and go one after another, so that a quota counts. */
async function holdCompetition(work: Work, id: string): Promise<Competition> {
  const row = await work.beyondScope(() => work.lock(Competition, { id }));
  return row ?? refuse(notFound(id));
}

/** Counts one nomination more or less where its nominee is seated. */
async function count(
  work: Work,
  { competitionId, regionCode }: Nomination,
  { year }: Competition,
  change: 1 | -1,
): Promise<void> {
  await work.beyondScope(() =>
    work.sql(
      `insert into nomination_count as c (competition_id, region_code, year, nominations)
       values ($1, $2, $3, greatest($4::integer, 0))
       on conflict (competition_id, region_code) do update set nominations = c.nominations + $4`,
      [competitionId, regionCode, year, change],
    ),
  );
}

async function countTaken(
  work: Work,
  subject: { organizationId: string; competitionId: string },
  subRegionCode: string,
) {
  const { organizationId, competitionId } = subject;
  const [taken] = await work.beyondScope(() =>
    work.sql<{ ofOrganization: number; ofSubRegion: number }>(
      `select count(*) filter (where organization_id = $2)::integer as "ofOrganization",
         count(*) filter (where sub_region_code = $3)::integer as "ofSubRegion"
       from nomination where competition_id = $1 and status <> 'WITHDRAWN'`,
      [competitionId, organizationId, subRegionCode],
    ),
  );
  return taken!;
}

export interface Nominee {
  competitionId: string;
  organizationId: string;
  regionCode: string | null;
  representatives: readonly Representative[];
}

export async function nominateOrganization(work: Work, input: Nominee): Promise<Nomination> {
  const { organizationId } = input;
  await work.get(Competition, input.competitionId);
  await holdFacts(work, [organizationId]);
  const known = await work.find(OrganizationCopy, { id: organizationId });
  const { regionCode } = proceed(seatOf(known, input.regionCode));
  proceed(mayNominate({ organizationId, regionCode }, work.caller));
  return enter(work, { ...input, regionCode }, known?.kind ?? null);
}

/** Nominates several, each by the rules of one, all or none; answers with the last. */
export async function nominateOrganizations(
  work: Work,
  nominees: readonly Nominee[],
): Promise<Nomination> {
  let last: Nomination | null = null;
  for (const nominee of nominees) last = await nominateOrganization(work, nominee);
  if (last === null) throw new Error('Nobody was given to nominate.');
  return last;
}

/** The best of a lower competition become nominees by its result, whoever organizes the one above. */
export async function nominateFromBelow(
  work: Work,
  competitionId: string,
  { organizationId, regionCode, representatives }: Nomination,
): Promise<void> {
  await holdFacts(work, [organizationId]);
  const known = await work.find(OrganizationCopy, { id: organizationId });
  const nominee = { competitionId, organizationId, regionCode, representatives };
  await work.beyondScope(() => enter(work, nominee, known?.kind ?? null));
}

/** Enters a nominee whom the caller may nominate: in time, in place, within the quota. */
async function enter(
  work: Work,
  nominee: Nominee & { regionCode: string },
  kind: string | null,
): Promise<Nomination> {
  const { competitionId, organizationId, regionCode } = nominee;
  await assertRepresentatives(work, nominee);
  const { competition, subRegionCode, taken } = await work.beyondScope(async () => {
    const held = await holdCompetition(work, competitionId);
    const part = subRegionOf(held.tier, regionCode);
    return { competition: held, subRegionCode: part, taken: await countTaken(work, nominee, part) };
  });
  proceed(submit({ competition, kind, regionCode, ...taken }));
  const representatives = [...nominee.representatives];
  const entry = { competitionId, organizationId, regionCode, subRegionCode, representatives };
  const row = await hand(work, competition, entry);
  await count(work, row, competition, 1);
  return row;
}

async function assertRepresentatives(
  work: Work,
  { organizationId, representatives }: Pick<Nominee, 'organizationId' | 'representatives'>,
): Promise<void> {
  if (representatives.length === 0) return;
  const seats = await work.list(SeatCopy, { organizationId });
  const day = dayOf(work.now);
  const seated = seats
    .map(({ officerId }) => officerId)
    .filter((officerId) => isSeated(seats, { officerId, organizationId, day }));
  proceed(represent(representatives, new Set(seated)));
}

/** Says who stands for the nominee, until the places are decided. */
export async function nameRepresentatives(
  work: Work,
  input: SeenNomination & { representatives: readonly Representative[] },
): Promise<Nomination> {
  const { competitionId, organizationId } = await work.getAt(
    Nomination,
    input.id,
    input.expectedVersion,
  );
  const competition = await holdCompetition(work, competitionId);
  const row = await work.getAt(Nomination, input.id, input.expectedVersion);
  proceed(mayName(row, competition, work.caller));
  const { representatives } = input;
  await assertRepresentatives(work, { organizationId, representatives });
  return work.update(Nomination, row, { representatives: [...representatives] });
}

/** Hands in what was found to be in order, judged by what is known of the nominee. */
async function hand(
  work: Work,
  competition: Competition,
  nominee: Pick<
    Nomination,
    'competitionId' | 'organizationId' | 'regionCode' | 'subRegionCode' | 'representatives'
  >,
): Promise<Nomination> {
  const { organizerRegionCode, organizerOrganizationId } = competition;
  const submitted = { ...nominee, submittedOn: dayOf(work.now) };
  const facts = await gatherFacts(work, nominee, competition);
  const eligibility = judge(competition, submitted, facts);
  const status = verdict(eligibility);
  const row = await work.insert(Nomination, {
    ...submitted,
    id: work.newId(),
    version: 1,
    organizerRegionCode,
    organizerOrganizationId,
    nominatedBy: work.caller.id,
    eligibility,
    status,
    reviewedBy: null,
    rank: null,
  });
  await say(work, 'SUBMITTED', row, competition);
  await say(work, status, row, competition);
  return row;
}

export async function withdrawNomination(work: Work, input: SeenNomination): Promise<Nomination> {
  const { competitionId } = await work.getAt(Nomination, input.id, input.expectedVersion);
  const competition = await holdCompetition(work, competitionId);
  const row = await work.getAt(Nomination, input.id, input.expectedVersion);
  const saved = await work.update(
    Nomination,
    row,
    proceed(withdraw(row, competition, work.caller)),
  );
  await count(work, saved, competition, -1);
  await say(work, 'WITHDRAWN', saved, competition);
  return saved;
}

export async function reviewNomination(
  work: Work,
  input: SeenNomination & { eligible: boolean },
): Promise<Nomination> {
  const { competitionId } = await work.getAt(Nomination, input.id, input.expectedVersion);
  const competition = await holdCompetition(work, competitionId);
  const row = await work.getAt(Nomination, input.id, input.expectedVersion);
  const changes = proceed(review(row, competition, work.caller, input.eligible));
  const saved = await work.update(Nomination, row, changes);
  await say(work, changes.status, saved, competition);
  return saved;
}

/** Nominations that were given a place, best first. */
export const listPlaced = (work: Work, competitionId: string): Promise<Nomination[]> =>
  work.list(Nomination, { competitionId, rank: Not(IsNull()) }, { rank: 'ASC', id: 'ASC' });

/** Ends the nominations that took part and got no place. */
export async function settleUnplaced(work: Work, competitionId: string): Promise<void> {
  await work.sql(
    `update nomination set status = 'UNPLACED', version = version + 1
     where competition_id = $1 and status = 'ELIGIBLE' and rank is null`,
    [competitionId],
  );
}
