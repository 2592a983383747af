import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ObjectType } from 'type-graphql';
import { TrainingEventType } from './training-event.types.js';
import { TrainingEventStatusType } from './training-words.types.js';

@ObjectType({ implements: Problem, description: 'The training event cannot take this step.' })
export class TrainingEventRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `no-venue`, `no-seats`, `too-early`, `attendance-missing`, `organizer-not-active`.',
  })
  ground!: string;

  @Field(() => TrainingEventStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof TrainingEventStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The training event is not at this stage.',
    id: 'Kegiatan tidak berada pada tahap ini.',
  },
  'no-venue': { en: 'It has no venue yet.', id: 'Tempat kegiatan belum ditentukan.' },
  'no-seats': { en: 'It has no seats to give.', id: 'Kuota peserta belum ditentukan.' },
  'too-early': {
    en: 'Its day has not come yet.',
    id: 'Hari pelaksanaannya belum tiba.',
  },
  'attendance-missing': {
    en: 'A session lacks the attendance of some participants.',
    id: 'Kehadiran peserta pada salah satu sesi belum dicatat.',
  },
  'organizer-not-active': {
    en: 'The organizing organization is not active.',
    id: 'Organisasi penyelenggara tidak aktif.',
  },
};

export function toTrainingEventProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as {
    status?: keyof typeof TrainingEventStatusType;
  };
  return problem(TrainingEventRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const trainingEventResult = (name: string) =>
  resultUnion(name, () => TrainingEventType, TrainingEventRefusedProblem);
