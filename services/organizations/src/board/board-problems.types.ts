import { sameHandWords } from '@jejaring/trust/rights/hands.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, ObjectType } from 'type-graphql';
import { BoardPositionType, BoardStatusType } from './board-words.js';
import { BoardType } from './board.types.js';

@ObjectType({ implements: Problem, description: 'The board cannot take this step.' })
export class BoardRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `board-wrong-state`, `core-incomplete`, `core-not-distinct`, `officer-too-young`, `too-few-officers`, `higher-board-in-office`, `term-taken`, `seat-taken`, `same-hand`.',
  })
  ground!: string;

  @Field(() => BoardStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof BoardStatusType | null;

  @Field(() => [BoardPositionType], { description: 'Positions of the core that nobody holds.' })
  missing!: (keyof typeof BoardPositionType)[];

  @Field(() => [ID], { description: 'Officers who are the reason.' })
  officerIds!: string[];
}

const words: Record<string, { en: string; id: string }> = {
  'board-wrong-state': {
    en: 'The board is not at this stage.',
    id: 'Kepengurusan tidak berada pada tahap ini.',
  },
  'core-incomplete': {
    en: 'Chair, secretary and treasurer are needed.',
    id: 'Ketua, sekretaris, dan bendahara wajib diisi.',
  },
  'core-not-distinct': {
    en: 'Chair, secretary and treasurer are three different persons.',
    id: 'Ketua, sekretaris, dan bendahara harus tiga orang yang berbeda.',
  },
  'officer-too-young': {
    en: 'Somebody is younger than an officer may be.',
    id: 'Ada pengurus yang belum mencapai usia minimal.',
  },
  'too-few-officers': {
    en: 'There are fewer officers than the regulation asks for.',
    id: 'Jumlah pengurus kurang dari ketentuan.',
  },
  'higher-board-in-office': {
    en: 'The next higher board is in office and has to ratify.',
    id: 'Pengurus setingkat di atasnya masih menjabat dan harus mengesahkan.',
  },
  'term-taken': {
    en: 'Another board is in office in this term.',
    id: 'Sudah ada kepengurusan lain pada masa bakti ini.',
  },
  'same-hand': sameHandWords,
  'seat-taken': {
    en: 'Somebody else holds this position.',
    id: 'Jabatan ini sudah diisi orang lain.',
  },
};

export function toBoardProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const {
    status = null,
    missing = [],
    officerIds = [],
  } = refusal as Refusal & {
    status?: keyof typeof BoardStatusType;
    missing?: (keyof typeof BoardPositionType)[];
    officerIds?: string[];
  };
  return problem(BoardRefusedProblem, message, {
    ground: refusal.refused,
    currentStatus: status,
    missing,
    officerIds: officerIds.map((id) => encodeId('ofr', id)),
  });
}

export const boardResult = (name: string) =>
  resultUnion(name, () => BoardType, BoardRefusedProblem);
