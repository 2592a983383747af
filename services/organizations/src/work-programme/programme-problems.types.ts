import { sameHandWords } from '@jejaring/trust/rights/hands.rules';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ObjectType } from 'type-graphql';
import {
  ActivityStatusType,
  FundingSourceType,
  ProgrammeStatusType,
} from './programme-words.types.js';
import { ActivityType, WorkProgrammeType } from './work-programme.types.js';

@ObjectType({
  implements: Problem,
  description: 'The programme or activity cannot take this step.',
})
export class WorkProgrammeRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `year-taken`, `organization-not-active`, `no-activities`, `activities-open`, `activity-done`, `over-budget`, `same-hand`.',
  })
  ground!: string;

  @Field(() => ProgrammeStatusType, {
    nullable: true,
    description: 'Where the programme stands, when that is the reason.',
  })
  currentStatus!: keyof typeof ProgrammeStatusType | null;

  @Field(() => ActivityStatusType, {
    nullable: true,
    description: 'Where the activity stands, when that is the reason.',
  })
  activityStatus!: keyof typeof ActivityStatusType | null;

  @Field(() => FundingSourceType, {
    nullable: true,
    description: 'The source whose budget does not suffice.',
  })
  fundingSource!: keyof typeof FundingSourceType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'same-hand': sameHandWords,
  'wrong-state': {
    en: 'The work programme is not at this stage.',
    id: 'Program kerja tidak berada pada tahap ini.',
  },
  'year-taken': {
    en: 'The organization has a work programme for this year.',
    id: 'Organisasi sudah memiliki program kerja untuk tahun ini.',
  },
  'organization-not-active': {
    en: 'The organization is not active.',
    id: 'Organisasi tidak aktif.',
  },
  'no-activities': {
    en: 'A work programme without activities cannot be adopted.',
    id: 'Program kerja tanpa kegiatan tidak dapat ditetapkan.',
  },
  'activities-open': {
    en: 'An activity neither took place nor was given up.',
    id: 'Masih ada kegiatan yang belum terlaksana dan belum dibatalkan.',
  },
  'activity-done': {
    en: 'The activity took place or was given up already.',
    id: 'Kegiatan sudah terlaksana atau dibatalkan.',
  },
  'over-budget': {
    en: 'The budget of this funding source does not suffice.',
    id: 'Anggaran dari sumber dana ini tidak mencukupi.',
  },
};

export function toProgrammeProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const facts = refusal as Refusal & {
    status?: keyof typeof ProgrammeStatusType;
    activityStatus?: keyof typeof ActivityStatusType;
    fundingSource?: keyof typeof FundingSourceType;
  };
  return problem(WorkProgrammeRefusedProblem, message, {
    ground: refusal.refused,
    currentStatus: facts.status ?? null,
    activityStatus: facts.activityStatus ?? null,
    fundingSource: facts.fundingSource ?? null,
  });
}

export const programmeResult = (name: string) =>
  resultUnion(name, () => WorkProgrammeType, WorkProgrammeRefusedProblem);

export const activityResult = (name: string) =>
  resultUnion(name, () => ActivityType, WorkProgrammeRefusedProblem);
