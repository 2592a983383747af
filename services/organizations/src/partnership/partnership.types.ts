import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  CompanyKindType,
  PartnershipEndType,
  PartnershipFieldType,
  PartnershipKindType,
  PartnershipStatusType,
} from './partnership-words.js';
import type { Partnership } from './partnership.entity.js';

type Ref<T> = T;

@ObjectType({ description: 'A company that is a party (perusahaan).' })
export class PartnerCompany {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => CompanyKindType, { description: 'Who owns it.' })
  kind!: keyof typeof CompanyKindType;
}

@ObjectType({ description: 'Village funds of one year for an organization (Dana Desa).' })
export class VillageFundGrant {
  @Field(() => Int, { description: 'Fiscal year (tahun anggaran).' })
  fiscalYear!: number;

  @Field({
    description: 'Line of the village budget (pos Anggaran Pendapatan dan Belanja Desa, APBDes).',
  })
  budgetLine!: string;

  @Field({ description: 'Number of the village regulation (Peraturan Desa).' })
  villageRegulation!: string;
}

@ObjectType('Partnership', {
  description: 'Who works together with whom, in a region, for a term (kemitraan).',
})
export class PartnershipType {
  row!: Partnership;

  @Field(() => ID, { description: '`prt_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => PartnershipKindType, { description: 'What kind it is.' })
  kind!: keyof typeof PartnershipKindType;

  @Field({ description: 'What it is called.' })
  title!: string;

  @Field(() => PartnerCompany, { nullable: true, description: 'The company, if one is a party.' })
  company!: Ref<PartnerCompany> | null;

  @Field(() => Money, { nullable: true, description: 'Its worth, where one is agreed.' })
  amount!: string | null;

  @Field(() => [PartnershipFieldType], { description: 'What it is about.' })
  fields!: (keyof typeof PartnershipFieldType)[];

  @Field(() => CalendarDate, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => CalendarDate, { description: 'The day on which it no longer holds.' })
  endsOn!: string;

  @Field(() => VillageFundGrant, { nullable: true, description: 'Of village funds: the grant.' })
  villageFund!: Ref<VillageFundGrant> | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the signature.' })
  signedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the signed document.' })
  documentNumber!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day it ended before its term.' })
  endedOn!: string | null;

  @Field(() => PartnershipEndType, { nullable: true, description: 'Why it ended so.' })
  endGround!: keyof typeof PartnershipEndType | null;
}

export const PartnershipConnection = connectionOf('Partnership', () => PartnershipType);

function partsOf({
  companyName,
  companyKind,
  fiscalYear,
  budgetLine,
  villageRegulation,
}: Partnership) {
  const company =
    companyName && Object.assign(new PartnerCompany(), { name: companyName, kind: companyKind });
  const grant = { fiscalYear, budgetLine, villageRegulation };
  const villageFund = fiscalYear === null ? null : Object.assign(new VillageFundGrant(), grant);
  return { company: company || null, villageFund };
}

export function toPartnershipType(row: Partnership): PartnershipType {
  const { version, kind, title, amount, startsOn, endsOn, signedOn, documentNumber } = row;
  return Object.assign(new PartnershipType(), {
    row,
    id: encodeId('prt', row.id),
    version,
    kind,
    title,
    ...partsOf(row),
    amount,
    fields: row.fields as PartnershipType['fields'],
    startsOn,
    endsOn,
    signedOn,
    documentNumber,
    endedOn: row.endedOn,
    endGround: row.endGround,
  });
}

@ObjectType({ description: 'Village funds of a district.' })
export class DistrictVillageFunds {
  regionCode!: string;

  @Field(() => Int, { description: 'Villages that granted some.' })
  villages!: number;

  @Field(() => Money, { description: 'Sum of the grants.' })
  amount!: string;
}

@ObjectType({
  description: 'Village funds (Dana Desa) that villages of a region granted in a year.',
})
export class RegionVillageFunds {
  regionCode!: string;

  @Field(() => Int, { description: 'Villages that granted some.' })
  villages!: number;

  @Field(() => Money, { description: 'Sum of the grants.' })
  amount!: string;

  @Field(() => [DistrictVillageFunds], { description: 'By district, those with grants alone.' })
  byDistrict!: Ref<DistrictVillageFunds>[];
}

@ObjectType({ implements: Problem, description: 'The partnership cannot take this step.' })
export class PartnershipRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `wrong-state`.' })
  ground!: string;

  @Field(() => PartnershipStatusType, { description: 'What is recorded.' })
  currentStatus!: keyof typeof PartnershipStatusType;
}

export function toPartnershipProblem(refusal: Refusal): Problem | null {
  if (refusal.refused !== 'wrong-state') return null;
  const { status } = refusal as Refusal & { status: keyof typeof PartnershipStatusType };
  const words = {
    en: 'The partnership is not at this stage.',
    id: 'Kemitraan tidak berada pada tahap ini.',
  };
  return problem(PartnershipRefusedProblem, words, {
    ground: 'wrong-state',
    currentStatus: status,
  });
}

export const partnershipResult = (name: string) =>
  resultUnion(name, () => PartnershipType, PartnershipRefusedProblem);
