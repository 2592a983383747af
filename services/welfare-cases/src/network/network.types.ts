import { Field, Float, Int, ObjectType } from 'type-graphql';
import { OrganizationRef } from '../organization/organization.types.js';

type Ref<T> = T;

@ObjectType({ description: 'Active partners of one kind.' })
export class PartnerCount {
  @Field({ description: 'Kind of organization, as in the register, such as `KARANG_TARUNA`.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({
  description:
    'How an organization works with others (jejaring kerja), from what the caller may see: all of it for its own officers, what lies in their region for offices.',
})
export class OrganizationNetwork {
  @Field(() => Int, { description: 'Active partners, whoever drew the link.' })
  degree!: number;

  @Field(() => [PartnerCount], { description: 'Active partners by kind of organization.' })
  byKind!: Ref<PartnerCount>[];

  @Field(() => Int, { description: 'Referrals it sent.' })
  referralsSent!: number;

  @Field(() => Int, { description: 'Referrals it was sent.' })
  referralsReceived!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Basis points (10,000 is all) of the referrals answered or expired that it took on; null when there are none.',
  })
  acceptanceRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days from sending to acceptance, the middle one; null when none was accepted.',
  })
  medianDaysToAccept!: number | null;

  @Field(() => Int, {
    description: 'Referrals that it completed and reported back (rujukan balik).',
  })
  completedWithFeedback!: number;
}

@ObjectType({ description: 'Referrals that an organization left beyond their deadline.' })
export class OverdueReferrals {
  @Field(() => OrganizationRef, { nullable: true, description: 'The organization that is asked.' })
  organization!: Ref<OrganizationRef> | null;

  @Field(() => Int, { description: 'Sent and not acknowledged in time.' })
  unacknowledged!: number;

  @Field(() => Int, { description: 'Expired in the last ninety days without an answer.' })
  expired!: number;

  @Field(() => Date, { description: 'The oldest of the deadlines.' })
  oldestDeadline!: Date;
}
