import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { levels, welfareResourceWords } from '@jejaring/schema/vocabulary';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

// The same words as in the register: one type of the whole graph.
export const OrganizationKindType = enumOf(
  'OrganizationKind',
  'The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, PSKS; Permensos 8/2012).',
  welfareResourceWords,
);

export const RegionLevelType = enumOf('RegionLevel', 'Level of administration.', levels);

@ObjectType({ description: 'What an organization has learnt, as numbers.' })
export class OrganizationTraining {
  organizationId!: string;

  @Field(() => Int, { description: 'Certificates of its people that count.' })
  certificates!: number;

  @Field(() => Int, { description: 'Training events that its people completed.' })
  trainingEvents!: number;
}

@ObjectType({
  description: 'A training event that people of an organization attended (riwayat pelatihan).',
})
export class AttendedTraining {
  trainingEventId!: string;

  @Field(() => Int, { description: 'Its people who were there.' })
  participants!: number;

  @Field(() => Int, { description: 'Those of them who completed it.' })
  completed!: number;

  @Field(() => Int, { description: 'Those of them whose certificate counts.' })
  certificates!: number;
}

@Directive('@key(fields: "id")')
@ObjectType('Organization', { description: 'An organization of the register.' })
export class OrganizationType {
  @Field(() => ID, { description: '`org_…`' })
  id!: string;
}

export const organizationRef = (id: string): OrganizationType =>
  Object.assign(new OrganizationType(), { id: encodeId('org', id) });
