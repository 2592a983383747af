import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { rolesOf } from '@jejaring/trust/rights/policy.rules';
import { selectSeen } from '@jejaring/trust/rights/select-seen';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { subjectOf } from '../beneficiary/beneficiary.service.js';
import { CaseCommandType, CaseStatus } from './case-words.js';
import { WelfareCase } from './case.entity.js';
import type { CaseCommand } from './case.rules.js';
import { commandsFor } from './case-commands.rules.js';
import { casePolicy } from './case.rules.js';
import {
  BeneficiaryType,
  toCaseType,
  WelfareCaseConnection,
  WelfareCaseType,
} from './case.types.js';

@Resolver(() => WelfareCaseType)
export class CaseResolver {
  @Access(...rolesOf(casePolicy.read))
  @Query(() => WelfareCaseType, {
    nullable: true,
    description: 'A case; null when the caller may not see it.',
  })
  async case(
    @Arg('id', () => ID, { description: '`case_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<WelfareCaseType | null> {
    const uuid = decodeId('case', id);
    const row = uuid && (await loadBy(context, WelfareCase, 'id', uuid));
    return row ? toCaseType(row) : null;
  }

  @Access(...rolesOf(casePolicy.read))
  @Query(() => WelfareCaseConnection, {
    nullable: true,
    description:
      'Cases in a region that the caller may see, oldest first; empty where none may be seen.',
  })
  async cases(
    @Arg('region', () => RegionCode, { description: 'The region to look in.' }) region: string,
    @Arg('status', () => CaseStatus, { nullable: true, description: 'Only cases that stand here.' })
    status: keyof typeof CaseStatus | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const work = await context.read();
    const query = selectSeen(work, casePolicy, WelfareCase, 'c').andWhere(
      'c.regionCode >= :low and c.regionCode < :high',
      regionRange(region),
    );
    if (status) query.andWhere('c.status = :status', { status });
    return listPage({ query, order: ['regionCode', 'id'], toNode: toCaseType }, page);
  }

  @FieldResolver(() => [CaseCommandType], { description: 'What the caller may do with it now.' })
  viewerCan(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext): CaseCommand[] {
    const { caller, database } = context;
    return commandsFor(row, caller, database.clock.now());
  }

  @FieldResolver(() => BeneficiaryType, {
    nullable: true,
    description: 'Whom it is about, masked; null when the caller may not see it.',
  })
  async beneficiary(
    @Root() { row }: WelfareCaseType,
    @Ctx() context: GraphContext,
  ): Promise<BeneficiaryType | null> {
    const beneficiary = await loadBy(context, Beneficiary, 'id', row.beneficiaryId);
    if (beneficiary === null) return null;
    return Object.assign(new BeneficiaryType(), {
      row: beneficiary,
      id: subjectOf(beneficiary.id),
      subjectKind: beneficiary.subjectKind,
    });
  }
}
