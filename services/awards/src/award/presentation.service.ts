import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { awardPresented, awardRevoked } from '@jejaring/schema/events/awards.events';
import { regionOf } from '../competition/competition-events.service.js';
import { Competition } from '../competition/competition.entity.js';
import { step } from '../competition/competition.rules.js';
import type { SeenCompetition } from '../competition/competition.service.js';
import { todayAt } from '../competition/competition.service.js';
import { holdFacts } from '../eligibility/eligibility.service.js';
import { reconsider } from '../nomination/reconsider.service.js';
import { Award } from './award.entity.js';
import type { Decree, RevocationGround } from './award.rules.js';
import { present, revoke } from './award.rules.js';

export interface Presentation {
  presentedOn: string;
  occasionId: string | null;
  decree: Decree | null;
}

const idsOf = ({ id, competitionId, organizationId }: Award) => ({
  awardId: encodeId('awd', id),
  competitionId: encodeId('cmp', competitionId),
  organizationId: encodeId('org', organizationId),
});

/** Records that the awards of a competition were handed over, all those that still stand. */
export async function presentAwards(
  work: Work,
  input: SeenCompetition & Presentation,
): Promise<Competition> {
  const { id, expectedVersion, presentedOn, occasionId, decree } = input;
  const row = await work.getAt(Competition, id, expectedVersion);
  const { status } = proceed(step('PRESENT', row, work.caller));
  const saved = await work.update(Competition, row, { status });
  const today = todayAt(work, row);
  const granted = await work.list(Award, { competitionId: id, status: 'GRANTED' }, { rank: 'ASC' });
  if (granted.length === 0) refuse({ refused: 'no-awards-waiting' });
  for (const award of granted) {
    const changes = proceed(present(award, { presentedOn, today }));
    const kept = { ...changes, presentedOn, occasionId, decree };
    const presented = await work.update(Award, award, kept);
    await work.publish(awardPresented, {
      region: regionOf(row),
      data: {
        ...idsOf(presented),
        presentedOn,
        ...(occasionId === null ? {} : { occasionId: encodeId('oev', occasionId) }),
      },
    });
  }
  return saved;
}

/** Takes an award back. What its holder may enter may change with it. */
export async function revokeAward(
  work: Work,
  input: { id: string; expectedVersion: number; ground: RevocationGround },
): Promise<Award> {
  const row = await work.getAt(Award, input.id, input.expectedVersion);
  const { status } = proceed(revoke(row, work.caller));
  await holdFacts(work, [row.organizationId]);
  const saved = await work.update(Award, row, { status, revokedBecause: input.ground });
  const competition = await work.get(Competition, row.competitionId);
  await work.publish(awardRevoked, { region: regionOf(competition), data: idsOf(saved) });
  await work.beyondScope(() => reconsider(work, row.organizationId));
  return saved;
}
