import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { nominateFromBelow } from '../nomination/nomination.service.js';
import { listPlaced } from '../nomination/nomination.service.js';
import { sayStep } from './competition-events.service.js';
import { Competition } from './competition.entity.js';
import { step } from './competition.rules.js';
import type { SeenCompetition } from './competition.service.js';
import { todayAt } from './competition.service.js';
import { finalize, promote } from './tiers.rules.js';

/** The result stands: nobody may object to it any more. */
export async function finalizeCompetition(
  work: Work,
  input: SeenCompetition,
): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('FINALIZE', row, work.caller));
  proceed(finalize(row, todayAt(work, row)));
  const saved = await work.update(Competition, row, { status });
  await sayStep(work, 'FINALIZE', saved);
  return saved;
}

/** The best become nominees of the competition above, judged by its own rules. */
export async function promoteWinners(work: Work, input: SeenCompetition): Promise<Competition> {
  const row = await work.getAt(Competition, input.id, input.expectedVersion);
  const { status } = proceed(step('PROMOTE', row, work.caller));
  const parent = await work.find(Competition, { id: row.parentCompetitionId! });
  proceed(promote(parent));
  const saved = await work.update(Competition, row, { status });
  const placed = await listPlaced(work, row.id);
  const best = placed.filter(({ rank }) => rank! <= row.promoteCount);
  for (const winner of best) await nominateFromBelow(work, parent!.id, winner);
  await sayStep(work, 'PROMOTE', saved);
  return saved;
}
