import { enumOf } from '@jejaring/chassis/graph/enums';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { CountedIn, Reach } from './region.rules.js';
import { countedIn, unitsReachedAtMost } from './region.rules.js';

export const CountedInType = enumOf('TrainingCountedIn', 'What a reach is counted in.', {
  UNITS: 'Organizations, known from lists of participants.',
  PERSONS: 'Persons, known from head counts of reports.',
});

@ObjectType({
  description: 'How far training reached in a region, counted in units and certificates.',
})
export class RegionTraining {
  @Field(() => Int, {
    description:
      'Village Karang Taruna of which somebody completed a training; units, not persons.',
  })
  unitsReached!: number;

  @Field(() => Int, { description: 'Village Karang Taruna that are registered and not dissolved.' })
  unitsTotal!: number;

  @Field(() => Int, {
    description:
      'Certificates issued to people of organizations of the region; revoked ones do not count.',
  })
  certificatesIssued!: number;

  @Field(() => Int, {
    description:
      'Persons whom reports of trainings held for the region, or one in it, state to have taken part; at the lower end of each.',
  })
  participantsStated!: number;

  @Field(() => Int, {
    description:
      'As many units as can have been reached: as if each stated person came from another one.',
  })
  unitsReachedAtMost!: number;

  @Field(() => [CountedInType], {
    description: 'Of what something is known here: units, persons, both or neither.',
  })
  countedIn!: CountedIn[];

  @Field(() => Date, { description: 'When it was counted: what the service knew at that moment.' })
  asOf!: Date;
}

export function toRegionTraining(reach: Reach, asOf: Date): RegionTraining {
  const { unitsReached, unitsTotal, certificatesIssued, participantsStated } = reach;
  return Object.assign(new RegionTraining(), {
    unitsReached,
    unitsTotal,
    certificatesIssued,
    participantsStated,
    unitsReachedAtMost: unitsReachedAtMost(reach),
    countedIn: countedIn(reach),
    asOf,
  });
}

@Directive('@key(fields: "code")')
@ObjectType('Region', { description: 'A region of Indonesia; what training adds to it.' })
export class RegionType {
  @Field(() => RegionCode, { description: 'Region code.' })
  code!: string;
}

export const regionRef = (code: string): RegionType => Object.assign(new RegionType(), { code });
