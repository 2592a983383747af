import { enumOf } from '@jejaring/chassis/graph/enums';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import type { AccessPurpose } from '@jejaring/schema/vocabulary';
import { Matches, ValidateIf } from 'class-validator';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

export const PersonFieldType = enumOf(
  'PersonField',
  'What is kept closed of a person, each value under a key of that person alone.',
  {
    NAME: 'Name in full.',
    NIK: 'National identity number (Nomor Induk Kependudukan).',
    BIRTH_DATE: 'Day of birth.',
  },
);
export type PersonField = keyof typeof PersonFieldType;

export const AccessPurposeType = enumOf(
  'AccessPurpose',
  'What personal data may be looked at for (UU PDP 27/2022, articles 16 and 20).',
  {
    CASE_HANDLING: 'To help the person.',
    REFERRAL: 'To hand the person on to who can help.',
    IDENTITY_CHECK: 'To know whether it is the same person.',
    SUPERVISION: 'To look after those who work with persons.',
    REGISTRATION: 'To keep the register of organizations.',
    PRIVACY_REQUEST: 'To answer what the person asked about their own data.',
    INCIDENT: 'To limit what became of a breach.',
    LEGAL_ORDER: 'Because a court or an authority ordered it.',
    BREAK_GLASS: 'In an emergency that does not wait.',
  } satisfies Record<AccessPurpose, string>,
);

@InputType({ description: 'A closed field of a person that is to be shown, and what for.' })
export class RevealFieldInput extends CommandInput {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field(() => PersonFieldType, { description: 'Which field.' })
  field!: PersonField;

  @Field(() => AccessPurposeType, { description: 'What for; it is kept in the audit.' })
  purpose!: AccessPurpose;

  @ValidateIf(({ reference }: RevealFieldInput) => (reference ?? null) !== null)
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,59}$/, {
    message: 'reference has 1 to 60 characters, without blanks',
  })
  @Field(() => String, {
    nullable: true,
    description:
      'Number of the letter, the case or the request, 1 to 60 characters, without blanks; names nobody.',
  })
  reference?: string | null;
}

@Directive('@shareable')
@ObjectType({
  description: 'A closed field as it was opened for the caller. It is not kept anywhere by this.',
})
export class RevealedField {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => PersonFieldType, { description: 'Which field.' })
  closedField!: PersonField;

  // That it was read is written with its purpose before it is opened, not when the answer leaves.
  @Directive('@classified(as: "personal")')
  @Field(() => String, {
    nullable: true,
    description: 'What it says; null where nothing was told, or it was erased.',
  })
  value!: string | null;
}
