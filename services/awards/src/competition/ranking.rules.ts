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
  | { refused: 'ranks-not-in-order' }
  | { refused: 'minutes-missing' }
  | { refused: 'not-as-ranked' };

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

/**
 * A meeting may part those that the sheets left equal, by a vote in its minutes, and nothing else:
 * everybody's place lies among the places that their equals take up.
 */
export function decideRanked(
  places: readonly Place[],
  ranking: readonly Place[],
  minutes: object | null,
): Decision<object, RankingRefusal> {
  if (minutes === null) return { refused: 'minutes-missing' };
  const computed = new Map(ranking.map(({ nominationId, rank }) => [nominationId, rank]));
  const fits = places.every(({ nominationId, rank }) => {
    const from = computed.get(nominationId);
    if (from === undefined) return false;
    const equals = ranking.filter((one) => one.rank === from).length;
    return rank >= from && rank < from + equals;
  });
  return fits ? { refused: null } : { refused: 'not-as-ranked' };
}
