import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { awardGranted } from '@jejaring/schema/events/awards.events';
import type { Competition } from '../competition/competition.entity.js';
import { dayOf } from '../eligibility/eligibility.rules.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { reconsider } from '../nomination/reconsider.service.js';
import { Award } from './award.entity.js';

async function grant(work: Work, competition: Competition, winner: Nomination): Promise<void> {
  const { organizationId, regionCode } = winner;
  const { id: competitionId, year, organizerRegionCode, organizerOrganizationId } = competition;
  const rank = winner.rank!;
  const id = work.newId();
  const prize = competition.prizes.find((one) => one.rank === rank) ?? null;
  await work.insert(Award, {
    id,
    version: 1,
    competitionId,
    organizationId,
    regionCode,
    year,
    rank,
    title: prize?.title ?? null,
    prize,
    decree: null,
    presentedOn: null,
    occasionId: null,
    organizerRegionCode,
    organizerOrganizationId,
    revokedBecause: null,
    grantedOn: dayOf(work.now),
    status: 'GRANTED',
  });
  await work.publish(awardGranted, {
    region: competition.regionCode || null,
    data: {
      awardId: encodeId('awd', id),
      competitionId: encodeId('cmp', competitionId),
      organizationId: encodeId('org', organizationId),
      rank,
      year,
      regionCode: competition.regionCode,
    },
  });
}

/** Grants what was decided. A winner's standing in other open competitions may change with it. */
export async function grantAwards(
  work: Work,
  competition: Competition,
  winners: readonly Nomination[],
): Promise<void> {
  await work.beyondScope(async () => {
    for (const winner of winners) {
      await grant(work, competition, winner);
      await reconsider(work, winner.organizationId);
    }
  });
}
