import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { toResult } from '@jejaring/chassis/graph/problems';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { caseReaders } from '../case/case.rules.js';
import { ServiceCapability } from './capability.entity.js';
import { declareCapability } from './capability.service.js';
import {
  DeclareServiceCapabilityInput,
  DeclareServiceCapabilityResult,
  toCapabilityType,
} from './capability.types.js';

@Resolver()
export class CapabilityResolver {
  @Access(...caseReaders)
  @Mutation(() => DeclareServiceCapabilityResult, {
    description: 'Declares what an organization can do; the newest declaration stands.',
  })
  async declareServiceCapability(
    @Arg('input') input: DeclareServiceCapabilityInput,
    @Ctx() context: GraphContext,
  ) {
    const { idempotencyKey, categories, regions, monthlyCapacity } = input;
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = { organizationId, categories, regions, monthlyCapacity };
    const outcome = await context.change({
      operation: 'declareServiceCapability',
      idempotencyKey,
      input,
      entity: ServiceCapability,
      act: (work) => declareCapability(work, facts),
    });
    return toResult(outcome, toCapabilityType);
  }
}
