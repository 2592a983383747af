import { Problem, problem } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, ObjectType } from 'type-graphql';
import { AllocationStatusType, AssetConditionType } from './assistance-words.js';

const words = {
  'wrong-state': {
    en: 'The allocation is not at this stage.',
    id: 'Alokasi tidak berada pada tahap ini.',
  },
  'wrong-condition': {
    en: 'From its present condition it cannot become so.',
    id: 'Dari kondisi saat ini tidak dapat menjadi demikian.',
  },
  'recipient-of-other-level': {
    en: 'The programme is meant for organizations of another level.',
    id: 'Program ini ditujukan bagi organisasi tingkat lain.',
  },
  'recipient-outside': {
    en: 'The organization lies outside the region of the programme.',
    id: 'Organisasi berada di luar wilayah program.',
  },
  'recipient-not-active': {
    en: 'The organization was not active in the register on that day.',
    id: 'Organisasi tidak berstatus aktif pada tanggal tersebut.',
  },
  'already-allocated': {
    en: 'Something is put aside for the organization already.',
    id: 'Organisasi ini sudah memperoleh alokasi dari program ini.',
  },
  'partly-handed-over': {
    en: 'Some of it was handed over already.',
    id: 'Sebagian alokasi sudah diserahkan.',
  },
  'more-than-allocated': {
    en: 'That is more than was put aside.',
    id: 'Jumlah melebihi alokasi.',
  },
  'serial-taken': {
    en: 'A piece with this serial number was handed over before.',
    id: 'Barang dengan nomor seri ini sudah pernah diserahkan.',
  },
} as const;

@ObjectType({ implements: Problem, description: 'The assistance cannot be given so.' })
export class AssistanceRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `wrong-condition`, `recipient-of-other-level`, `recipient-outside`, `recipient-not-active`, `already-allocated`, `partly-handed-over`, `more-than-allocated`, `serial-taken`.',
  })
  ground!: string;

  @Field(() => ID, { nullable: true, description: 'The organization at fault, when there is one.' })
  organizationId!: string | null;

  @Field(() => AllocationStatusType, {
    nullable: true,
    description: 'Where the allocation stands, when that is the reason.',
  })
  currentStatus!: keyof typeof AllocationStatusType | null;

  @Field(() => AssetConditionType, {
    nullable: true,
    description: 'How the piece fares, when that is the reason.',
  })
  currentCondition!: keyof typeof AssetConditionType | null;
}

export function toAssistanceProblem(refusal: Refusal): Problem | null {
  const { refused: ground } = refusal;
  if (!(ground in words)) return null;
  const known = refusal as Refusal & {
    organizationId?: string;
    status?: keyof typeof AllocationStatusType;
    condition?: keyof typeof AssetConditionType;
  };
  return problem(AssistanceRefusedProblem, words[ground as keyof typeof words], {
    ground,
    organizationId: known.organizationId ?? null,
    currentStatus: known.status ?? null,
    currentCondition: known.condition ?? null,
  });
}
