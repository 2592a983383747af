import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { LocalizedText, Problem, problem } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMinSize, Matches } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { DataIncident } from './incident.entity.js';

type Ref<T> = T;

export const DataIncidentKindType = enumOf(
  'DataIncidentKind',
  'How the protection of personal data failed (UU 27/2022, article 46).',
  {
    ACCOUNT_MISUSED: 'An account was used by or for somebody without a right to it.',
    RIGHTS_TOO_WIDE: 'Somebody could see more than their duty needs.',
    SENT_TO_THE_WRONG_PERSON: 'Data went to the wrong person.',
    DEVICE_LOST: 'A device was lost or stolen.',
    INTRUSION: 'Somebody broke into a system.',
    UNAVAILABLE: 'Data could not be reached when they were needed.',
    ALTERED: 'Data were changed without right.',
  },
);

export const DataIncidentStatusType = enumOf('DataIncidentStatus', 'How far an incident is.', {
  OPEN: 'Reported; the clock runs.',
  ASSESSED: 'Whom it touched is known; the clock runs.',
  NOTIFIED: 'Persons and authority were told.',
  CLOSED: 'Nothing is left to be done.',
});

export const DataIncidentHandlingType = enumOf(
  'DataIncidentHandling',
  'What was done about an incident.',
  {
    ACCOUNT_BLOCKED: 'The account was blocked.',
    RIGHTS_REDUCED: 'Rights were reduced.',
    CALLED_BACK: 'The receiver was asked to delete what came to them.',
    DEVICE_WIPED: 'The device was wiped from afar.',
    KEYS_REPLACED: 'Keys were replaced.',
    RESTORED: 'The data were restored.',
    UNDER_INVESTIGATION: 'It is being looked into.',
  },
);

export const DataIncidentCommandType = enumOf(
  'DataIncidentCommand',
  'What can be done with an incident.',
  {
    ASSESS: 'Count from the access log whom it touched.',
    NOTIFY: 'Say that persons and authority were told.',
    CLOSE: 'Close it.',
  },
);

@Directive('@shareable')
@ObjectType('DataIncidentNotices', {
  description:
    'Drafts of both notices of a failure (surat pemberitahuan): which data, when and how, and what is done. They name nobody.',
})
export class DataIncidentNotices {
  @Field(() => LocalizedText, { description: 'To each person whom it touched.' })
  toPersons!: Ref<LocalizedText>;

  @Field(() => LocalizedText, { description: 'To the authority.' })
  toAuthority!: Ref<LocalizedText>;
}

@Directive('@shareable')
@ObjectType('DataIncident', {
  description:
    'A failure of the protection of personal data (kegagalan pelindungan data pribadi), with its clock of three days and nights (UU 27/2022, article 46).',
})
export class DataIncidentType {
  row!: DataIncident;

  @Field(() => ID, { description: '`din_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => RegionCode, { description: 'The region whose officer handles it.' })
  regionCode!: string;

  @Field(() => DataIncidentKindType, { description: 'What happened.' })
  kind!: keyof typeof DataIncidentKindType;

  @Field(() => DataIncidentStatusType, { description: 'How far it is.' })
  status!: keyof typeof DataIncidentStatusType;

  @Field({ description: 'When it began.' })
  from!: Date;

  @Field({ description: 'When it was over.' })
  to!: Date;

  @Field({ description: 'When it was discovered.' })
  discoveredAt!: Date;

  @Field({ description: 'Three days and nights after the discovery.' })
  dueAt!: Date;

  @Field(() => Int, { description: 'Persons whom it touched, as the access log tells.' })
  affected!: number;

  @Field(() => [DataIncidentHandlingType], { description: 'What was done about it.' })
  handling!: (keyof typeof DataIncidentHandlingType)[];

  @Field(() => Date, { nullable: true, description: 'When persons and authority were told.' })
  notifiedAt!: Date | null;
}

export function toIncidentType(row: DataIncident): DataIncidentType {
  const { version, regionCode, kind, status, from, to } = row;
  const { discoveredAt, dueAt, affected, handling, notifiedAt } = row;
  const happened = { version, regionCode, kind, status, from, to };
  const shown = { ...happened, discoveredAt, dueAt, affected, handling, notifiedAt };
  return Object.assign(new DataIncidentType(), { ...shown, row, id: encodeId('din', row.id) });
}

@Directive('@shareable')
@ObjectType('AffectedPerson', { description: 'Somebody whose data an incident touched.' })
export class AffectedPersonType {
  @Field(() => ID, { description: 'The record of the person.' })
  subjectId!: string;

  @Field(() => RegionCode, { description: 'Where it lies.' })
  regionCode!: string;
}

@InputType({ description: 'A failure of protection as it was discovered.' })
export class ReportDataIncidentInput extends CommandInput {
  @Field(() => RegionCode, { description: 'The region whose officer handles it.' })
  regionCode!: string;

  @Field(() => DataIncidentKindType, { description: 'What happened.' })
  kind!: keyof typeof DataIncidentKindType;

  @Field({ description: 'When it began.' })
  from!: Date;

  @Field({ description: 'When it was over.' })
  to!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was discovered; now, when left out.' })
  discoveredAt?: Date | null;

  @Matches(/^[0-9a-f]{64}$/, { message: 'account has 64 hexadecimal digits in lower case' })
  @Field(() => String, {
    nullable: true,
    description: 'The account that did it, as the trail shows it; anybody’s, when left out.',
  })
  account?: string | null;
}

@InputType()
export abstract class SeenIncidentInput extends SeenInput {
  @Field(() => ID, { description: 'The incident, `din_…`.' })
  id!: string;
}

@InputType({ description: 'The incident, and what was done about it so far.' })
export class AssessDataIncidentInput extends SeenIncidentInput {
  @ArrayMinSize(1)
  @Field(() => [DataIncidentHandlingType], { description: 'What was done about it.' })
  handling!: (keyof typeof DataIncidentHandlingType)[];
}

@InputType({ description: 'The incident of which persons and authority were told.' })
export class NotifyDataIncidentInput extends SeenIncidentInput {}

@InputType({ description: 'The incident of which nothing is left to be done.' })
export class CloseDataIncidentInput extends SeenIncidentInput {}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The incident is not at this stage.' })
export class DataIncidentRefusedProblem extends Problem {
  @Field(() => DataIncidentStatusType, { description: 'How far it is.' })
  currentStatus!: keyof typeof DataIncidentStatusType;
}

export function toIncidentProblem(refusal: Refusal): Problem | null {
  if (refusal.refused !== 'wrong-state') return null;
  const message = {
    en: 'The incident is not at this stage.',
    id: 'Kejadian tidak berada pada tahap ini.',
  };
  const { status } = refusal as unknown as { status: keyof typeof DataIncidentStatusType };
  return problem(DataIncidentRefusedProblem, message, { currentStatus: status });
}
