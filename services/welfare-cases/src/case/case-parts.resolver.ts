import { Classified } from '@jejaring/trust/audit/classified';
import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext as Context } from '@jejaring/chassis/graph/context';
import { GraphContext } from '@jejaring/chassis/graph/context';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { In } from 'typeorm';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Consent } from '../consent/consent.entity.js';
import { ConsentType, toConsentType } from '../consent/consent.types.js';
import { Referral } from '../referral/referral.entity.js';
import { ReferralType, toReferralType } from '../referral/referral.types.js';
import { FollowUp, Intervention } from './case.entity.js';
import {
  FollowUpType,
  InterventionType,
  SeverityType,
  toFollowUpType,
  toInterventionType,
  toSeverities,
} from './case-parts.types.js';
import { WelfareCaseType } from './case.types.js';
import { PartOfCase } from './case-view.js';

/** What belongs to a case, for all cases of a request in one statement. */
function partsOf<Row extends ObjectLiteral & { id: string; caseId: string }>(
  context: Context,
  entity: EntityTarget<Row> & { name: string },
  caseId: string,
): Promise<Row[]> {
  const loader = context.loader<string, Row[]>(`${entity.name} of case`, async (work, ids) => {
    const rows = await work.list(entity, { caseId: In([...ids]) } as never, { id: 'ASC' } as never);
    return grouped(rows, ids, (row) => row.caseId);
  });
  return loader.load(caseId);
}

@Resolver(() => WelfareCaseType)
export class CasePartsResolver {
  @Classified('personal')
  @FieldResolver(() => [ConsentType], {
    description: 'What the person agreed to, oldest first; what the caller may see of it.',
  })
  async consents(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return (await partsOf(context, Consent, row.id)).map(toConsentType);
  }

  @FieldResolver(() => [ReferralType], {
    description: 'Referrals of the case, oldest first; what the caller may see of them.',
  })
  async referrals(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return (await partsOf(context, Referral, row.id)).map(toReferralType);
  }

  @Classified('specific')
  @FieldResolver(() => [InterventionType], {
    description: 'Services that were given, oldest first.',
  })
  async interventions(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return (await partsOf(context, Intervention, row.id)).map(toInterventionType);
  }

  @Classified('specific')
  @FieldResolver(() => [FollowUpType], { description: 'Visits, oldest first.' })
  async followUps(@Root() { row }: WelfareCaseType, @Ctx() context: GraphContext) {
    return (await partsOf(context, FollowUp, row.id)).map(toFollowUpType);
  }

  @PartOfCase('ASSESSMENT', [])
  @Classified('specific')
  @FieldResolver(() => [SeverityType], { description: 'The assessment; empty until it is made.' })
  assessment(@Root() { row }: WelfareCaseType): SeverityType[] {
    return toSeverities(row.severities);
  }
}
