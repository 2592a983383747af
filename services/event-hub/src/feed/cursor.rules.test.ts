import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { FeedPosition } from './cursor.rules.js';
import { parsePlace, sameUpTo, toCursor } from './cursor.rules.js';

describe('a cursor', () => {
  test('says epoch and position, whatever they are', () => {
    const position = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const epoch = fc.integer({ min: 1, max: 2_147_483_647 });
    fc.assert(
      fc.property(fc.record({ epoch, position }), (place) => {
        expect(parsePlace(toCursor(place))).toEqual(place);
      }),
    );
  });

  test('of before there were epochs is of none that there is', () => {
    expect(parsePlace('at-3k')).toEqual({ epoch: 0, position: 128 });
    expect(sameUpTo([{ epoch: 1, position: 0 }], 0)).toBeNull();
  });

  test.each([
    'at-',
    'at--3k',
    'at-1-',
    'at-1-3k-1',
    'at-1234567-3k',
    'at-1-zzzzzzzzzzzz',
    'AT-1-1',
  ])('%s is none', (text) => expect(parsePlace(text)).toBeNull());
});

/** A feed with its epochs, as a backup holds it. */
interface Feed {
  events: readonly number[];
  epochs: readonly FeedPosition[];
}

type Step = { do: 'keep' } | { do: 'back-up' } | { do: 'restore'; which: number };
const step = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Step>({ do: 'keep' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'back-up' }) },
  { weight: 1, arbitrary: fc.nat().map((which): Step => ({ do: 'restore', which })) },
);

/** What readers were given along the way, and the feed that is left. */
function live(steps: readonly Step[]) {
  let feed: Feed = { events: [], epochs: [{ epoch: 1, position: 0 }] };
  let events = 0;
  let epochs = 1;
  const backups = [feed];
  const given: { cursor: FeedPosition; seen: readonly number[] }[] = [];
  for (const each of steps) {
    if (each.do === 'keep') feed = { ...feed, events: [...feed.events, ++events] };
    if (each.do === 'back-up') backups.push(feed);
    if (each.do === 'restore') {
      const backup = backups[each.which % backups.length]!;
      const began = { epoch: ++epochs, position: backup.events.length };
      feed = { ...backup, epochs: [...backup.epochs, began] };
    }
    const { epoch } = feed.epochs.at(-1)!;
    given.push({ cursor: { epoch, position: feed.events.length }, seen: feed.events });
  }
  return { feed, given };
}

describe('sameUpTo', () => {
  // A backup may be older than the last restore, so that the database forgets an epoch that readers remember.
  test('lets no cursor stand for other events than its reader had, whatever was restored', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { feed, given } = live(steps);
        for (const { cursor, seen } of given) {
          const upTo = Math.min(sameUpTo(feed.epochs, cursor.epoch) ?? 0, cursor.position);
          expect(feed.events.slice(0, upTo)).toEqual(seen.slice(0, upTo));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('knows each place of the epoch that lasts, and of one before up to the restore', () => {
    const epochs = [
      { epoch: 1, position: 0 },
      { epoch: 2, position: 80 },
      { epoch: 5, position: 150 },
    ];
    expect([1, 2, 3, 5].map((epoch) => sameUpTo(epochs, epoch))).toEqual([80, 150, null, Infinity]);
  });
});
