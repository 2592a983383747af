import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { SubjectKind } from '../beneficiary/beneficiary-words.js';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import { RegionType, regionRef } from '../region/region.types.js';
import {
  CaseOutcomeType,
  CaseStatus,
  CaseUrgency,
  GoalResult,
  LegalBasisType,
  ServiceKind,
  WelfareCategory,
} from './case-words.js';
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
    'A need of a person or household in need of welfare services (kasus PPKS, formerly PMKS), from report to closing.',
})
export class WelfareCaseType {
  row!: WelfareCase;

  @Field(() => ID, { description: '`case_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'Number for people: `KS/<regency>/<year>/<serial>`.' })
  caseNumber!: string;

  @Field(() => WelfareCategory, { description: 'Main category of need (PPKS).' })
  category!: keyof typeof WelfareCategory;

  @Field(() => CaseStatus, { description: 'Where it stands.' })
  status!: keyof typeof CaseStatus;

  @Field(() => CaseUrgency, { description: 'How soon help is needed.' })
  urgency!: keyof typeof CaseUrgency;

  @Field(() => RegionType, { nullable: true, description: 'The village where the person lives.' })
  region!: Ref<RegionType>;

  @Field({ description: 'When it was reported.' })
  reportedAt!: Date;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'The organization that handles it.',
  })
  assignedTo!: Ref<OrganizationRef> | null;

  @Field(() => LegalBasisType, {
    nullable: true,
    description: 'Why the data may be processed; null until accepted.',
  })
  legalBasis!: keyof typeof LegalBasisType | null;

  @Field(() => [ServiceGoalType], { description: 'The service plan; empty until adopted.' })
  goals!: Ref<ServiceGoalType>[];

  @Field(() => CaseOutcomeType, { nullable: true, description: 'How it ended; null while open.' })
  outcome!: keyof typeof CaseOutcomeType | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null while open.' })
  closedAt!: Date | null;
}

@ObjectType('Beneficiary', {
  description: 'The person, family, group or community a case is about. Identity is masked here.',
})
export class BeneficiaryType {
  @Field(() => ID, { description: '`ben_…`' })
  id!: string;

  @Field(() => SubjectKind, { description: 'Whether one person or several.' })
  subjectKind!: keyof typeof SubjectKind;

  @Field(() => String, {
    nullable: true,
    description:
      'National identity number (NIK) with all but its last two digits hidden; null where there is none.',
  })
  maskedNik!: string | null;
}

export const WelfareCaseConnection = connectionOf('WelfareCase', () => WelfareCaseType);

export function toCaseType(row: WelfareCase): WelfareCaseType {
  const {
    caseNumber,
    category,
    status,
    urgency,
    reportedAt,
    legalBasis,
    outcome,
    closedAt,
    version,
  } = row;
  return Object.assign(new WelfareCaseType(), {
    row,
    id: encodeId('case', row.id),
    version,
    caseNumber,
    category,
    status,
    urgency,
    reportedAt,
    legalBasis,
    outcome,
    closedAt,
    region: regionRef(row.regionCode),
    assignedTo: organizationRef(row.assignedOrganizationId),
    goals: (row.goals ?? []).map((goal) => Object.assign(new ServiceGoalType(), goal)),
  });
}

@ObjectType({
  implements: Problem,
  description: 'The case is not in a state, or not in the hands, for this command.',
})
export class CaseRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word, such as `wrong-state`, `same-hand`, `already-open`.' })
  ground!: string;

  @Field(() => CaseStatus, {
    nullable: true,
    description: 'Where the case stands, when that is the reason.',
  })
  currentStatus!: keyof typeof CaseStatus | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': { en: 'The case is not at this stage.', id: 'Kasus tidak berada pada tahap ini.' },
  'same-hand': {
    en: 'Who proposed the end may not approve it.',
    id: 'Pengusul terminasi tidak boleh menyetujuinya sendiri.',
  },
  'already-open': {
    en: 'The person already has an open case of this category.',
    id: 'Sudah ada kasus terbuka dengan kategori yang sama.',
  },
  'known-elsewhere': {
    en: 'The person is already registered elsewhere: ask for a transfer.',
    id: 'Orang ini sudah terdaftar di tempat lain: ajukan pemindahan.',
  },
  'assignee-not-active': {
    en: 'The organization is not active.',
    id: 'Organisasi tidak aktif.',
  },
  'goals-open': {
    en: 'Every goal of the plan needs its result.',
    id: 'Setiap tujuan rencana harus diberi hasil.',
  },
  'referrals-open': {
    en: 'Referrals of the case are still open.',
    id: 'Masih ada rujukan yang terbuka.',
  },
};

export function toCaseProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as { status?: keyof typeof CaseStatus };
  return problem(CaseRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const caseResult = (name: string) =>
  resultUnion(name, () => WelfareCaseType, CaseRefusedProblem);

export const seenCase = (input: { id: string; expectedVersion: number }) => ({
  id: readId('case', 'id', input.id),
  expectedVersion: input.expectedVersion,
});
