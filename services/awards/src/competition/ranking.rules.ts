import type { Decision } from '@jejaring/chassis/work/refusal';

export interface Place {
  nominationId: string;
  rank: number;
}

export type RankingRefusal =
  | { refused: 'reviews-open' }
  | { refused: 'too-many-winners'; winnersPlanned: number }
  | { refused: 'winner-twice' }
  | { refused: 'nominee-not-eligible' }
  | { refused: 'ranks-not-in-order' };

/** Equal places share a number and the numbers they take up are skipped: 1, 2, 2, 4. */
export const inOrder = (places: readonly { rank: number }[]): boolean =>
  places.every(({ rank }) => rank === 1 + places.filter((other) => other.rank < rank).length);

/** Places go to eligible nominees, each once, as many as were planned at most. */
export function decide(
  places: readonly Place[],
  nominations: readonly { id: string; status: string }[],
  winnersPlanned: number,
): Decision<{ places: readonly Place[] }, RankingRefusal> {
  if (nominations.some(({ status }) => status === 'NEEDS_REVIEW'))
    return { refused: 'reviews-open' };
  if (places.length > winnersPlanned) return { refused: 'too-many-winners', winnersPlanned };
  const winners = new Set(places.map(({ nominationId }) => nominationId));
  if (winners.size < places.length) return { refused: 'winner-twice' };
  const eligible = new Set(
    nominations.filter(({ status }) => status === 'ELIGIBLE').map(({ id }) => id),
  );
  if ([...winners].some((id) => !eligible.has(id))) return { refused: 'nominee-not-eligible' };
  return inOrder(places) ? { refused: null, places } : { refused: 'ranks-not-in-order' };
}
