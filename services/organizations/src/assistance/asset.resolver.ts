import { inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { may } from '@jejaring/trust/rights/policy.rules';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { partPage } from '../part/part-page.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import type { AllocationCommand } from './allocation.rules.js';
import { allocationCommandsFor } from './allocation.rules.js';
import type { AssetCommand, AssetCondition } from './asset.rules.js';
import { assetCommandsFor, serialReaders } from './asset.rules.js';
import { AllocationCommandType, AssetCommandType, AssetConditionType } from './assistance-words.js';
import { Allocation, Asset, AssistanceProgramme, Handover } from './assistance.entity.js';
import {
  AllocationType,
  AssetConnection,
  AssetType,
  AssistanceProgrammeType,
  HandoverConnection,
  HandoverType,
  toAllocationType,
  toAssetType,
  toHandoverType,
  toProgrammeType,
} from './assistance.types.js';

@ArgsType()
class AssetFilter extends PageArgs {
  @Field(() => AssetConditionType, { nullable: true, description: 'Only those that fare so.' })
  condition?: keyof typeof AssetConditionType | null;
}

async function organizationOf(context: GraphContext, id: string): Promise<OrganizationType | null> {
  const found = await loadBy(context, Organization, 'id', id);
  return found && toOrganizationType(found);
}

@Resolver(() => OrganizationType)
export class AssetsOfOrganizationResolver {
  @FieldResolver(() => AssetConnection, {
    description: 'What it received from assistance programmes, the earliest first.',
  })
  assets(
    @Root() { row }: OrganizationType,
    @Args() { condition, ...page }: AssetFilter,
    @Ctx() context: GraphContext,
  ) {
    const where = { sql: 't.condition = :condition', parameters: { condition } };
    const part = {
      name: `assets ${condition ?? ''}`,
      entity: Asset,
      of: 'organizationId' as const,
      order: ['id'] as const,
      toNode: toAssetType,
      ...(condition ? { where } : {}),
    };
    return partPage(context, part, row.id, page as PageArgs);
  }
}

@Resolver(() => AllocationType)
export class AllocationResolver {
  @FieldResolver(() => AssistanceProgrammeType, { nullable: true, description: 'The programme.' })
  async programme(
    @Root() { row }: AllocationType,
    @Ctx() context: GraphContext,
  ): Promise<AssistanceProgrammeType | null> {
    const programme = await loadBy(context, AssistanceProgramme, 'id', row.programmeId);
    return programme && toProgrammeType(programme);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Who is to receive.' })
  organization(@Root() { row }: AllocationType, @Ctx() context: GraphContext) {
    return organizationOf(context, row.organizationId);
  }

  @FieldResolver(() => HandoverConnection, { description: 'Its handovers, the earliest first.' })
  handovers(@Root() { row }: AllocationType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    const part = {
      name: 'handovers',
      entity: Handover,
      of: 'allocationId' as const,
      order: ['id'] as const,
      toNode: toHandoverType,
    };
    return partPage(context, part, row.id, page);
  }

  @FieldResolver(() => [AllocationCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: AllocationType, @Ctx() { caller }: GraphContext): AllocationCommand[] {
    return allocationCommandsFor(row, caller);
  }
}

@Resolver(() => HandoverType)
export class HandoverResolver {
  @FieldResolver(() => AllocationType, { nullable: true, description: 'What it was put aside as.' })
  async allocation(
    @Root() { row }: HandoverType,
    @Ctx() context: GraphContext,
  ): Promise<AllocationType | null> {
    const allocation = await loadBy(context, Allocation, 'id', row.allocationId);
    return allocation && toAllocationType(allocation);
  }

  @FieldResolver(() => AssetConnection, { description: 'The pieces.' })
  assets(@Root() { row }: HandoverType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    const part = {
      name: 'handover assets',
      entity: Asset,
      of: 'handoverId' as const,
      order: ['id'] as const,
      toNode: toAssetType,
    };
    return partPage(context, part, row.id, page);
  }

  @FieldResolver(() => [FactSourceType], { description: 'Where its facts come from.' })
  sources(@Root() { row }: HandoverType, @Ctx() context: GraphContext): Promise<FactSourceType[]> {
    return sourcesOf(context, row.id);
  }
}

@Resolver(() => TrainingEventType)
export class HandoversOfTrainingResolver {
  @FieldResolver(() => HandoverConnection, {
    nullable: true,
    description: 'What was handed over to organizations during the training.',
  })
  assetHandovers(
    @Root() { uuid }: TrainingEventType,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const part = {
      name: 'handovers of trainings',
      entity: Handover,
      of: 'trainingEventId' as const,
      order: ['id'] as const,
      toNode: toHandoverType,
    };
    return partPage(context, part, uuid, page);
  }
}

/** Conditions of many pieces on one day, in one statement. */
function conditionOn(
  context: GraphContext,
  id: string,
  day: string,
): Promise<AssetCondition | null> {
  const loader = context.loader<string, AssetCondition | null>(
    `condition ${day}`,
    async (work, ids) => {
      const rows = await work.sql<{ id: string; condition: AssetCondition }>(
        `select asset_id as id, condition from asset_condition
         where asset_id = any ($1::uuid[]) and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
        [[...ids], day],
      );
      return inOrder(rows, ids, (row) => row.id).map((row) => row?.condition ?? null);
    },
  );
  return loader.load(id);
}

@Resolver(() => AssetType)
export class AssetResolver {
  @FieldResolver(() => AssetConditionType, {
    nullable: true,
    description: 'How it fares; with `asOf`, on that day, null before it was handed over.',
  })
  async condition(
    @Root() { row }: AssetType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AssetCondition | null> {
    return asOf ? conditionOn(context, row.id, asOf) : row.condition;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Serial number; shown to who holds it and to the offices in charge.',
  })
  serialNumber(@Root() { row }: AssetType, @Ctx() { caller }: GraphContext): string | null {
    return may(serialReaders, caller, row) ? row.serialNumber : null;
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'Who received it.' })
  organization(@Root() { row }: AssetType, @Ctx() context: GraphContext) {
    return organizationOf(context, row.organizationId);
  }

  @FieldResolver(() => HandoverType, { nullable: true, description: 'When it changed hands.' })
  async handover(
    @Root() { row }: AssetType,
    @Ctx() context: GraphContext,
  ): Promise<HandoverType | null> {
    const handover = await loadBy(context, Handover, 'id', row.handoverId);
    return handover && toHandoverType(handover);
  }

  @FieldResolver(() => [AssetCommandType], { description: 'What the caller may do with it now.' })
  viewerCan(@Root() { row }: AssetType, @Ctx() { caller }: GraphContext): AssetCommand[] {
    return assetCommandsFor(row, caller);
  }
}
