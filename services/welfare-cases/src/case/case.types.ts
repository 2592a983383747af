import { Classified } from '@jejaring/trust/audit/classified';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { SubjectKind } from '../beneficiary/beneficiary-words.js';
import type { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import {
  CaseOutcomeType,
  CaseStatus,
  CaseUrgency,
  GoalResult,
  HoldReasonType,
  LegalBasisType,
  RejectionReasonType,
  ReportChannelType,
  RestrictionGroundType,
  SealReasonType,
  ServiceKind,
  WelfareCategory,
} from './case-words.js';
import { PartOfCase } from './case-view.js';
import type { WelfareCase } from './case.entity.js';

type Ref<T> = T;

@ObjectType('ServiceGoal', { description: 'One aim of a service plan.' })
export class ServiceGoalType {
  @Field(() => ServiceKind, { description: 'The service that is to reach it.' })
  service!: keyof typeof ServiceKind;

  @Field(() => CalendarDate, { description: 'When it should be reached.' })
  dueOn!: string;

  @Field(() => GoalResult, { nullable: true, description: 'What became of it; null while open.' })
  result!: keyof typeof GoalResult | null;
}

@Directive('@key(fields: "id")')
@ObjectType('WelfareCase', {
  description:
    'A need of a person or household in need of welfare services (kasus PPKS, formerly PMKS), from report to closing. Whom a referral asks for help sees a summary; once it is accepted and until it ends, also the sections that were shared.',
})
export class WelfareCaseType {
  row!: WelfareCase;

  @Field(() => ID, { description: '`case_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Classified('personal')
  @Field({ description: 'Number for people: `KS/<regency>/<year>/<serial>`.' })
  caseNumber!: string;

  @Classified('specific')
  @Field(() => WelfareCategory, { description: 'Main category of need (PPKS).' })
  category!: keyof typeof WelfareCategory;

  @Classified('internal')
  @Field(() => CaseStatus, { description: 'Where it stands.' })
  status!: keyof typeof CaseStatus;

  @Classified('internal')
  @Field(() => CaseUrgency, { description: 'How soon help is needed.' })
  urgency!: keyof typeof CaseUrgency;

  @Field({ description: 'When it was reported.' })
  reportedAt!: Date;

  @PartOfCase('COURSE')
  @Classified('internal')
  @Field(() => Date, {
    nullable: true,
    description:
      'Since when it is sealed (kasus tertutup): absent for all but those who handle it, the head of the regency’s office, the data protection officer, and to whom an accepted referral or an emergency opened it.',
  })
  sealedAt!: Date | null;

  @PartOfCase('COURSE')
  @Classified('specific')
  @Field(() => SealReasonType, { nullable: true, description: 'Why it is sealed.' })
  sealReason!: keyof typeof SealReasonType | null;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'The organization that handles it.',
  })
  assignedTo!: Ref<OrganizationRef> | null;

  @PartOfCase('CONSENTS')
  @Classified('internal')
  @Field(() => LegalBasisType, {
    nullable: true,
    description: 'Why the data may be processed; null until accepted.',
  })
  legalBasis!: keyof typeof LegalBasisType | null;

  @PartOfCase('PLAN', [])
  @Classified('specific')
  @Field(() => [ServiceGoalType], { description: 'The service plan; empty until adopted.' })
  goals!: Ref<ServiceGoalType>[];

  @PartOfCase('OUTCOME')
  @Classified('specific')
  @Field(() => CaseOutcomeType, { nullable: true, description: 'How it ended; null while open.' })
  outcome!: keyof typeof CaseOutcomeType | null;

  @PartOfCase('OUTCOME')
  @Field(() => Date, { nullable: true, description: 'When it was closed; null while open.' })
  closedAt!: Date | null;

  @Field(() => ReportChannelType, { description: 'The way the report came.' })
  channel!: keyof typeof ReportChannelType;

  @PartOfCase('COURSE')
  @Classified('internal')
  @Field(() => HoldReasonType, { nullable: true, description: 'Why it rests, while on hold.' })
  holdReason!: keyof typeof HoldReasonType | null;

  @PartOfCase('COURSE')
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When somebody looks at it again, while on hold.',
  })
  reviewOn!: string | null;

  @PartOfCase('COURSE')
  @Classified('internal')
  @Field(() => RejectionReasonType, { nullable: true, description: 'Why it was not taken on.' })
  rejectionReason!: keyof typeof RejectionReasonType | null;

  @PartOfCase('COURSE')
  @Classified('specific')
  @Field(() => RestrictionGroundType, {
    nullable: true,
    description: 'Why its data may not be processed, while restricted.',
  })
  restrictionGround!: keyof typeof RestrictionGroundType | null;

  @PartOfCase('FOLLOW_UPS')
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When the next visit of aftercare (bimbingan lanjut) is due.',
  })
  aftercareDueOn!: string | null;

  @PartOfCase('ASSESSMENT')
  @Field(() => Date, {
    nullable: true,
    description: 'Until when the assessment that follows help in an emergency is due.',
  })
  assessmentDueAt!: Date | null;

  @PartOfCase('ASSESSMENT')
  @Field(() => Date, {
    nullable: true,
    description: 'Since when that assessment is known to be late.',
  })
  overdueAt!: Date | null;
}

@ObjectType('Beneficiary', {
  description: 'The person, family, group or community a case is about. Identity is masked here.',
})
export class BeneficiaryType {
  row!: Beneficiary;

  @Field(() => ID, { description: '`ben_…`' })
  id!: string;

  @Classified('personal')
  @Field(() => SubjectKind, { description: 'Whether one person or several.' })
  subjectKind!: keyof typeof SubjectKind;
}

export const WelfareCaseConnection = connectionOf('WelfareCase', () => WelfareCaseType);

export function toCaseType(row: WelfareCase): WelfareCaseType {
  const { id, assignedOrganizationId, goals, ...shown } = row;
  return Object.assign(new WelfareCaseType(), shown, {
    row,
    id: encodeId('case', id),
    assignedTo: organizationRef(assignedOrganizationId),
    goals: (goals ?? []).map((goal) => Object.assign(new ServiceGoalType(), goal)),
  });
}
