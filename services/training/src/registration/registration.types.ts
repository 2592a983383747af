import { Classified } from '@jejaring/trust/audit/classified';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { badInput } from '@jejaring/chassis/graph/faults';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { organizationRef, OrganizationType } from '../organization/organization.types.js';
import type { Registration } from './registration.entity.js';

type Ref<T> = T;

export const RegistrationStatusType = enumOf(
  'TrainingRegistrationStatus',
  'Where a registration for a training stands.',
  {
    DRAFT: 'Named by a delegation that was not sent yet.',
    SUBMITTED: 'Sent by a delegation; the organizer has not decided.',
    REJECTED: 'Sent by a delegation and not taken.',
    APPROVED: 'Has a seat.',
    WAITLISTED: 'Waits for a seat, in the order of arrival.',
    OFFERED: 'Is offered a seat, until `answerBy`.',
    WITHDRAWN: 'Taken back, or the offer declined.',
    REPLACED: 'Somebody else comes in the same seat.',
    ATTENDED: 'Was there.',
    COMPLETED: 'Was there to the end.',
    NOT_COMPLETED: 'Was there too little, or failed the test.',
    NO_SHOW: 'Had a seat and was not there.',
    LAPSED: 'Waited in vain, did not answer an offer in time, or the event was called off.',
    CERTIFIED: 'Has a certificate.',
  },
);

export const RegistrationViaType = enumOf('TrainingRegistrationVia', 'Who sent a participant.', {
  DELEGATION: 'An office, for an organization of its region (pengiriman delegasi).',
  SELF: 'The organization itself.',
});

export const RegistrationCommandType = enumOf(
  'TrainingRegistrationCommand',
  'What can be done with a registration.',
  {
    WITHDRAW: '`withdrawParticipant`',
    ACCEPT_SEAT: '`acceptSeat`',
    DECLINE_SEAT: '`declineSeat`',
    REPLACE: '`replaceParticipant`',
    CONFIRM_ATTENDANCE: '`confirmAttendance`',
  },
);

@Directive('@key(fields: "id")')
@ObjectType('TrainingRegistration', {
  description:
    'One participant of an organization at a training (peserta). Seen by who sent and who receives them; never by name.',
})
export class RegistrationType {
  row!: Registration;

  @Field(() => ID, { description: '`reg_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => RegistrationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof RegistrationStatusType;

  @Classified('internal')
  @Field(() => ID, { description: 'The person in the register, opaque here.' })
  participantRef!: string;

  @Classified('internal')
  @Field(() => ID, {
    nullable: true,
    description: 'The same person as an officer of the register, `ofr_…`; null for other members.',
  })
  officerId!: string | null;

  @Classified('internal')
  @Field({ description: 'Initials of the participant.' })
  initials!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'Where the participant is from.' })
  organization!: Ref<OrganizationType>;

  @Field(() => Int, {
    nullable: true,
    description: 'Order of arrival at the event, 1 for the first; null while not decided.',
  })
  position!: number | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When an offered seat goes to the next; null where none is offered.',
  })
  answerBy!: Date | null;

  @Field(() => RegistrationViaType, { description: 'Who sent the participant.' })
  via!: keyof typeof RegistrationViaType;

  @Field({ description: 'When it was made.' })
  registeredAt!: Date;
}

export const RegistrationConnection = connectionOf('TrainingRegistration', () => RegistrationType);

export function toRegistrationType(row: Registration): RegistrationType {
  const { version, status, participantRef, initials, position, via, registeredAt } = row;
  const shown = { version, status, participantRef, initials, position, via, registeredAt };
  return Object.assign(new RegistrationType(), shown, {
    row,
    id: encodeId('reg', row.id),
    officerId: row.officerId && encodeId('ofr', row.officerId),
    answerBy: row.status === 'OFFERED' ? row.answerBy : null,
    organization: organizationRef(row.organizationId),
  });
}

@InputType({ description: 'A member of an organization who asks for a seat.' })
export class RegisterParticipantInput extends CommandInput {
  @Field(() => ID, { description: 'The training event.' })
  trainingEventId!: string;

  @Field(() => ID, { description: 'The organization that the participant comes from.' })
  organizationId!: string;

  @ValidateIf(({ participantRef }: RegisterParticipantInput) => (participantRef ?? null) !== null)
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'The person in the register: a UUID, opaque here. Absent for an officer.',
  })
  participantRef?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'An officer of the organization, `ofr_…`, instead; must sit on its board that day.',
  })
  officerId?: string | null;

  @MinLength(1)
  @MaxLength(200)
  @Field({ description: 'Name, 1 to 200 characters. Stored encrypted; only initials are shown.' })
  displayName!: string;
}

@InputType({ description: 'A registration as the caller saw it.' })
export class RegistrationStepInput extends SeenInput {
  @Field(() => ID, { description: 'The registration.' })
  id!: string;
}

@InputType({ description: 'A seat, and who comes in it instead.' })
export class ReplaceParticipantInput extends RegistrationStepInput {
  @ValidateIf(({ participantRef }: ReplaceParticipantInput) => (participantRef ?? null) !== null)
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'Who comes: a UUID, opaque here. Absent for an officer.',
  })
  participantRef?: string | null;

  @Field(() => ID, { nullable: true, description: 'An officer, `ofr_…`, instead.' })
  officerId?: string | null;

  @MinLength(1)
  @MaxLength(200)
  @Field({ description: 'Name, 1 to 200 characters. Stored encrypted; only initials are shown.' })
  displayName!: string;
}

/** A person by exactly one of the two ways of naming them. */
export function readPerson(input: {
  participantRef?: string | null;
  officerId?: string | null;
  displayName: string;
}) {
  const { participantRef, officerId, displayName: name } = input;
  if (officerId && !participantRef) {
    const officer = readId('ofr', 'officerId', officerId);
    return { participantRef: officer, officerId: officer, name };
  }
  if (officerId || !participantRef)
    throw badInput('participantRef', 'Name the person by `participantRef` or by `officerId`.');
  return { participantRef: participantRef.toLowerCase(), officerId: null, name };
}

export const seenRegistration = ({ id, expectedVersion }: RegistrationStepInput) => ({
  id: readId('reg', 'id', id),
  expectedVersion,
});
