import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import { StatedCount, toStatedCount } from '@jejaring/register/facts/stated-count.types';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  ActivityFunctionType,
  ActivityKindType,
  ActivityStatusType,
  FundingSourceType,
  PillarType,
  ProgrammeForumType,
  ProgrammeOutcomeType,
  ProgrammeStatusType,
} from './programme-words.types.js';
import type { Activity, WorkProgramme } from './work-programme.entity.js';

@ObjectType({ description: 'The meeting that adopted a programme.' })
export class ProgrammeAdoption {
  @Field(() => ProgrammeForumType, { description: 'Which meeting.' })
  forum!: keyof typeof ProgrammeForumType;

  @Field(() => CalendarDate, { description: 'Day of the meeting.' })
  on!: string;
}

@ObjectType({ description: 'What the office concluded (evaluasi program kerja).' })
export class ProgrammeEvaluation {
  @Field(() => ProgrammeOutcomeType, { description: 'The conclusion.' })
  outcome!: keyof typeof ProgrammeOutcomeType;

  @Field(() => CalendarDate, { description: 'Day of the evaluation.' })
  on!: string;
}

@ObjectType({ description: 'Money of one source in a programme.' })
export class ProgrammeBudget {
  @Field(() => FundingSourceType, { description: 'The source.' })
  fundingSource!: keyof typeof FundingSourceType;

  @Field(() => Money, { description: 'How much the programme may spend of it.' })
  amount!: string;

  @Field(() => Money, { description: 'How much its activities plan to spend.' })
  planned!: string;

  @Field(() => Money, { description: 'How much was spent.' })
  spent!: string;
}

@ObjectType('WorkProgramme', {
  description: 'What an organization plans and does in a year (program kerja).',
})
export class WorkProgrammeType {
  row!: WorkProgramme;

  @Field(() => ID, { description: '`wpg_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ProgrammeStatusType, { description: 'Where it stands.' })
  status!: keyof typeof ProgrammeStatusType;

  @Field(() => Int, { description: 'The year; an organization has one programme for each.' })
  year!: number;

  @Field(() => ProgrammeAdoption, { nullable: true, description: 'Null while it is a draft.' })
  adoption!: ProgrammeAdoption | null;

  @Field(() => ProgrammeEvaluation, {
    nullable: true,
    description: 'Null until the office evaluated it.',
  })
  evaluation!: ProgrammeEvaluation | null;
}

export const WorkProgrammeConnection = connectionOf('WorkProgramme', () => WorkProgrammeType);

export function toWorkProgrammeType(row: WorkProgramme): WorkProgrammeType {
  const { version, status, year, forum, adoptedOn, outcome, evaluatedOn } = row;
  return Object.assign(new WorkProgrammeType(), {
    row,
    id: encodeId('wpg', row.id),
    version,
    status,
    year,
    adoption: forum && Object.assign(new ProgrammeAdoption(), { forum, on: adoptedOn }),
    evaluation: outcome && Object.assign(new ProgrammeEvaluation(), { outcome, on: evaluatedOn }),
  });
}

@ObjectType('Activity', {
  description: 'An activity of a work programme (kegiatan): planned, and what became of it.',
})
export class ActivityType {
  row!: Activity;

  @Field(() => ID, { description: '`act_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ActivityStatusType, { description: 'What became of it.' })
  status!: keyof typeof ActivityStatusType;

  @Field(() => Int, { description: 'The year of its programme.' })
  year!: number;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field(() => ActivityKindType, { description: 'What it is.' })
  kind!: keyof typeof ActivityKindType;

  @Field(() => [ActivityFunctionType], { description: 'Functions that it serves.' })
  functions!: (keyof typeof ActivityFunctionType)[];

  @Field(() => PillarType, { description: 'Pillar of social welfare that it serves.' })
  pillar!: keyof typeof PillarType;

  @Field(() => CalendarDate, { description: 'Day for which it is planned.' })
  plannedOn!: string;

  @Field(() => Money, { nullable: true, description: 'What it may cost.' })
  budget!: string | null;

  @Field(() => FundingSourceType, { nullable: true, description: 'Who pays.' })
  fundingSource!: keyof typeof FundingSourceType | null;

  @Field(() => StatedCount, { nullable: true, description: 'How many it means to serve.' })
  target!: StatedCount | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day on which it took place.' })
  realisedOn!: string | null;

  @Field(() => Money, { nullable: true, description: 'What it cost.' })
  spent!: string | null;

  @Field({ description: 'Whether its effect was shown, so that it is to be kept.' })
  sustained!: boolean;
}

export const ActivityConnection = connectionOf('Activity', () => ActivityType);

const stated = (
  value: number | null,
  upTo: number | null,
  qualifier: Stated['qualifier'] | null,
) => (value === null || qualifier === null ? null : toStatedCount({ value, upTo, qualifier }));

export const beneficiariesOf = (row: Activity): StatedCount | null =>
  stated(row.beneficiariesValue, row.beneficiariesUpTo, row.beneficiariesQualifier);

export function toActivityType(row: Activity): ActivityType {
  const { version, status, year, title, kind, functions, pillar, plannedOn } = row;
  const { budget, fundingSource, realisedOn, spent, sustained } = row;
  return Object.assign(new ActivityType(), {
    row,
    id: encodeId('act', row.id),
    version,
    status,
    year,
    title,
    kind,
    functions,
    pillar,
    plannedOn,
    budget,
    fundingSource,
    realisedOn,
    spent,
    sustained,
    target: stated(row.targetValue, row.targetUpTo, row.targetQualifier),
  });
}
