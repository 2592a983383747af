import type { Decision, Refusal } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';

export interface SameHand extends Refusal {
  refused: 'same-hand';
}

export const sameHandWords = {
  en: 'Nobody approves what they handed in: somebody else has to do this.',
  id: 'Yang mengajukan tidak boleh menyetujui: hal ini harus dilakukan oleh orang lain.',
};

/** Nobody approves what they handed in; what came by event or was loaded had no hand here. */
export const anotherHand = (earlier: string | null, caller: Caller): Decision<object, SameHand> =>
  earlier === caller.id ? { refused: 'same-hand' } : { refused: null };
