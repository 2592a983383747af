import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { RegionLevelType } from '../region/region.types.js';
import type { RegulationPolicy } from './regulation-policy.rules.js';

type Ref<T> = T;

@ObjectType({ description: 'How long a board of a level sits (masa bakti).' })
export class TermOfLevel {
  @Field(() => RegionLevelType, { description: 'Level of the board.' })
  level!: keyof typeof RegionLevelType;

  @Field(() => Int, { description: 'Years of one term.' })
  years!: number;
}

@ObjectType({
  description:
    'What regulations demanded of Karang Taruna at one time. A board is judged by the text in force on its day, for ever.',
})
export class OrganizationPolicy {
  @Field(() => [String], { description: 'The regulations: `Permensos 25/2019`.' })
  regulations!: readonly string[];

  @Field(() => CalendarDate, { description: 'From this day on.' })
  validFrom!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Until this day; null while in force.',
  })
  validTo!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'From this age on everybody is a member (stelsel pasif); null where the text was not at hand.',
  })
  memberAgeMin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Up to this age one is a member.' })
  memberAgeMax!: number | null;

  @Field(() => Int, { description: 'Nobody younger may sit on a board.' })
  officerAgeMin!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Older officers are warned of, not refused; null sets no limit.',
  })
  officerAgeMax!: number | null;

  @Field(() => [TermOfLevel], { description: 'Term of a board by level.' })
  termYears!: Ref<TermOfLevel>[];

  @Field(() => Int, { nullable: true, description: 'Fewest officers; null sets no minimum.' })
  minOfficers!: number | null;
}

export function toOrganizationPolicy(policy: RegulationPolicy): OrganizationPolicy {
  const { memberAges, termYears, ...shown } = policy;
  const terms = Object.entries(termYears).map(([level, years]) =>
    Object.assign(new TermOfLevel(), { level, years }),
  );
  return Object.assign(new OrganizationPolicy(), {
    ...shown,
    memberAgeMin: memberAges?.min ?? null,
    memberAgeMax: memberAges?.max ?? null,
    termYears: terms,
  });
}
