import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { IsUUID, MaxLength, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OfficeRef } from '../office/office.types.js';
import { organizationRef, OrganizationType } from '../organization/organization.types.js';
import { RegionType } from '../region/region.types.js';
import type { Registration } from './registration.entity.js';

type Ref<T> = T;

export const RegistrationStatusType = enumOf(
  'TrainingRegistrationStatus',
  'Where a registration for a training stands.',
  {
    APPROVED: 'Has a seat.',
    WAITLISTED: 'Waits for a seat, in the order of arrival.',
    WITHDRAWN: 'Taken back.',
    ATTENDED: 'Was there.',
    COMPLETED: 'Was there to the end.',
    NO_SHOW: 'Had a seat and was not there.',
    LAPSED: 'Waited in vain, or the event was called off.',
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
  { WITHDRAW: '`withdrawParticipant`', CONFIRM_ATTENDANCE: '`confirmAttendance`' },
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

  @Field(() => ID, { description: 'The person in the register, opaque here.' })
  participantRef!: string;

  @Field({ description: 'Initials of the participant.' })
  initials!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'Where the participant is from.' })
  organization!: Ref<OrganizationType>;

  @Field(() => Int, { description: 'Order of arrival at the event, 1 for the first.' })
  position!: number;

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
    organization: organizationRef(row.organizationId),
  });
}

@ObjectType({
  description: 'Participants that one office sent to a training (delegasi).',
})
export class TrainingDelegation {
  @Field(() => OfficeRef, { nullable: true, description: 'The office, where it is known.' })
  sendingOffice!: Ref<OfficeRef> | null;

  @Field(() => RegionType, {
    nullable: true,
    description: 'The region of the office; null for one of the nation.',
  })
  region!: Ref<RegionType> | null;

  @Field(() => [RegistrationType], { description: 'Those who were sent, in order of arrival.' })
  delegates!: Ref<RegistrationType>[];
}

@InputType({ description: 'A member of an organization who asks for a seat.' })
export class RegisterParticipantInput extends CommandInput {
  @Field(() => ID, { description: 'The training event.' })
  trainingEventId!: string;

  @Field(() => ID, { description: 'The organization that the participant comes from.' })
  organizationId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The person in the register: a UUID, opaque here.' })
  participantRef!: string;

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

export const seenRegistration = ({ id, expectedVersion }: RegistrationStepInput) => ({
  id: readId('reg', 'id', id),
  expectedVersion,
});
