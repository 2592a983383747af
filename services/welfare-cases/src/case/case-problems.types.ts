import { readId } from '@jejaring/chassis/graph/ids';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import type { ClassType } from 'type-graphql';
import { Field, ObjectType } from 'type-graphql';
import { CaseStatus } from './case-words.js';
import { WelfareCaseType } from './case.types.js';

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
  'reopen-too-late': {
    en: 'It was closed more than twelve months ago: report a new case that follows it.',
    id: 'Kasus sudah ditutup lebih dari dua belas bulan: laporkan kasus baru yang melanjutkannya.',
  },
  'consent-withdrawn': {
    en: 'The consent was withdrawn: name another legal basis.',
    id: 'Persetujuan telah dicabut: sebutkan dasar hukum yang lain.',
  },
  'reporters-hand': {
    en: 'Who reported the case neither seals nor unseals it.',
    id: 'Pelapor tidak boleh menutup atau membuka kembali kasusnya sendiri.',
  },
  'already-sealed': { en: 'The case is sealed already.', id: 'Kasus sudah tertutup.' },
  'not-sealed': { en: 'The case is not sealed.', id: 'Kasus tidak tertutup.' },
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

export const caseResult = (name: string, ...more: ClassType<Problem>[]) =>
  resultUnion(name, () => WelfareCaseType, CaseRefusedProblem, ...more);

export const seenCase = (input: { id: string; expectedVersion: number }) => ({
  id: readId('case', 'id', input.id),
  expectedVersion: input.expectedVersion,
});
