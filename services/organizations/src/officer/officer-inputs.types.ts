import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { OfficerSex, PublicPostType } from './officer-words.js';
import type { OfficialPosition } from './officer.rules.js';

type Ref<T> = T;

@InputType({ description: 'A post in government.' })
export class OfficialPositionInput {
  @Field(() => PublicPostType, { description: 'The post.' })
  kind!: keyof typeof PublicPostType;

  @Field(() => RegionCode, { description: 'Where it is held.' })
  regionCode!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without it.' })
  to?: string | null;
}

@InputType({ description: 'A person for the boards of a Karang Taruna.' })
export class RegisterOfficerInput extends CommandInput {
  @Field(() => ID, { description: 'The Karang Taruna that they are registered for.' })
  organizationId!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Name, stored encrypted, 2 to 200 characters.' })
  name!: string;

  @Field(() => CalendarDate, { description: 'Day of birth, stored encrypted.' })
  birthDate!: string;

  @Field(() => OfficerSex, { description: 'As in the civil register.' })
  sex!: keyof typeof OfficerSex;

  @Field(() => RegionCode, { description: 'Where the person lives.' })
  residenceRegion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number (Nomor Induk Kependudukan, NIK), stored encrypted.',
  })
  nik?: string | null;

  @MinLength(1)
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: 'Subject of the tokens of the person’s account; only a hash of it is kept.',
  })
  accountSubject?: string | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [OfficialPositionInput], {
    defaultValue: [],
    description: 'Posts in government, held now or before.',
  })
  officialPositions!: Ref<OfficialPositionInput>[];
}

@InputType({ description: 'What is to be changed of an officer; what is left out stays.' })
export class AmendOfficerInput extends SeenInput {
  @Field(() => ID, { description: 'The officer.' })
  id!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of birth.' })
  birthDate?: string | null;

  @Field(() => OfficerSex, { nullable: true, description: 'As in the civil register.' })
  sex?: keyof typeof OfficerSex | null;

  @Field(() => RegionCode, { nullable: true, description: 'Where the person lives.' })
  residenceRegion?: string | null;

  @Field(() => String, { nullable: true, description: 'Identity number (NIK).' })
  nik?: string | null;

  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description:
      'Subject of the tokens of the person’s account; by an office alone. Empty takes the link away.',
  })
  accountSubject?: string | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [OfficialPositionInput], {
    nullable: true,
    description: 'All posts in government, in place of those told before.',
  })
  officialPositions?: Ref<OfficialPositionInput>[] | null;
}

/** Posts as they were sent; an absent end is null from here on. */
export const readPositions = (inputs: readonly OfficialPositionInput[]): OfficialPosition[] =>
  inputs.map(({ kind, regionCode, from, to }) => ({ kind, regionCode, from, to: to ?? null }));
