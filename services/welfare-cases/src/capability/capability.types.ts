import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, ArrayMinSize, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { WelfareCategory } from '../case/case-words.js';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import type { ServiceCapability } from './capability.entity.js';

type Ref<T> = T;

@ObjectType('ServiceCapability', {
  description:
    'What an organization says it can do for people in need, where, and how much at once.',
})
export class ServiceCapabilityType {
  @Field(() => OrganizationRef, { nullable: true, description: 'The organization.' })
  organization!: Ref<OrganizationRef> | null;

  @Field(() => [WelfareCategory], { description: 'Categories of need it serves.' })
  categories!: (keyof typeof WelfareCategory)[];

  @Field(() => [RegionCode], { description: 'Regions it serves, each with all inside it.' })
  regions!: string[];

  @Field(() => Int, { description: 'Referrals it can hold at once.' })
  monthlyCapacity!: number;
}

export const toCapabilityType = (row: ServiceCapability): ServiceCapabilityType =>
  Object.assign(new ServiceCapabilityType(), row, {
    organization: organizationRef(row.id),
  }) as ServiceCapabilityType;

export const DeclareServiceCapabilityResult = resultUnion(
  'DeclareServiceCapabilityResult',
  () => ServiceCapabilityType,
);

@InputType({ description: 'What an organization can take on.' })
export class DeclareServiceCapabilityInput extends CommandInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @ArrayMinSize(1)
  @Field(() => [WelfareCategory], { description: 'Categories of need it serves.' })
  categories!: (keyof typeof WelfareCategory)[];

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Field(() => [RegionCode], { description: 'Regions it serves, 1 to 50.' })
  regions!: string[];

  @Min(0)
  @Max(10_000)
  @Field(() => Int, { description: 'Referrals it can hold at once.' })
  monthlyCapacity!: number;
}
