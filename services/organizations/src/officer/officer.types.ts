import { Classified } from '@jejaring/trust/audit/classified';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { BudgetSpentProblem } from '@jejaring/trust/keys/budget';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { NikWarningType, OfficerSex, PublicPostType } from './officer-words.js';
import type { Officer } from './officer.entity.js';

type Ref<T> = T;

@ObjectType('OfficialPosition', {
  description: 'A post in government that somebody held, from when to when.',
})
export class OfficialPositionType {
  @Field(() => PublicPostType, { description: 'The post.' })
  kind!: keyof typeof PublicPostType;

  @Field(() => RegionCode, { description: 'Where it is held.' })
  regionCode!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  from!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without it; null if open.' })
  to!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Officer', {
  description:
    'A person who sits on boards (pengurus). Seen by the organizations on whose boards they sit and by the offices that cover these; the public sees initials on a seat.',
})
export class OfficerType {
  row!: Officer;

  @Field(() => ID, { description: '`ofr_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Classified('internal')
  @Field({ description: 'Initials: `A. C. S.`' })
  initials!: string;

  @Classified('personal')
  @Field(() => OfficerSex, { description: 'As in the civil register.' })
  sex!: keyof typeof OfficerSex;

  @Classified('personal')
  @Field(() => Int, { description: 'Year of birth; the day is kept closed.' })
  birthYear!: number;

  @Classified('internal')
  @Field({ description: 'Whether an account is linked, which may then act while a seat is held.' })
  hasAccount!: boolean;

  @Classified('internal')
  @Field(() => [NikWarningType], { description: 'Where the identity number says otherwise.' })
  nikWarnings!: (keyof typeof NikWarningType)[];

  @Classified('personal')
  @Field(() => [OfficialPositionType], { description: 'Posts in government, as they were told.' })
  officialPositions!: Ref<OfficialPositionType>[];
}

export const OfficerConnection = connectionOf('Officer', () => OfficerType);

export function toOfficerType(row: Officer): OfficerType {
  const { version, initials, sex, birthYear, nikWarnings } = row;
  return Object.assign(new OfficerType(), {
    row,
    id: encodeId('ofr', row.id),
    version,
    initials,
    sex,
    birthYear,
    nikWarnings,
    hasAccount: row.account !== null,
    officialPositions: row.officialPositions.map((position) =>
      Object.assign(new OfficialPositionType(), position),
    ),
  });
}

@ObjectType({
  implements: Problem,
  description: 'Somebody with this identity number is an officer already; their office knows who.',
})
export class OfficerKnownProblem extends Problem {}

export function toOfficerProblem({ refused }: Refusal): Problem | null {
  if (refused !== 'known-officer') return null;
  const message = {
    en: 'This person is registered as an officer already. Ask the office of social affairs for the id.',
    id: 'Orang ini sudah tercatat sebagai pengurus. Mintalah ID-nya kepada Dinas Sosial.',
  };
  return problem(OfficerKnownProblem, message, {});
}

export const RegisterOfficerResult = resultUnion(
  'RegisterOfficerResult',
  () => OfficerType,
  OfficerKnownProblem,
  BudgetSpentProblem,
);
export const AmendOfficerResult = resultUnion(
  'AmendOfficerResult',
  () => OfficerType,
  OfficerKnownProblem,
  BudgetSpentProblem,
);
