import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ObjectType } from 'type-graphql';
import { RegistrationStatusType, RegistrationType } from './registration.types.js';

@ObjectType({ implements: Problem, description: 'The participant cannot take this step.' })
export class TrainingRegistrationRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `registration-not-open`, `organization-not-active`, `not-invited`, `not-seated`, `no-quota`, `unit-quota-full`, `offer-expired`, `already-registered`, `event-not-before-start`, `event-not-running`, `has-sessions`.',
  })
  ground!: string;

  @Field(() => RegistrationStatusType, {
    nullable: true,
    description: 'Where the registration stands, when that is the reason.',
  })
  currentStatus!: keyof typeof RegistrationStatusType | null;
}

/** The words of what keeps a person from coming; a delegation refuses with them too. */
export const registrationWords: Record<string, { en: string; id: string }> = {
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
  'not-seated': {
    en: 'This officer does not sit on the board of the organization on the first day of the event.',
    id: 'Pengurus ini tidak menjabat pada organisasi tersebut pada hari pertama kegiatan.',
  },
  'no-quota': {
    en: 'The event keeps no seats for this region.',
    id: 'Kegiatan ini tidak menyediakan kuota untuk wilayah tersebut.',
  },
  'unit-quota-full': {
    en: 'The organization has registered as many as it may.',
    id: 'Organisasi telah mendaftarkan peserta sebanyak yang diperbolehkan.',
  },
  'offer-expired': {
    en: 'The time to accept the seat has passed.',
    id: 'Batas waktu untuk menerima tawaran kursi telah lewat.',
  },
  'has-sessions': {
    en: 'The event has sessions; attendance is recorded in each of them.',
    id: 'Kegiatan ini terdiri atas sesi; kehadiran dicatat pada setiap sesi.',
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
  const message = registrationWords[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as {
    status?: keyof typeof RegistrationStatusType;
  };
  const fields = { ground: refusal.refused, currentStatus };
  return problem(TrainingRegistrationRefusedProblem, message, fields);
}

export const registrationResult = (name: string) =>
  resultUnion(name, () => RegistrationType, TrainingRegistrationRefusedProblem);
