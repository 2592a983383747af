import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { WelfareCase } from '../case/case.entity.js';
import { caseReaders } from '../case/case.rules.js';
import { toCaseType, WelfareCaseType } from '../case/case.types.js';
import { Referral } from './referral.entity.js';
import type { ReferralCommand } from './referral.rules.js';
import { commandsFor } from './referral.rules.js';
import {
  ReferralCommandType,
  ReferralConnection,
  ReferralStatusType,
  ReferralType,
  toReferralType,
} from './referral.types.js';

@Resolver(() => ReferralType)
export class ReferralResolver {
  @Access(...caseReaders)
  @Query(() => ReferralType, {
    nullable: true,
    description: 'A referral; null when the caller may not see it.',
  })
  async referral(
    @Arg('id', () => ID, { description: '`ref_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<ReferralType | null> {
    const uuid = decodeId('ref', id);
    const row = uuid && (await loadBy(context, Referral, 'id', uuid));
    return row ? toReferralType(row) : null;
  }

  @Access(...caseReaders)
  @Query(() => ReferralConnection, {
    nullable: true,
    description:
      'The inbox: what was sent to the organization that the caller acts for, newest first.',
  })
  async referrals(
    @Arg('status', () => ReferralStatusType, {
      nullable: true,
      description: 'Only referrals that stand here.',
    })
    status: keyof typeof ReferralStatusType | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const { organizationId } = context.caller;
    const work = await context.read();
    const query = work
      .select(Referral, 'r')
      .where("r.toOrganizationId = :organizationId and r.status <> 'DRAFT'", { organizationId });
    if (status) query.andWhere('r.status = :status', { status });
    return listPage({ query, order: ['id'], descending: true, toNode: toReferralType }, page);
  }

  @FieldResolver(() => WelfareCaseType, {
    nullable: true,
    description:
      'The case: a summary until it is accepted, then what was shared; null once the referral no longer opens it, and before acceptance when the case is sealed.',
  })
  async case(
    @Root() { row }: ReferralType,
    @Ctx() context: GraphContext,
  ): Promise<WelfareCaseType | null> {
    const found = await loadBy(context, WelfareCase, 'id', row.caseId);
    return found && toCaseType(found);
  }

  @FieldResolver(() => [ReferralCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: ReferralType, @Ctx() { caller }: GraphContext): ReferralCommand[] {
    return commandsFor(row, caller);
  }
}
