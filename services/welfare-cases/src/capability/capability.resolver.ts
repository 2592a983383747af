import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { caseReaders } from '../case/case.rules.js';
import { OrganizationRef } from '../organization/organization.types.js';
import { ServiceCapability } from './capability.entity.js';
import { declareCapability } from './capability.service.js';
import {
  DeclareServiceCapabilityInput,
  DeclareServiceCapabilityResult,
  ServiceCapabilityType,
  toCapabilityType,
} from './capability.types.js';

const command = commandsOf({ entity: ServiceCapability, toType: toCapabilityType });

@Resolver(() => OrganizationRef)
export class CapabilityResolver {
  @FieldResolver(() => ServiceCapabilityType, {
    nullable: true,
    description: 'What it says it can do for people in need; null when it has said nothing.',
  })
  async serviceCapability(@Root() organization: OrganizationRef, @Ctx() context: GraphContext) {
    const id = decodeId('org', organization.id);
    const row = id && (await loadBy(context, ServiceCapability, 'id', id));
    return row ? toCapabilityType(row) : null;
  }

  @Access(...caseReaders)
  @Mutation(() => DeclareServiceCapabilityResult, {
    description: 'Declares what an organization can do; the newest declaration stands.',
  })
  declareServiceCapability(
    @Arg('input') input: DeclareServiceCapabilityInput,
    @Ctx() context: GraphContext,
  ) {
    const { categories, regions, monthlyCapacity } = input;
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = { organizationId, categories, regions, monthlyCapacity };
    return command(context, 'declareServiceCapability', input, (work) =>
      declareCapability(work, facts),
    );
  }
}
