import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import { isInside } from '../eligibility/eligibility.rules.js';
import type {
  CompetitionCategory,
  CompetitionStatus,
  CompetitionTier,
} from './competition.rules.js';
import { competitionTiers } from './competition.rules.js';

export interface Tiered {
  tier: CompetitionTier;
  category: CompetitionCategory;
  regionCode: string;
}

/** Organizations win as such; a worker or volunteer of the register wins in person (domain: S4). */
export const nomineeKindOf = (category: CompetitionCategory): 'ORGANIZATION' | 'INDIVIDUAL' =>
  category === 'KARANG_TARUNA' || category === 'LKS' ? 'ORGANIZATION' : 'INDIVIDUAL';

const height = (tier: CompetitionTier) => competitionTiers.indexOf(tier);

/** The best go on to a competition of the same category, higher up, whose region holds theirs. */
export function parentProblem(lower: Tiered, parent: Tiered | null): InvalidInput | null {
  const fits =
    parent !== null &&
    parent.category === lower.category &&
    height(parent.tier) > height(lower.tier) &&
    isInside(parent.regionCode, lower.regionCode);
  if (fits) return null;
  return invalidInput('parentCompetitionId', {
    en: 'The competition above is of the same category and of a higher tier that holds this region.',
    id: 'Lomba di atasnya harus berkategori sama, bertingkat lebih tinggi, dan mencakup wilayah ini.',
  });
}

export type PromotionRefusal =
  { refused: 'parent-not-open' } | { refused: 'objections-open'; until: string };

/** A result is final when nobody may object any more. */
export const finalize = (
  { objectionsUntil }: { objectionsUntil: string | null },
  today: string,
): PromotionRefusal | { refused: null } =>
  objectionsUntil !== null && today <= objectionsUntil
    ? { refused: 'objections-open', until: objectionsUntil }
    : { refused: null };

/** The best go on while the competition above takes nominations. */
export const promote = (
  parent: { status: CompetitionStatus } | null,
): PromotionRefusal | { refused: null } =>
  parent?.status === 'NOMINATION_OPEN' ? { refused: null } : { refused: 'parent-not-open' };
