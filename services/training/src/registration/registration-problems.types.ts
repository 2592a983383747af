import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ObjectType } from 'type-graphql';
import { RegistrationStatusType, RegistrationType } from './registration.types.js';

@ObjectType({ implements: Problem, description: 'The participant cannot take this step.' })
export class TrainingRegistrationRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `registration-not-open`, `organization-not-active`, `not-invited`, `already-registered`, `event-not-before-start`, `event-not-running`.',
  })
  ground!: string;

  @Field(() => RegistrationStatusType, {
    nullable: true,
    description: 'Where the registration stands, when that is the reason.',
  })
  currentStatus!: keyof typeof RegistrationStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The registration is not at this stage.',
    id: 'Pendaftaran peserta tidak berada pada tahap ini.',
  },
  'registration-not-open': {
    en: 'Registration for this event is not open.',
    id: 'Pendaftaran kegiatan ini tidak dibuka.',
  },
  'organization-not-active': {
    en: 'The organization is not active.',
    id: 'Organisasi tidak aktif.',
  },
  'not-invited': {
    en: 'The event is held for others.',
    id: 'Kegiatan ini bukan untuk organisasi tersebut.',
  },
  'already-registered': {
    en: 'This person is already registered for the event.',
    id: 'Peserta ini sudah terdaftar pada kegiatan tersebut.',
  },
  'event-not-before-start': {
    en: 'The event has already begun.',
    id: 'Kegiatan sudah dimulai.',
  },
  'event-not-running': {
    en: 'The event is not taking place now.',
    id: 'Kegiatan tidak sedang berlangsung.',
  },
};

export function toRegistrationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as {
    status?: keyof typeof RegistrationStatusType;
  };
  const fields = { ground: refusal.refused, currentStatus };
  return problem(TrainingRegistrationRefusedProblem, message, fields);
}

export const registrationResult = (name: string) =>
  resultUnion(name, () => RegistrationType, TrainingRegistrationRefusedProblem);
