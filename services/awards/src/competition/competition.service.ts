import { encodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  competitionCancelled,
  competitionPublished,
  nominationsClosed,
  nominationsOpened,
  winnersAnnounced,
  winnersDecided,
} from '@jejaring/schema/events/awards.events';
import { grantAwards } from '../award/award.service.js';
import { holdFacts } from '../eligibility/eligibility.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { listPlaced, settleUnplaced } from '../nomination/nomination.service.js';
import { Competition } from './competition.entity.js';
import type {
  CompetitionCategory,
  CompetitionCommand,
  CompetitionTerms,
  Draft,
} from './competition.rules.js';
import { checkTerms, draft, step } from './competition.rules.js';
import type { Place } from './ranking.rules.js';
import { decide } from './ranking.rules.js';

export interface SeenCompetition {
  id: string;
  expectedVersion: number;
}

/** Where the events of a competition belong; none for the nation. */
const regionOf = ({ regionCode }: Competition) => regionCode || null;

const eventData = ({ id, year, tier, category, regionCode }: Competition) => ({
  competitionId: encodeId('cmp', id),
  year,
  tier,
  category,
  regionCode,
});

export async function draftCompetition(
  work: Work,
  input: Draft & { year: number; category: CompetitionCategory; terms: CompetitionTerms },
): Promise<Competition> {
  const { terms: asked, ...facts } = input;
  const organizing =
    facts.organizerOrganizationId === null
      ? null
      : await work.find(OrganizationCopy, { id: facts.organizerOrganizationId });
  proceed(draft(facts, organizing, work.caller));
  const { terms } = proceed(checkTerms(asked));
  const row = { ...facts, ...terms, id: work.newId(), version: 1, status: 'DRAFT' as const };
  return work.insert(Competition, row);
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

type PlainStep = Exclude<CompetitionCommand, 'AMEND' | 'DECIDE' | 'ANNOUNCE'>;

const said = {
  PUBLISH: competitionPublished,
  OPEN_NOMINATIONS: nominationsOpened,
  CLOSE_NOMINATIONS: nominationsClosed,
  CANCEL: competitionCancelled,
} as const;

/** The steps that need nothing but the right state and the right hand. */
export async function leadOn(
  work: Work,
  command: PlainStep,
  input: SeenCompetition,
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const saved = await work.update(Competition, row, proceed(step(command, row, work.caller)));
  await work.publish(said[command], { region: regionOf(saved), data: eventData(saved) });
  return saved;
}

export async function decideWinners(
  work: Work,
  input: SeenCompetition & { winners: readonly Place[] },
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  // The update holds the competition: no nomination comes, goes or changes until the end.
  const saved = await work.update(Competition, row, proceed(step('DECIDE', row, work.caller)));
  const nominations = await work.list(Nomination, { competitionId: row.id });
  const { places } = proceed(decide(input.winners, nominations, row.winnersPlanned));
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
  const saved = await work.update(Competition, row, { status });
  await work.publish(winnersAnnounced, {
    region: regionOf(saved),
    data: { ...eventData(saved), winners: placed.length },
  });
  for (const nomination of placed) await work.update(Nomination, nomination, { status: 'WINNER' });
  await settleUnplaced(work, row.id);
  await grantAwards(work, saved, placed);
  return saved;
}
