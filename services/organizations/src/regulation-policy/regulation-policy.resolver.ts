import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Arg, Query, Resolver } from 'type-graphql';
import { policyOn } from './regulation-policy.rules.js';
import { OrganizationPolicy, toOrganizationPolicy } from './regulation-policy.types.js';

@Resolver()
export class RegulationPolicyResolver {
  @Query(() => OrganizationPolicy, {
    nullable: true,
    description:
      'What regulations demanded of Karang Taruna on a day; null before the first that is recorded (2010).',
  })
  organizationPolicy(
    @Arg('on', () => CalendarDate, { description: 'The day asked about.' }) on: string,
  ): OrganizationPolicy | null {
    const policy = policyOn(on);
    return policy && toOrganizationPolicy(policy);
  }
}
