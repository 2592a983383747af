import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { SeenCaseInput } from './case-inputs.types.js';
import {
  FollowUpFindingType,
  HoldReasonType,
  LegalBasisType,
  RejectionReasonType,
  RestrictionGroundType,
  SealReasonType,
  UnsealReasonType,
} from './case-words.js';

@InputType({ description: 'A case as the caller saw it.' })
export class CaseStepInput extends SeenCaseInput {}

@InputType({ description: 'Why a case rests, and until when.' })
export class HoldCaseInput extends SeenCaseInput {
  @Field(() => HoldReasonType, { description: 'Why.' })
  reason!: keyof typeof HoldReasonType;

  @Field(() => CalendarDate, {
    description: 'When somebody looks at it again: later than today, within six months.',
  })
  reviewOn!: string;
}

@InputType({ description: 'Why a report is not taken on.' })
export class RejectCaseInput extends SeenCaseInput {
  @Field(() => RejectionReasonType, { description: 'Why.' })
  reason!: keyof typeof RejectionReasonType;

  @Field(() => ID, { nullable: true, description: 'The other case, of a duplicate.' })
  duplicateOf?: string | null;
}

@InputType({ description: 'A visit that was made.' })
export class RecordFollowUpInput extends SeenCaseInput {
  @Field(() => CalendarDate, { description: 'When.' })
  visitedOn!: string;

  @Field(() => FollowUpFindingType, { description: 'How the person was found.' })
  finding!: keyof typeof FollowUpFindingType;
}

@InputType({ description: 'Why the data of a case may not be processed.' })
export class RestrictCaseInput extends SeenCaseInput {
  @Field(() => RestrictionGroundType, { description: 'Why.' })
  ground!: keyof typeof RestrictionGroundType;
}

@InputType({ description: 'On what ground the data of a restricted case may be processed again.' })
export class LiftCaseRestrictionInput extends SeenCaseInput {
  @Field(() => LegalBasisType, { description: 'Any but the consent that is no more.' })
  legalBasis!: keyof typeof LegalBasisType;
}

@InputType({ description: 'Why a case is closed to all but those who must know.' })
export class SealCaseInput extends SeenCaseInput {
  @Field(() => SealReasonType, { description: 'Why.' })
  reason!: keyof typeof SealReasonType;
}

@InputType({ description: 'Why a sealed case is opened again.' })
export class UnsealCaseInput extends SeenCaseInput {
  @Field(() => UnsealReasonType, { description: 'Why.' })
  reason!: keyof typeof UnsealReasonType;
}
