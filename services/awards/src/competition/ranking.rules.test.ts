import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide, decideRanked, inOrder } from './ranking.rules.js';

/** Ranks as they follow from scores: equal scores share, the next is skipped. */
const ranksOf = (scores: readonly number[]) =>
  scores.map((score) => ({ rank: 1 + scores.filter((other) => other > score).length }));

const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });

describe('places', () => {
  test('made from scores are in order, whoever ties and in whatever order they are written', () => {
    fc.assert(
      fc.property(scores, (given) => {
        expect(inOrder(ranksOf(given))).toBe(true);
        expect(inOrder(ranksOf(given).toReversed())).toBe(true);
      }),
    );
  });

  test('hold 1, 2, 2, 4 and not 1, 2, 2, 3', () => {
    const places = (...ranks: number[]) => ranks.map((rank) => ({ rank }));

    expect(inOrder(places(1, 2, 2, 4))).toBe(true);
    expect(inOrder(places(1, 1, 1))).toBe(true);
    expect(inOrder(places(1, 2, 2, 3))).toBe(false);
    expect(inOrder(places(2, 3))).toBe(false);
  });

  test('moved by one anywhere are no longer in order, unless nobody notices', () => {
    fc.assert(
      fc.property(scores, fc.nat(), (given, at) => {
        const places = ranksOf(given);
        const moved = places.map((place, index) =>
          index === at % places.length ? { rank: place.rank + 1 } : place,
        );
        const alone = places.filter(({ rank }) => rank === places[at % places.length]!.rank);
        // Only one of two that share a place may stand behind the other.
        if (alone.length !== 2) expect(inOrder(moved)).toBe(false);
      }),
    );
  });
});

describe('a decision', () => {
  const nominations = (...statuses: string[]) =>
    statuses.map((status, index) => ({ id: `n${index}`, status }));
  const places = (...ranks: number[]) =>
    ranks.map((rank, index) => ({ nominationId: `n${index}`, rank }));

  test('gives places to eligible nominees only', () => {
    const decision = decide(places(1, 2), nominations('ELIGIBLE', 'INELIGIBLE'), 3);

    expect(decision).toEqual({ refused: 'nominee-not-eligible' });
    expect(decide(places(1), nominations('ELIGIBLE', 'INELIGIBLE'), 3).refused).toBeNull();
  });

  test('waits for open reviews', () => {
    expect(decide(places(1), nominations('ELIGIBLE', 'NEEDS_REVIEW'), 3).refused).toBe(
      'reviews-open',
    );
  });

  test('gives nobody two places', () => {
    const twice = [...places(1), ...places(1)];

    expect(decide(twice, nominations('ELIGIBLE'), 3).refused).toBe('winner-twice');
  });

  test('never has more winners than were planned, and each of them is eligible', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ELIGIBLE', 'INELIGIBLE', 'WITHDRAWN'), { maxLength: 8 }),
        fc.array(fc.nat({ max: 9 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (statuses, chosen, planned) => {
          const given = nominations(...statuses);
          const asked = ranksOf(chosen).map(({ rank }, index) => ({
            nominationId: `n${chosen[index]}`,
            rank,
          }));
          if (decide(asked, given, planned).refused !== null) return;
          expect(asked.length).toBeLessThanOrEqual(planned);
          for (const { nominationId } of asked)
            expect(given.find(({ id }) => id === nominationId)?.status).toBe('ELIGIBLE');
        },
      ),
    );
  });
});

describe('decideRanked', () => {
  const place = (nominationId: string, rank: number) => ({ nominationId, rank });
  const ranking = [place('a', 1), place('b', 2), place('c', 2), place('d', 4)];
  const minutes = { number: '1', on: '2019-10-29' };

  test('takes the ranking as it is, and as a vote parted equals', () => {
    expect(decideRanked(ranking, ranking, minutes).refused).toBeNull();
    const voted = [place('a', 1), place('c', 2), place('b', 3)];
    expect(decideRanked(voted, ranking, minutes).refused).toBeNull();
  });

  test('needs the minutes of the meeting', () => {
    expect(decideRanked(ranking, ranking, null).refused).toBe('minutes-missing');
  });

  test.each([
    ['puts somebody before a better one', [place('b', 1), place('a', 2)]],
    ['leaves the best out', [place('b', 1)]],
    ['lets unequals share a place', [place('a', 1), place('b', 1)]],
    ['names somebody who was not ranked', [place('e', 1)]],
  ])('refuses what %s', (_what, places) => {
    expect(decideRanked(places, ranking, minutes).refused).toBe('not-as-ranked');
  });
});
