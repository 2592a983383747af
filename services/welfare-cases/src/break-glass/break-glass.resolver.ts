import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { Classified } from '@jejaring/trust/audit/classified';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { WelfareCase } from '../case/case.entity.js';
import { caseViewers } from '../case/case.rules.js';
import { toCaseType, WelfareCaseType } from '../case/case.types.js';
import { openReason } from './break-glass-reason.js';
import { BreakGlassGrant } from './break-glass.entity.js';
import { commandsFor, isOverdue } from './break-glass.rules.js';
import {
  BreakGlassCommandType,
  BreakGlassGrantConnection,
  BreakGlassGrantType,
  toGrantType,
} from './break-glass.types.js';

@Resolver(() => BreakGlassGrantType)
export class BreakGlassResolver {
  @Access('DATA_PROTECTION_OFFICER')
  @Query(() => BreakGlassGrantConnection, {
    nullable: true,
    description:
      'Openings in an emergency that wait for their review in the region of the data protection officer, oldest first; with `reviewed`, those that were judged.',
  })
  async breakGlassReviews(
    @Arg('reviewed', { defaultValue: false, description: 'Those that were judged, instead.' })
    reviewed: boolean,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = work
      .select(BreakGlassGrant, 'g')
      .where(reviewed ? 'g.verdict is not null' : 'g.verdict is null');
    return listPage({ query, order: ['id'], toNode: toGrantType }, page);
  }

  @Access(...caseViewers)
  @Query(() => BreakGlassGrantConnection, {
    nullable: true,
    description:
      'What was opened in an emergency of the cases that the caller’s organization handles or whose regency the caller heads, and what the caller opened; newest first.',
  })
  async breakGlassUses(@Args() page: PageArgs, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work.select(BreakGlassGrant, 'g');
    return listPage({ query, order: ['id'], descending: true, toNode: toGrantType }, page);
  }

  @FieldResolver(() => WelfareCaseType, {
    nullable: true,
    description: 'The case; null for whom it is not, or no longer, open.',
  })
  async case(
    @Root() { row }: BreakGlassGrantType,
    @Ctx() context: GraphContext,
  ): Promise<WelfareCaseType | null> {
    const found = await loadBy(context, WelfareCase, 'id', row.caseId);
    return found && toCaseType(found);
  }

  @Classified('specific')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What happened, for who wrote it and for the data protection officer; null once the person was erased.',
  })
  async reason(@Root() { row }: BreakGlassGrantType, @Ctx() context: GraphContext) {
    const { id, role } = context.caller;
    const mayRead = row.actor === id || role === 'DATA_PROTECTION_OFFICER';
    return mayRead ? openReason(context, row) : null;
  }

  @FieldResolver({ description: 'Whether it waits for its review longer than three days.' })
  overdue(@Root() { row }: BreakGlassGrantType, @Ctx() { database }: GraphContext): boolean {
    return isOverdue(row, database.clock.now());
  }

  @FieldResolver(() => [BreakGlassCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: BreakGlassGrantType, @Ctx() { caller, database }: GraphContext) {
    return commandsFor(row, caller, database.clock.now());
  }
}
