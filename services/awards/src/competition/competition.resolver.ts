import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { karangTarunaCriteria } from '../criteria/criteria.rules.js';
import { CriterionType, toCriteria } from '../criteria/criteria.types.js';
import { CompetitionCategoryType, CompetitionCommandType } from './competition-words.js';
import { Competition } from './competition.entity.js';
import type { CompetitionCommand } from './competition.rules.js';
import { commandsFor } from './competition.rules.js';
import {
  CompetitionConnection,
  CompetitionType,
  ofCompetition,
  toCompetitionType,
} from './competition.types.js';

@ArgsType()
class CompetitionsArgs extends PageArgs {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'Only competitions of this region and of regions inside it.',
  })
  region?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only competitions of this year.' })
  year?: number | null;

  @Field(() => CompetitionCategoryType, {
    nullable: true,
    description: 'Only competitions of this category.',
  })
  category?: keyof typeof CompetitionCategoryType | null;

  @Field(() => ID, { nullable: true, description: 'Only competitions of this edition, `edn_…`.' })
  editionId?: string | null;
}

@Resolver(() => CompetitionType)
export class CompetitionResolver {
  @Cached(ofCompetition)
  @Query(() => CompetitionType, {
    nullable: true,
    description: 'A competition; null when the caller may not see it.',
  })
  async competition(
    @Arg('id', () => ID, { description: '`cmp_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<CompetitionType | null> {
    const uuid = decodeId('cmp', id);
    const row = uuid && (await loadBy(context, Competition, 'id', uuid));
    return row ? toCompetitionType(row) : null;
  }

  @Cached({ until: ofCompetition.untilOwn })
  @Query(() => CompetitionConnection, {
    nullable: true,
    description: 'Competitions, newest year first.',
  })
  async competitions(
    @Args() { region, year, category, editionId, ...page }: CompetitionsArgs,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = work.select(Competition, 'c').where('true');
    if (region)
      query.andWhere('c.regionCode >= :low and c.regionCode < :high', regionRange(region));
    if (year) query.andWhere('c.year = :year', { year });
    if (category) query.andWhere('c.category = :category', { category });
    if (editionId)
      query.andWhere('c.editionId = :edition', { edition: readId('edn', 'editionId', editionId) });
    const order = ['year', 'id'] as const;
    return listPage({ query, order, descending: true, toNode: toCompetitionType }, page);
  }

  @Cached(ofCompetition)
  @FieldResolver(() => CompetitionType, {
    nullable: true,
    description: 'The competition one tier up that the best go on to.',
  })
  async parent(
    @Root() { row }: CompetitionType,
    @Ctx() context: GraphContext,
  ): Promise<CompetitionType | null> {
    if (row.parentCompetitionId === null) return null;
    const found = await loadBy(context, Competition, 'id', row.parentCompetitionId);
    return found && toCompetitionType(found);
  }

  @FieldResolver(() => [FactSourceType], {
    description: 'Where what is stated of it comes from; sources that differ stand side by side.',
  })
  sources(
    @Root() { row }: CompetitionType,
    @Ctx() context: GraphContext,
  ): Promise<FactSourceType[]> {
    return sourcesOf(context, row.id);
  }

  @Query(() => [CriterionType], {
    nullable: true,
    description:
      'Criteria to begin a draft with: for a Karang Taruna the six aspects of Permensos 25/2019, article 23, with proposed weights; none for other categories.',
  })
  suggestedCriteria(
    @Arg('category', () => CompetitionCategoryType, { description: 'Who may win.' })
    category: keyof typeof CompetitionCategoryType,
  ): CriterionType[] {
    return category === 'KARANG_TARUNA' ? toCriteria(karangTarunaCriteria) : [];
  }

  @Cached()
  @FieldResolver(() => [CompetitionCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: CompetitionType,
    @Ctx() { caller }: GraphContext,
  ): CompetitionCommand[] {
    return commandsFor(row, caller);
  }
}
