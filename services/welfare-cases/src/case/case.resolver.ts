import { Access } from '@jejaring/chassis/graph/access';
import { Classified } from '@jejaring/trust/audit/classified';
import { loadBy } from '@jejaring/chassis/graph/batch';
import type { GraphContext as Context } from '@jejaring/chassis/graph/context';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { rolesOf } from '@jejaring/trust/rights/policy.rules';
import { selectSeen } from '@jejaring/trust/rights/select-seen';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { subjectOf } from '../beneficiary/beneficiary.service.js';
import { RegionType, regionRef } from '../region/region.types.js';
import { isShown, PartOfCase } from './case-view.js';
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

/** Another case by its id, unless it is sealed to the caller. */
async function seenId(context: Context, id: string | null | undefined): Promise<string | null> {
  const row = id ? await loadBy(context, WelfareCase, 'id', id) : null;
  return row && encodeId('case', row.id);
}

const districtOf = (village: string) => village.slice(0, 8);

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
      'Cases in a region that the caller may see, oldest first; empty where none may be seen. Sealed ones (kasus tertutup) are neither listed nor counted for others.',
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

  @Classified('personal')
  @FieldResolver(() => RegionType, {
    nullable: true,
    description:
      'The village where the person lives; the district, for whom the identity is not shared with.',
  })
  async region(
    @Root() { row }: WelfareCaseType,
    @Ctx() context: GraphContext,
  ): Promise<RegionType> {
    const isKnown = await isShown(context, row, 'IDENTITY');
    return regionRef(isKnown ? row.regionCode : districtOf(row.regionCode));
  }

  @PartOfCase('COURSE')
  @Classified('personal')
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The closed case of the same person that it goes on from, where the caller sees that one: `case_…`.',
  })
  followsId(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return seenId(context, row.followsCaseId);
  }

  @PartOfCase('COURSE')
  @Classified('personal')
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The case that it is a duplicate of, where the caller sees that one: `case_…`.',
  })
  duplicateOfId(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return seenId(context, row.duplicateOf);
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
