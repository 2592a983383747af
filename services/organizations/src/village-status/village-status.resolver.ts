import { Access } from '@jejaring/chassis/graph/access';
import { grouped } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { RegionType } from '../region/region.types.js';
import { countVillages, loadVillageStatus } from './village-status-overview.js';
import { VillageStatus, VillageStatusSummary } from './village-status.entity.js';
import { recorders } from './village-status.rules.js';
import { recordVillageStatus, stateVillageStatusSummary } from './village-status.service.js';
import {
  readPublished,
  readStatedLevels,
  RecordVillageStatusInput,
  RecordVillageStatusResult,
  RegionVillageStatus,
  StateVillageStatusSummaryInput,
  StateVillageStatusSummaryResult,
  StatusSchemeType,
  toSummaryType,
  toVillageStatusType,
  VillageStatusType,
} from './village-status.types.js';

const onStatus = commandsOf({ entity: VillageStatus, toType: toVillageStatusType });
const onSummary = commandsOf({ entity: VillageStatusSummary, toType: toSummaryType });

@Resolver(() => RegionType)
export class VillageStatusResolver {
  @FieldResolver(() => RegionVillageStatus, {
    nullable: true,
    description: 'The status of its villages as numbers (status desa); null when nothing is known.',
  })
  villageStatus(
    @Root() { code }: RegionType,
    @Arg('scheme', () => StatusSchemeType, { description: 'By which index.' })
    scheme: keyof typeof StatusSchemeType,
    @Arg('year', () => Int, { description: 'The year it was measured for.' }) year: number,
    @Ctx() context: GraphContext,
  ): Promise<RegionVillageStatus | null> {
    return loadVillageStatus(context, code, scheme, year);
  }

  @FieldResolver(() => [VillageStatusType], {
    description: 'Of a village: its own status by every index and year, the latest first.',
  })
  villageStatuses(
    @Root() { code }: RegionType,
    @Ctx() context: GraphContext,
  ): Promise<VillageStatusType[]> {
    const loader = context.loader<string, VillageStatusType[]>('statuses', async (work, codes) => {
      const order = { year: 'DESC', scheme: 'ASC' } as const;
      const rows = await work.list(VillageStatus, { regionCode: In([...codes]) }, order);
      return grouped(rows, codes, ({ regionCode }) => regionCode).map((found) =>
        found.map(toVillageStatusType),
      );
    });
    return loader.load(code);
  }

  @Access(...recorders)
  @Mutation(() => RecordVillageStatusResult, {
    description: 'Records the status of a village as its publisher gives it, or corrects it.',
  })
  recordVillageStatus(@Arg('input') input: RecordVillageStatusInput, @Ctx() context: GraphContext) {
    const { level, score = null } = input;
    return onStatus(context, 'recordVillageStatus', input, (work) =>
      recordVillageStatus(work, { ...readPublished(input), level, score }),
    );
  }

  @Access(...recorders)
  @Mutation(() => StateVillageStatusSummaryResult, {
    description: 'States how many villages are at each level, where only totals are published.',
  })
  stateVillageStatusSummary(
    @Arg('input') input: StateVillageStatusSummaryInput,
    @Ctx() context: GraphContext,
  ) {
    const facts = { ...readPublished(input), levels: readStatedLevels(input) };
    return onSummary(context, 'stateVillageStatusSummary', input, (work) =>
      stateVillageStatusSummary(work, facts),
    );
  }
}

@Resolver(() => RegionVillageStatus)
export class RegionVillageStatusResolver {
  @FieldResolver(() => Int, {
    description: 'How many villages (desa) the official list of regions has there.',
  })
  listedVillages(
    @Root() { regionCode }: RegionVillageStatus,
    @Ctx() context: GraphContext,
  ): Promise<number> {
    return countVillages(context, regionCode);
  }
}
