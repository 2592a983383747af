import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readEvent } from './heard-event.js';
import { History } from './history.js';
import type { Positions } from './positions.js';
import { aRecord } from './record.fixture.js';

const topic = 'jejaring.organizations';
const type = 'organizations.organization.suspended.v1';

const range = (partition: number, first: number, next: number) => ({
  topic,
  partition,
  first: String(first),
  next: String(next),
});

const heard = (history: History, partition: number, offset: number, epoch = 1) => {
  const record = aRecord(type, { partition, offset: String(offset), epoch });
  return history.add(record, readEvent(record));
};

const begun = (most?: number) => {
  const history = new History(most);
  history.begin([range(0, 0, 0), range(1, 0, 0)]);
  return history;
};

const read = (...offsets: number[]): Positions => new Map([[topic, offsets]]);
const places = (history: History, place: number) =>
  history.after(place, 100)?.map(({ partition, offset }) => [partition, offset]);

describe('History', () => {
  test('takes a record once, however often it comes', () => {
    const history = begun();
    expect([heard(history, 0, 0), heard(history, 0, 0), heard(history, 0, 1)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(places(history, 0)).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  test('keeps what came before the beginning, which is no news', () => {
    const history = new History();
    history.begin([range(0, 5, 7)]);

    const begun = [history.hasBegun];
    const news = [5, 6, 7].map((offset) => {
      const isNews = heard(history, 0, offset);
      begun.push(history.hasBegun);
      return isNews;
    });

    expect(news).toEqual([false, false, true]);
    expect(begun).toEqual([false, false, true, true]);
    expect(history.placeOf(new Map([[topic, [4]]]))).toBe(0);
  });

  test('says where records before one were never heard', () => {
    const history = begun();
    heard(history, 0, 0);
    heard(history, 0, 3);

    expect(history.after(0, 9)?.map(({ afterHole }) => afterHole)).toEqual([false, true]);
  });

  test('knows the newest epoch of a topic', () => {
    const history = begun();
    heard(history, 0, 0, 2);
    heard(history, 0, 1, 1);

    expect([history.epochOf(topic), history.epochOf('jejaring.training')]).toEqual([2, 0]);
  });

  test('does not answer for what it no longer keeps', () => {
    const history = begun(10);
    for (let offset = 0; offset < 12; offset += 1) heard(history, 0, offset);

    expect(history.after(0, 9)).toBeNull();
    expect(history.placeOf(read(0, -1))).toBeNull();
    expect(history.placeOf(read(11, -1))).toBe(history.newest);
  });

  test('finds for any positions a place with all that is behind them after it, or says it cannot', () => {
    const arrivals = fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(arrivals, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (order, first, second) => {
        const history = begun(20);
        const next = [0, 0];
        for (const partition of order) heard(history, partition, next[partition]!++);
        const positions = [Math.min(first, next[0]!) - 1, Math.min(second, next[1]!) - 1];

        const place = history.placeOf(read(...positions));
        if (place === null) return history.newest > 20;
        const after = history.after(place, 100)!;
        return next.every((count, partition) => {
          const missing = count - 1 - positions[partition]!;
          const found = after.filter(
            (entry) => entry.partition === partition && entry.offset > positions[partition]!,
          );
          return found.length === missing;
        });
      }),
    );
  });
});
