import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate, Money, RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  CompanyKindType,
  PartnershipEndType,
  PartnershipFieldType,
  PartnershipKindType,
} from './partnership-words.js';
import type { ProposePartnership } from './partnership.service.js';

@InputType({ description: 'A company that is a party.' })
export class PartnerCompanyInput {
  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Its name, 2 to 200 characters.' })
  name!: string;

  @Field(() => CompanyKindType, { description: 'Who owns it.' })
  kind!: keyof typeof CompanyKindType;
}

@InputType({ description: 'Village funds of one year.' })
export class VillageFundInput {
  @Min(2015)
  @Max(2100)
  @Field(() => Int, { description: 'Fiscal year; village funds begin in 2015.' })
  fiscalYear!: number;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Line of the village budget (APBDes).' })
  budgetLine!: string;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Number of the village regulation (Perdes).' })
  villageRegulation!: string;
}

@InputType({ description: 'A partnership to be signed.' })
export class ProposePartnershipInput extends CommandInput {
  @Field(() => PartnershipKindType, { description: 'What kind it is.' })
  kind!: keyof typeof PartnershipKindType;

  @Field(() => RegionCode, { description: 'The region where it works.' })
  regionCode!: string;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'What it is called, 3 to 200 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'The organization that is a party, `org_…`.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that is a party, `ofc_…`.' })
  officeId?: string | null;

  @ValidateNested()
  @Field(() => PartnerCompanyInput, { nullable: true, description: 'The company that is a party.' })
  company?: PartnerCompanyInput | null;

  @Field(() => ID, { nullable: true, description: 'The regulation it rests on, `rgl_…`.' })
  regulationId?: string | null;

  @Field(() => Money, { nullable: true, description: 'Its worth.' })
  amount?: string | null;

  @ArrayMaxSize(9)
  @Field(() => [PartnershipFieldType], { defaultValue: [], description: 'What it is about.' })
  fields!: (keyof typeof PartnershipFieldType)[];

  @Field(() => CalendarDate, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'The day on which it no longer holds.' })
  endsOn!: string;

  @ValidateNested()
  @Field(() => VillageFundInput, { nullable: true, description: 'Needed for village funds.' })
  villageFund?: VillageFundInput | null;
}

@InputType({ description: 'The signature of a partnership.' })
export class SignPartnershipInput extends SeenInput {
  @Field(() => ID, { description: 'The partnership, `prt_…`.' })
  id!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Day of the signature; today if absent.',
  })
  signedOn?: string | null;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Number of the signed document.' })
  documentNumber!: string;
}

@InputType({ description: 'The end of a partnership before its term.' })
export class TerminatePartnershipInput extends SeenInput {
  @Field(() => ID, { description: 'The partnership, `prt_…`.' })
  id!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day without it; today if absent.',
  })
  endedOn?: string | null;

  @Field(() => PartnershipEndType, { description: 'Why.' })
  ground!: keyof typeof PartnershipEndType;
}

const optional = (prefix: Parameters<typeof readId>[0], field: string, id?: string | null) =>
  id == null ? null : readId(prefix, field, id);

/** The facts as the service takes them; absent is null from here on. */
export const readProposal = (input: ProposePartnershipInput): ProposePartnership => ({
  kind: input.kind,
  regionCode: input.regionCode,
  title: input.title,
  organizationId: optional('org', 'organizationId', input.organizationId),
  officeId: optional('ofc', 'officeId', input.officeId),
  companyName: input.company?.name ?? null,
  companyKind: input.company?.kind ?? null,
  regulationId: optional('rgl', 'regulationId', input.regulationId),
  amount: input.amount ?? null,
  fields: input.fields,
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  villageFund: input.villageFund ? { ...input.villageFund } : null,
});
