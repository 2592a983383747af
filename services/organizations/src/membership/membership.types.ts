import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { MembershipSnapshot } from './membership.entity.js';

@ObjectType('MembershipSnapshot', {
  description:
    'How many members a Karang Taruna had on a day. Everybody of the ages is a member (stelsel pasif); the active ones are counted.',
})
export class MembershipSnapshotType {
  @Field(() => ID, { description: '`mbr_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => CalendarDate, { description: 'The day it speaks of.' })
  asOf!: string;

  @Field(() => Int, { description: 'Active men (anggota aktif).' })
  activeMale!: number;

  @Field(() => Int, { description: 'Active women.' })
  activeFemale!: number;

  @Field(() => Int, { nullable: true, description: 'An estimate of all others of the ages.' })
  passiveEstimate!: number | null;

  @Field({ description: 'Who counted: a report, a list.' })
  source!: string;
}

export function toMembershipType(row: MembershipSnapshot): MembershipSnapshotType {
  const { version, asOf, activeMale, activeFemale, passiveEstimate, source } = row;
  return Object.assign(new MembershipSnapshotType(), {
    id: encodeId('mbr', row.id),
    version,
    asOf,
    activeMale,
    activeFemale,
    passiveEstimate,
    source,
  });
}

export const RecordMembershipResult = resultUnion(
  'RecordMembershipResult',
  () => MembershipSnapshotType,
);
export const AmendMembershipResult = resultUnion(
  'AmendMembershipResult',
  () => MembershipSnapshotType,
);

const most = 1_000_000;

@InputType()
abstract class MemberCountInput extends CommandInput {
  @Min(0)
  @Max(most)
  @Field(() => Int, { description: 'Active men.' })
  activeMale!: number;

  @Min(0)
  @Max(most)
  @Field(() => Int, { description: 'Active women.' })
  activeFemale!: number;

  @Min(0)
  @Max(most)
  @Field(() => Int, { nullable: true, description: 'An estimate of all others of the ages.' })
  passiveEstimate?: number | null;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Who counted, 2 to 200 characters.' })
  source!: string;
}

@InputType({ description: 'A count of members.' })
export class RecordMembershipInput extends MemberCountInput {
  @Field(() => ID, { description: 'The Karang Taruna.' })
  organizationId!: string;

  @Field(() => CalendarDate, { description: 'The day it speaks of; one count a day.' })
  asOf!: string;
}

@InputType({ description: 'A corrected count of members.' })
export class AmendMembershipInput extends MemberCountInput {
  @Field(() => ID, { description: 'The count.' })
  id!: string;

  @Field(() => Int, { description: 'The `version` that the caller saw.' })
  expectedVersion!: number;
}

/** The numbers as they were sent; an absent estimate is null from here on. */
export const readCount = (input: MemberCountInput) => ({
  activeMale: input.activeMale,
  activeFemale: input.activeFemale,
  passiveEstimate: input.passiveEstimate ?? null,
  source: input.source,
});
