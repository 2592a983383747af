import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  nominationFoundEligible,
  nominationFoundIneligible,
  nominationSentToReview,
  nominationSubmitted,
  nominationWithdrawn,
} from '@jejaring/schema/events/awards.events';
import type { Competition } from '../competition/competition.entity.js';
import type {
  Measure,
  NomineeFacts,
  RuleResult,
  Verdict,
} from '../eligibility/eligibility.rules.js';
import { evaluate } from '../eligibility/eligibility.rules.js';
import type { Nomination } from './nomination.entity.js';

/** What a nomination is measured by: the rules of its competition, on the day it was handed in. */
export const judge = (
  { category, regionCode, eligibility: rules }: Competition,
  { regionCode: seat, submittedOn: day }: Pick<Nomination, 'regionCode' | 'submittedOn'>,
  facts: NomineeFacts,
): RuleResult[] => {
  const measure: Measure = { category, regionCode, seat, day, rules };
  return evaluate(measure, facts);
};

const contracts = {
  SUBMITTED: nominationSubmitted,
  ELIGIBLE: nominationFoundEligible,
  INELIGIBLE: nominationFoundIneligible,
  NEEDS_REVIEW: nominationSentToReview,
  WITHDRAWN: nominationWithdrawn,
} as const;

/** Says what became of a nomination, in the region of its competition; names no organization. */
export async function say(
  work: Work,
  what: Verdict | 'SUBMITTED' | 'WITHDRAWN',
  { id, competitionId }: Nomination,
  { regionCode }: Competition,
): Promise<void> {
  await work.publish(contracts[what], {
    region: regionCode || null,
    data: {
      nominationId: encodeId('nom', id),
      competitionId: encodeId('cmp', competitionId),
    },
  });
}
