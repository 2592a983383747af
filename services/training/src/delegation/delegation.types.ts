import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, ArrayMinSize, MaxLength, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OfficeRef, officeRef } from '../office/office.types.js';
import { organizationRef, OrganizationType } from '../organization/organization.types.js';
import { regionRef, RegionType } from '../region/region.types.js';
import type { Delegation } from './delegation.entity.js';

type Ref<T> = T;

export const DelegationStatusType = enumOf(
  'TrainingDelegationStatus',
  'Where a letter of delegation stands.',
  {
    DRAFT: 'Being written; only its sender sees it.',
    SUBMITTED: 'Sent to the organizer.',
    ACCEPTED: 'All whom it names were accepted.',
    PARTIALLY_ACCEPTED: 'Some were accepted.',
    REJECTED: 'Nobody was accepted.',
    WITHDRAWN: 'Taken back before it was decided on.',
  },
);

export const DelegationCommandType = enumOf(
  'TrainingDelegationCommand',
  'What can be done with a letter of delegation.',
  { SUBMIT: '`submitDelegation`', DECIDE: '`decideDelegation`', WITHDRAW: '`withdrawDelegation`' },
);

export const RejectionReasonType = enumOf(
  'DelegationRejectionReason',
  'Why delegates were not accepted.',
  {
    NOT_ELIGIBLE: 'They are not those whom the event is for.',
    NO_SEATS: 'There are no seats for them.',
    TOO_LATE: 'The letter came too late.',
    OTHER: 'Another reason.',
  },
);

@ObjectType({ description: 'The letter by which people were sent (surat tugas).' })
export class DelegationLetter {
  @Field({ description: 'Its number, as its sender counts.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Its date.' })
  issuedOn!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('TrainingDelegation', {
  description:
    'Whom an office, a village head or a board sent to a training by one letter (delegasi). Seen by who sends and who receives them.',
})
export class DelegationType {
  row!: Delegation;

  @Field(() => ID, { description: '`dlg_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DelegationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof DelegationStatusType;

  @Field(() => DelegationLetter, { description: 'The letter.' })
  letter!: Ref<DelegationLetter>;

  @Field(() => OfficeRef, {
    nullable: true,
    description: 'The office that sent them; null for a village head or a board.',
  })
  sendingOffice!: Ref<OfficeRef> | null;

  @Field(() => OrganizationType, {
    nullable: true,
    description: 'The board that sent them; null for an office or a village head.',
  })
  sendingOrganization!: Ref<OrganizationType> | null;

  @Field(() => RegionType, {
    nullable: true,
    description: 'The region of who sent them; all delegates are from there.',
  })
  region!: Ref<RegionType>;

  @Field(() => Date, { nullable: true, description: 'When it was sent.' })
  submittedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the organizer decided.' })
  decidedAt!: Date | null;

  @Field(() => RejectionReasonType, {
    nullable: true,
    description: 'Why some or all were not accepted.',
  })
  rejectionReason!: keyof typeof RejectionReasonType | null;
}

export const DelegationConnection = connectionOf('TrainingDelegation', () => DelegationType);

export function toDelegationType(row: Delegation): DelegationType {
  const { version, status, submittedAt, decidedAt, rejectionReason } = row;
  const { senderOfficeId: office, senderOrganizationId: organization } = row;
  const shown = { version, status, submittedAt, decidedAt, rejectionReason };
  return Object.assign(new DelegationType(), shown, {
    row,
    id: encodeId('dlg', row.id),
    letter: Object.assign(new DelegationLetter(), {
      number: row.letterNumber,
      issuedOn: row.letterOn,
    }),
    sendingOffice: office === null ? null : officeRef(office),
    sendingOrganization: organization === null ? null : organizationRef(organization),
    region: regionRef(row.regionCode),
  });
}

@InputType({ description: 'Somebody whom a letter of delegation names.' })
export class DelegateInput {
  @Field(() => ID, {
    description: 'The officer, `ofr_…`, who sits on the board on the first day of the event.',
  })
  officerId!: string;

  @Field(() => ID, { description: 'The organization on whose board.' })
  organizationId!: string;

  @MinLength(1)
  @MaxLength(200)
  @Field({ description: 'Name, 1 to 200 characters. Stored encrypted; only initials are shown.' })
  displayName!: string;
}

@InputType({ description: 'A letter of delegation, and whom it names.' })
export class DraftDelegationInput extends CommandInput {
  @Field(() => ID, { description: 'The training event.' })
  trainingEventId!: string;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Region of the office or village head who sends; absent when a board does.',
  })
  senderRegion?: string | null;

  @Field(() => ID, { nullable: true, description: 'The board that sends, `org_…`, instead.' })
  senderOrganization?: string | null;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Number of the letter (nomor surat tugas), 1 to 100 characters.' })
  letterNumber!: string;

  @Field(() => CalendarDate, { description: 'Date of the letter.' })
  letterOn!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Field(() => [DelegateInput], { description: 'Whom it names, 1 to 50.' })
  delegates!: Ref<DelegateInput>[];
}

@InputType({ description: 'A letter of delegation as the caller saw it.' })
export class DelegationStepInput extends SeenInput {
  @Field(() => ID, { description: 'The delegation.' })
  id!: string;
}

@InputType({ description: 'What the organizer decides about a letter of delegation.' })
export class DecideDelegationInput extends DelegationStepInput {
  @ArrayMaxSize(50)
  @Field(() => [ID], {
    description: 'The delegates that are accepted, `reg_…`; the others are not.',
  })
  accepted!: string[];

  @Field(() => RejectionReasonType, {
    nullable: true,
    description: 'Why the others are not; absent when all are accepted.',
  })
  rejectionReason?: keyof typeof RejectionReasonType | null;
}

export const seenDelegation = ({ id, expectedVersion }: DelegationStepInput) => ({
  id: readId('dlg', 'id', id),
  expectedVersion,
});
