import { readId } from '@jejaring/chassis/graph/ids';
import { SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Decree } from './award.rules.js';
import { AwardType, RevocationGroundType, SignatoryCapacityType } from './award.types.js';

type Ref<T> = T;

@ObjectType({ implements: Problem, description: 'The award cannot be changed so.' })
export class AwardRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `award-revoked`.' })
  ground!: string;
}

export const toAwardProblem = ({ refused }: Refusal): Problem | null =>
  refused === 'award-revoked'
    ? problem(
        AwardRefusedProblem,
        { en: 'The award was taken back already.', id: 'Penghargaan ini sudah dicabut.' },
        { ground: refused },
      )
    : null;

export const RevokeAwardResult = resultUnion(
  'RevokeAwardResult',
  () => AwardType,
  AwardRefusedProblem,
);

@InputType({ description: 'The decree that awards rest on (Surat Keputusan).' })
export class AwardDecreeInput {
  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Its day.' })
  issuedOn!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'The post that signed; no name is kept here.' })
  signatoryPosition!: string;

  @Field(() => SignatoryCapacityType, {
    defaultValue: 'DEFINITIVE',
    description: 'In which capacity.',
  })
  capacity: keyof typeof SignatoryCapacityType = 'DEFINITIVE';
}

@InputType({ description: 'How the awards of a competition were handed over.' })
export class PresentAwardsInput extends SeenInput {
  @Field(() => ID, { description: 'The competition.' })
  id!: string;

  @Field(() => CalendarDate, { description: 'The day.' })
  presentedOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The event of an organization at which it was, `oev_…`.',
  })
  occasionId?: string | null;

  @ValidateNested()
  @Field(() => AwardDecreeInput, { nullable: true, description: 'The decree they rest on.' })
  decree?: Ref<AwardDecreeInput> | null;
}

@InputType({ description: 'The award that is taken back, and why.' })
export class RevokeAwardInput extends SeenInput {
  @Field(() => ID, { description: 'The award.' })
  id!: string;

  @Field(() => RevocationGroundType, { description: 'Why.' })
  ground!: keyof typeof RevocationGroundType;
}

const readDecree = (input: AwardDecreeInput | null | undefined): Decree | null =>
  input ? { ...input } : null;

/** How awards were handed over, as stored. */
export const readPresentation = (input: PresentAwardsInput) => ({
  presentedOn: input.presentedOn,
  occasionId: input.occasionId ? readId('oev', 'occasionId', input.occasionId) : null,
  decree: readDecree(input.decree),
});
