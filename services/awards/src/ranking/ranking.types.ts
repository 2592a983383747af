import { enumOf } from '@jejaring/chassis/graph/enums';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import type { RankingEntry } from './ranking.entity.js';
import type { Points } from './tally.rules.js';

type Ref<T> = T;

/** Ten-thousandths of a point as people write them: 87.5000. */
const written = (points: Points): string => {
  const digits = String(points).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

export const TieBreakKindType = enumOf('TieBreakKind', 'What parted equal totals.', {
  CRITERION: 'The value of a criterion, the heaviest first.',
  FIELD_VERIFICATION: 'The score of the visit (verifikasi lapangan).',
});

@ObjectType('TieBreak', { description: 'What parted nominees with the same total.' })
export class TieBreakType {
  @Field(() => TieBreakKindType, { description: 'Which kind.' })
  by!: keyof typeof TieBreakKindType;

  @Field(() => String, { nullable: true, description: 'Code of the criterion.' })
  criterion!: string | null;
}

@ObjectType('RankedCriterion', { description: 'What a nominee reached in a criterion.' })
export class RankedCriterionType {
  @Field({ description: 'Code of the criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'Its weight in basis points.' })
  weightBp!: number;

  @Field({ description: 'Mean of the counting jurors over all stages, 0.0000 to 100.0000.' })
  value!: string;
}

@ObjectType('RankedStage', { description: 'What a nominee reached at a stage.' })
export class RankedStageType {
  @Field(() => Int, { description: 'Place of the stage in the scheme, from 1.' })
  stage!: number;

  @Field(() => Int, { description: 'Its weight in basis points.' })
  weightBp!: number;

  @Field(() => Int, { description: 'How many jurors count.' })
  jurors!: number;

  @Field(() => Int, { description: 'How many scores of each criterion were left out.' })
  dropped!: number;

  @Field({ description: 'The score, 0.0000 to 100.0000.' })
  score!: string;
}

@ObjectType('RankingExplanation', {
  description:
    'How a nominee came to its rank, without the scores of single jurors. Before the announcement for the organizer and the auditor; then also for the nominee and the offices of its region.',
})
export class RankingExplanationType {
  row!: RankingEntry;

  @Field(() => ID, { description: 'The nomination, `nom_…`.' })
  nominationId!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'The nominee.' })
  organization!: Ref<OrganizationType> | null;

  @Field(() => Int, { description: 'Rank from the sheets; equals share it, the next is skipped.' })
  rank!: number;

  @Field({ description: 'The total, 0.0000 to 100.0000; rounded half up, once, at the end.' })
  total!: string;

  @Field({ description: 'Whether others share the rank; a vote in the minutes may part them.' })
  shared!: boolean;

  @Field(() => TieBreakType, {
    nullable: true,
    description: 'What parted it from a nominee with the same total.',
  })
  tieBreak!: Ref<TieBreakType> | null;
}

export const RankingConnection = connectionOf('RankingExplanation', () => RankingExplanationType);

@ObjectType('RankingProof', {
  description: 'What came out when the ranking was computed anew from the sealed sheets, just now.',
})
export class RankingProofType {
  @Field({ description: 'Whether the chains of hashes end as they were sealed.' })
  isChainUntouched!: boolean;

  @Field({ description: 'Whether the ranking came out the same, to the last digit.' })
  isReproduced!: boolean;

  @Field(() => Int, { description: 'How many nominees it holds.' })
  nominations!: number;
}

export function toExplanation(row: RankingEntry): RankingExplanationType {
  const { rank, total, shared, tieBreak } = row;
  return Object.assign(new RankingExplanationType(), {
    row,
    nominationId: encodeId('nom', row.nominationId),
    organization: organizationOf(row.organizationId),
    rank,
    total: written(total),
    shared,
    tieBreak:
      tieBreak &&
      Object.assign(new TieBreakType(), {
        by: tieBreak.by,
        criterion: tieBreak.by === 'CRITERION' ? tieBreak.code : null,
      }),
  });
}

type Weighted = { weightBp: number };

export const toRankedCriterion = (
  { code, value }: RankingEntry['criteria'][number],
  { weightBp }: Weighted,
) => Object.assign(new RankedCriterionType(), { criterion: code, weightBp, value: written(value) });

export const toRankedStage = (
  { score, ...stage }: RankingEntry['stages'][number],
  { weightBp }: Weighted,
) => Object.assign(new RankedStageType(), { ...stage, weightBp, score: written(score) });
