import { sameHandWords } from '@jejaring/trust/rights/hands.rules';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, ObjectType } from 'type-graphql';
import { registrationWords } from '../registration/registration-problems.types.js';
import { DelegationStatusType, DelegationType } from './delegation.types.js';

@ObjectType({ implements: Problem, description: 'The delegation cannot take this step.' })
export class TrainingDelegationRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `registration-not-open`, `sender-not-active`, `letter-already-used`, `same-hand`; of one delegate also `organization-not-active`, `not-invited`, `not-seated`, `no-quota`, `unit-quota-full`, `already-registered`.',
  })
  ground!: string;

  @Field(() => DelegationStatusType, {
    nullable: true,
    description: 'Where the delegation stands, when that is the reason.',
  })
  currentStatus!: keyof typeof DelegationStatusType | null;

  @Field(() => ID, { nullable: true, description: 'The delegate, `reg_…`, who is the reason.' })
  delegateId!: string | null;
}

const words: Record<string, { en: string; id: string }> = {
  ...registrationWords,
  'same-hand': sameHandWords,
  'wrong-state': {
    en: 'The delegation is not at this stage.',
    id: 'Delegasi tidak berada pada tahap ini.',
  },
  'sender-not-active': {
    en: 'The board that sends is not active.',
    id: 'Organisasi pengirim tidak aktif.',
  },
  'letter-already-used': {
    en: 'This letter was used for the event before.',
    id: 'Surat tugas ini telah dipakai untuk kegiatan tersebut.',
  },
};

export function toDelegationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null, delegateId = null } = refusal as {
    status?: keyof typeof DelegationStatusType;
    delegateId?: string;
  };
  const fields = { ground: refusal.refused, currentStatus, delegateId };
  return problem(TrainingDelegationRefusedProblem, message, fields);
}

export const delegationResult = (name: string) =>
  resultUnion(name, () => DelegationType, TrainingDelegationRefusedProblem);
