import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, Money, RegionCode } from '@jejaring/chassis/graph/scalars';
import { FactSourceInput } from '@jejaring/register/facts/fact-source.types';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RegionLevelType } from '../region/region.types.js';
import { AssetConditionType, AssistanceItemType } from './assistance-words.js';

@InputType({ description: 'A programme of assistance.' })
export class OpenAssistanceProgrammeInput extends CommandInput {
  @Field(() => ID, { description: 'The office that gives, `ofc_…`.' })
  officeId!: string;

  @Field(() => RegionCode, { description: 'The region whose organizations it is meant for.' })
  regionCode!: string;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its title, 3 to 200 characters.' })
  title!: string;

  @Min(1960)
  @Max(2100)
  @Field(() => Int, { description: 'Fiscal year (tahun anggaran).' })
  fiscalYear!: number;

  @Field(() => AssistanceItemType, { description: 'What is handed over.' })
  itemKind!: keyof typeof AssistanceItemType;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'What it is in detail.' })
  itemSpec?: string | null;

  @Field(() => Money, { nullable: true, description: 'Value of one piece.' })
  unitValue?: string | null;

  @Field(() => RegionLevelType, { description: 'The level of the organizations it is meant for.' })
  targetLevel!: keyof typeof RegionLevelType;

  @Min(1)
  @Max(100_000)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many it is meant for, where a source states it; else the regions of that level are counted.',
  })
  targetStated?: number | null;

  @MaxLength(300)
  @Field(() => String, {
    nullable: true,
    description: 'From what the target is concluded, when it is not stated.',
  })
  targetDerivedBecause?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Since when it is open; today if absent.',
  })
  openedOn?: string | null;

  @ArrayMaxSize(20)
  @Field(() => [FactSourceInput], { defaultValue: [], description: 'Where the facts come from.' })
  sources!: FactSourceInput[];
}

@InputType({ description: 'An organization that is to receive.' })
export class RecipientInput {
  @Field(() => ID, { description: '`org_…`' })
  organizationId!: string;

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { defaultValue: 1, description: 'How many pieces.' })
  quantity!: number;
}

@InputType({ description: 'Puts something aside for organizations.' })
export class AllocateAssistanceInput extends SeenInput {
  @Field(() => ID, { description: 'The programme, `apg_…`.' })
  id!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Field(() => [RecipientInput], { description: 'Who is to receive: all of them, or nobody.' })
  recipients!: RecipientInput[];

  @Min(1960)
  @Max(2100)
  @Field(() => Int, {
    nullable: true,
    description: 'The fiscal year it is planned for; that of the programme if absent.',
  })
  plannedFiscalYear?: number | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day of the decision; today if absent.',
  })
  decidedOn?: string | null;
}

@InputType({ description: 'An allocation as the caller saw it.' })
export class AllocationStepInput extends SeenInput {
  @Field(() => ID, { description: 'The allocation, `alc_…`.' })
  id!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day of the decision; today if absent.',
  })
  decidedOn?: string | null;
}

@InputType({ description: 'Puts an allocation off.' })
export class DeferAllocationInput extends AllocationStepInput {
  @Min(1960)
  @Max(2100)
  @Field(() => Int, { description: 'The later fiscal year it is now planned for.' })
  plannedFiscalYear!: number;
}

@InputType({ description: 'A handover with its minutes.' })
export class HandOverAssetsInput extends SeenInput {
  @Field(() => ID, { description: 'The allocation, `alc_…`.' })
  id!: string;

  @Field(() => CalendarDate, { description: 'Day of the handover; not after today.' })
  handedOverOn!: string;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Number of the minutes (Berita Acara Serah Terima, BAST).' })
  minutesNumber!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @MinLength(1, { each: true })
  @MaxLength(60, { each: true })
  @Field(() => [String], { description: 'Serial number of each piece; no two pieces share one.' })
  serialNumbers!: string[];

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'What the occasion was called.' })
  occasionTitle?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The training during which it happened, `trn_…`.',
  })
  trainingEventId?: string | null;

  @MaxLength(150)
  @Field(() => String, {
    nullable: true,
    description: 'Position of whoever hands over; not the name of a person.',
  })
  givenBy?: string | null;

  @Field(() => ID, { nullable: true, description: 'The officer who receives, `ofr_…`.' })
  receivedByOfficerId?: string | null;

  @ArrayMaxSize(20)
  @Field(() => [FactSourceInput], { defaultValue: [], description: 'Where the facts come from.' })
  sources!: FactSourceInput[];
}

@InputType({ description: 'How a piece fares.' })
export class ReportAssetConditionInput extends SeenInput {
  @Field(() => ID, { description: 'The piece, `ast_…`.' })
  id!: string;

  @Field(() => AssetConditionType, { description: 'Its condition.' })
  condition!: keyof typeof AssetConditionType;

  @Field(() => CalendarDate, { nullable: true, description: 'Since when; today if absent.' })
  since?: string | null;
}

export const seenAllocation = ({ id, expectedVersion, decidedOn }: AllocationStepInput) => ({
  id: readId('alc', 'id', id),
  expectedVersion,
  decidedOn: decidedOn ?? null,
});

/** The stored id behind an optional one. */
export const readOptionalId = (
  prefix: Parameters<typeof readId>[0],
  field: string,
  id: string | null | undefined,
): string | null => (id == null ? null : readId(prefix, field, id));
