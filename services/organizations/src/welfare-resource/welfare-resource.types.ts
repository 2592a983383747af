import { enumOf } from '@jejaring/chassis/graph/enums';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { IsEmail, Matches, MaxLength, MinLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OrganizationKindType } from '../organization/organization-words.js';
import type { Particulars } from './welfare-resource.rules.js';

export const NatureType = enumOf('WelfareResourceNature', 'What a welfare resource is.', {
  ORGANIZATION: 'A body with a board.',
  INDIVIDUAL: 'One person.',
  FAMILY: 'A family.',
});

export const LegalFormType = enumOf('LegalForm', 'As what an institution stands in law.', {
  YAYASAN: 'Foundation (yayasan).',
  PERKUMPULAN: 'Association (perkumpulan).',
  PERSEROAN: 'Company (perseroan).',
  NONE: 'It has no legal personality (tidak berbadan hukum).',
});

export const InstitutionOwnerType = enumOf('InstitutionOwner', 'Who runs an institution (LKS).', {
  MINISTRY: 'A ministry.',
  PROVINCE: 'A province.',
  REGENCY: 'A regency or city.',
  COMMUNITY: 'The community (masyarakat).',
});

@ObjectType({ description: 'One of the 12 kinds of welfare resources (Permensos 8/2012).' })
export class WelfareResourceKind {
  @Field(() => OrganizationKindType, { description: 'The kind.' })
  kind!: keyof typeof OrganizationKindType;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  name!: LocalizedText;

  @Field(() => NatureType, { description: 'What one of this kind is.' })
  nature!: keyof typeof NatureType;
}

@ObjectType({
  description: 'Whether an institution is a person in law, with the papers (badan hukum).',
})
export class LegalPersonality {
  @Field({ description: 'Whether it has legal personality; an LKS may do without.' })
  has!: boolean;

  @Field(() => LegalFormType, { description: 'As what.' })
  form!: keyof typeof LegalFormType;

  @Field(() => String, { nullable: true, description: 'Number of the notary deed (akta notaris).' })
  deedNumber!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the deed.' })
  deedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the approval by the ministry of law (AHU).',
  })
  approvalNumber!: string | null;
}

@ObjectType({ description: 'How to reach a secretariat; persons and families have none here.' })
export class OrganizationContact {
  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;
}

@InputType({ description: 'As what an institution stands in law.' })
export class LegalPersonalityInput {
  @Field(() => LegalFormType, { description: 'As what; `NONE` is valid and has no deed.' })
  form!: keyof typeof LegalFormType;

  @MinLength(1)
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'Number of the notary deed.' })
  deedNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the deed.' })
  deedOn?: string | null;

  @MinLength(1)
  @MaxLength(60)
  @Field(() => String, {
    nullable: true,
    description: 'Number of the approval by the ministry of law (AHU).',
  })
  approvalNumber?: string | null;
}

@InputType({ description: 'What only some of the 12 kinds have.' })
export class ParticularsInput {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'Where a person serves (wilayah tugas); of a TKSK one kecamatan.',
  })
  dutyRegionCode?: string | null;

  @MinLength(1)
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'Number of a person’s membership.' })
  membershipNumber?: string | null;

  @Field(() => InstitutionOwnerType, { nullable: true, description: 'Who runs an LKS.' })
  owner?: keyof typeof InstitutionOwnerType | null;

  @Field(() => LegalPersonalityInput, {
    nullable: true,
    description: 'As what an institution stands in law.',
  })
  legalPersonality?: LegalPersonalityInput | null;

  @Matches(/^\+?[0-9][0-9 -]{4,24}$/, {
    message: 'phone has 5 to 25 digits, blanks and hyphens, after a plus or not',
  })
  @Field(() => String, { nullable: true, description: 'Telephone of a secretariat.' })
  phone?: string | null;

  @MaxLength(200)
  @IsEmail()
  @Field(() => String, { nullable: true, description: 'E-mail address of a secretariat.' })
  email?: string | null;
}

/** What was told; absent is null from here on. */
export function readParticulars(input: ParticularsInput): Particulars {
  const { legalPersonality: legal } = input;
  return {
    dutyRegionCode: input.dutyRegionCode ?? null,
    membershipNumber: input.membershipNumber ?? null,
    owner: input.owner ?? null,
    legalForm: legal?.form ?? null,
    deedNumber: legal?.deedNumber ?? null,
    deedOn: legal?.deedOn ?? null,
    approvalNumber: legal?.approvalNumber ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
  };
}

export function toLegalPersonality(row: Particulars): LegalPersonality | null {
  const { legalForm: form, deedNumber, deedOn, approvalNumber } = row;
  if (form === null) return null;
  const facts = { has: form !== 'NONE', form, deedNumber, deedOn, approvalNumber };
  return Object.assign(new LegalPersonality(), facts);
}
