import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import { localDate, zoneOf } from '@jejaring/register/facts/zone.rules';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import { publicId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { winnersAnnounced, winnersDecided } from '@jejaring/schema/events/awards.events';
import { grantAwards } from '../award/award.service.js';
import { Edition } from '../edition/edition.entity.js';
import { holdFacts } from '../eligibility/eligibility.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { listPlaced, settleUnplaced } from '../nomination/nomination.service.js';
import { RankingEntry } from '../ranking/ranking.entity.js';
import { eventData, regionOf, sayStep } from './competition-events.service.js';
import type { Minutes } from './competition.entity.js';
import { Competition } from './competition.entity.js';
import type { CompetitionCategory, CompetitionCommand, Draft } from './competition.rules.js';
import { draft, step } from './competition.rules.js';
import type { Place } from './ranking.rules.js';
import { decide, decideRanked } from './ranking.rules.js';
import type { CompetitionTerms } from './terms.rules.js';
import { checkTerms, workingDaysAfter } from './terms.rules.js';
import { parentProblem } from './tiers.rules.js';

export interface SeenCompetition {
  id: string;
  expectedVersion: number;
}

/** The day at the place where a competition is held. */
export const todayAt = (work: Work, { regionCode }: Competition): string =>
  localDate(work.now, zoneOf(regionCode));

export interface DraftInput extends Draft {
  year: number;
  category: CompetitionCategory;
  editionId: string | null;
  parentCompetitionId: string | null;
  sources: readonly StatedFact[];
  terms: CompetitionTerms;
}

export async function draftCompetition(work: Work, input: DraftInput): Promise<Competition> {
  const { terms: asked, sources, ...facts } = input;
  const organizing =
    facts.organizerOrganizationId === null
      ? null
      : await work.find(OrganizationCopy, { id: facts.organizerOrganizationId });
  proceed(draft(facts, organizing, work.caller));
  const { terms } = proceed(checkTerms(asked));
  await assertPlace(work, facts);
  const started = { version: 1, seals: [], minutes: null, objectionsUntil: null };
  const row = { ...facts, ...terms, ...started, id: work.newId(), status: 'DRAFT' as const };
  const saved = await work.insert(Competition, row);
  // Whoever may draft it may say where its facts come from; the table itself takes no other hand.
  await work.beyondScope(() => stateSources(work, saved, sources));
  return saved;
}

/** The edition is there, and the competition above is one that this may lead up to. */
async function assertPlace(
  work: Work,
  facts: Omit<DraftInput, 'terms' | 'sources'>,
): Promise<void> {
  const { editionId, parentCompetitionId } = facts;
  if (editionId !== null && (await work.find(Edition, { id: editionId })) === null)
    refuse(notFound(publicId(Edition, editionId)));
  if (parentCompetitionId === null) return;
  const parent = await work.find(Competition, { id: parentCompetitionId });
  const problem = parentProblem(facts, parent);
  if (problem !== null) refuse(problem);
}

/** Changes the terms, rules of eligibility included, of what nobody but the organizer has seen. */
export async function amendCompetition(
  work: Work,
  input: SeenCompetition & { terms: CompetitionTerms },
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  proceed(step('AMEND', row, work.caller));
  const { terms } = proceed(checkTerms(input.terms));
  return work.update(Competition, row, terms);
}

type PlainStep = Extract<
  CompetitionCommand,
  'PUBLISH' | 'OPEN_NOMINATIONS' | 'CLOSE_NOMINATIONS' | 'CANCEL'
>;

/** The steps that need nothing but the right state and the right hand. */
export async function leadOn(
  work: Work,
  command: PlainStep,
  input: SeenCompetition,
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const saved = await work.update(Competition, row, proceed(step(command, row, work.caller)));
  await sayStep(work, command, saved);
  return saved;
}

export async function decideWinners(
  work: Work,
  input: SeenCompetition & { winners: readonly Place[]; minutes: Minutes | null },
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('DECIDE', row, work.caller));
  const { minutes } = input;
  // The update holds the competition: no nomination comes, goes or changes until the end.
  const saved = await work.update(Competition, row, { status, minutes });
  const nominations = await work.list(Nomination, { competitionId: row.id });
  const { places } = proceed(decide(input.winners, nominations, row.winnersPlanned));
  if (row.judging !== null) {
    const ranking = await work.list(RankingEntry, { competitionId: row.id });
    proceed(decideRanked(places, ranking, minutes));
  }
  for (const { nominationId, rank } of places) {
    const nomination = nominations.find(({ id }) => id === nominationId)!;
    await work.update(Nomination, nomination, { rank });
  }
  await work.publish(winnersDecided, {
    region: regionOf(saved),
    data: { ...eventData(saved), winners: places.length },
  });
  return saved;
}

/** Makes the places known: awards, one event each, and nominations that anybody may see. */
export async function announceWinners(work: Work, input: SeenCompetition): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('ANNOUNCE', row, work.caller));
  const placed = await listPlaced(work, row.id);
  await holdFacts(
    work,
    placed.map(({ organizationId }) => organizationId),
  );
  const objectionsUntil = workingDaysAfter(todayAt(work, row), row.objectionDays);
  const saved = await work.update(Competition, row, { status, objectionsUntil });
  const chainHeads = saved.seals.map(({ chainHead }) => chainHead);
  await work.publish(winnersAnnounced, {
    region: regionOf(saved),
    data: { ...eventData(saved), winners: placed.length, chainHeads },
  });
  for (const nomination of placed) await work.update(Nomination, nomination, { status: 'WINNER' });
  await settleUnplaced(work, row.id);
  await work.sql("update ranking_entry set status = 'ANNOUNCED' where competition_id = $1", [
    row.id,
  ]);
  await grantAwards(work, saved, placed);
  return saved;
}
