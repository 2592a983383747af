import { isDeepStrictEqual } from 'node:util';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { In } from 'typeorm';
import { Competition } from '../competition/competition.entity.js';
import { verdict } from '../eligibility/eligibility.rules.js';
import { gatherFacts } from '../eligibility/eligibility.service.js';
import { judge, say } from './judging.service.js';
import { Nomination } from './nomination.entity.js';
import { statusAfter } from './nomination.rules.js';

async function reconsiderOne(work: Work, row: Nomination): Promise<void> {
  // Held, so that nominations do not close while one of them is judged anew.
  const competition = await work.lock(Competition, { id: row.competitionId });
  if (competition?.status !== 'NOMINATION_OPEN') return;
  const nomination = await work.get(Nomination, row.id);
  if (nomination.status === 'WITHDRAWN') return;
  const facts = await gatherFacts(work, nomination, competition);
  const eligibility = judge(competition, nomination, facts);
  const found = verdict(eligibility);
  const status = statusAfter(found, nomination);
  if (status === nomination.status && isDeepStrictEqual(eligibility, nomination.eligibility))
    return;
  const saved = await work.update(Nomination, nomination, { eligibility, status });
  if (status !== nomination.status) await say(work, found, saved, competition);
}

/**
 * Judges the open nominations of an organization anew, after a fact about it changed. Done by the
 * system, by whoever holds the facts of the organization; judging twice changes nothing.
 */
export async function reconsider(work: Work, organizationId: string): Promise<void> {
  const status = In(['ELIGIBLE', 'INELIGIBLE', 'NEEDS_REVIEW']);
  const order = { competitionId: 'ASC' } as const;
  for (const row of await work.list(Nomination, { organizationId, status }, order))
    await reconsiderOne(work, row);
}
