import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { batchSize, Gathering } from './gathering.js';
import type { ReceivedRecord } from './transport.js';

const aBatch = (partition: number, size = 1, topic = 'events'): ReceivedRecord[] =>
  Array.from({ length: size }, (_, offset) => ({
    topic,
    partition,
    offset: String(offset),
    key: `key-${partition}`,
    headers: {},
    value: null,
    timestamp: 0,
  }));

/** A handler that a test ends, and what it was given: `topic/partition*records`. */
function aHandler() {
  const given: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const handler = (records: readonly ReceivedRecord[]) => {
    const counts = new Map<string, number>();
    for (const { topic, partition } of records) {
      const place = `${topic}/${partition}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    given.push([...counts].map(([place, count]) => `${place}*${count}`).join(' '));
    return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  };
  return { given, ends, handler };
}

test('few records of several partitions of a topic are one batch, those of another topic are not', async () => {
  const { given, ends, handler } = aHandler();
  const gathering = new Gathering(handler, 3);
  const handed = [aBatch(0), aBatch(1, 2), aBatch(0, 1, 'others'), aBatch(2)].map((batch) =>
    gathering.hand(batch),
  );
  await nextTurn();
  for (const { resolve } of ends) resolve();
  await Promise.all(handed);

  expect(given).toEqual(['events/0*1 events/1*2 events/2*1', 'others/0*1']);
});

test('a batch is never larger than it may be, and no more are worked than may be', async () => {
  const { given, ends, handler } = aHandler();
  const gathering = new Gathering(handler, 2);
  for (const [partition, size] of [60, batchSize, 50, 40].entries())
    void gathering.hand(aBatch(partition, size));
  await nextTurn();
  expect(given).toEqual(['events/0*60 events/3*40', 'events/1*100']);

  ends[0]!.resolve();
  await nextTurn();
  expect(given.slice(2)).toEqual(['events/2*50']);
});

test('what was rejected goes alone until it is taken', async () => {
  const { given, ends, handler } = aHandler();
  const gathering = new Gathering(handler, 3);
  const handAll = () => Promise.allSettled([0, 1].map((place) => gathering.hand(aBatch(place))));

  const refused = handAll();
  await nextTurn();
  ends[0]!.reject(new Error('not now'));
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const alone = handAll();
  await nextTurn();
  ends[1]!.resolve();
  ends[2]!.resolve();
  await alone;
  void handAll();
  await nextTurn();

  const together = 'events/0*1 events/1*1';
  expect(given).toEqual([together, 'events/0*1', 'events/1*1', together]);
});

test('who still waits for a turn can be dismissed', async () => {
  const { given, handler } = aHandler();
  const gathering = new Gathering(handler, 1);
  void gathering.hand(aBatch(0, batchSize));
  const waiting = gathering.hand(aBatch(1));
  await nextTurn();
  gathering.dismiss();

  await expect(waiting).rejects.toThrow('No further batch is begun.');
  expect(given).toEqual(['events/0*100']);
});
