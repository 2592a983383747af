import { expect, test } from '@jest/globals';
import type { BatchHandler } from '../transport.js';
import type { Bench } from './transport-contract.js';
import {
  Receiver,
  aSeries,
  completePlaces,
  freshName,
  idsOf,
  placesByKey,
  until,
} from './transport-probe.js';

export function testDelivery(bench: Bench): void {
  test('records of one key keep their order', async () => {
    const receiver = new Receiver();
    for (const firstPlace of [0, 40, 80]) {
      await bench.transport.publish(
        aSeries({ topic: bench.topic, keys: 20, perKey: 40, firstPlace }),
      );
    }

    await bench.join(receiver.handler);
    await until('all have come', () => receiver.ids().size === 2_400);

    expect(placesByKey(receiver.records)).toEqual(completePlaces(20, 120));
  });

  test('a batch holds at most 100 records, of one topic', async () => {
    const batches: { size: number; topics: number }[] = [];
    let received = 0;
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 12, perKey: 50 }));

    await bench.join((records) => {
      const topics = new Set(records.map(({ topic }) => topic));
      batches.push({ size: records.length, topics: topics.size });
      received += records.length;
      return Promise.resolve();
    });
    await until('all have come', () => received >= 600);

    expect(batches.every((batch) => batch.topics === 1 && batch.size <= 100)).toBe(true);
  });
}

export function testRejection(bench: Bench): void {
  test('rejected records come again, before those behind them', async () => {
    const attempts: string[] = [];
    const receiver = new Receiver();
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 1, perKey: 5 }));

    await bench.join((records) => {
      attempts.push(records.map(({ value }) => value).join());
      if (attempts.length < 3) return Promise.reject(new Error('not now'));
      return receiver.handler(records);
    });
    await until('all have come', () => receiver.records.length >= 5);

    expect(attempts.slice(0, 3)).toEqual(Array(3).fill(attempts[0]));
    expect(placesByKey(receiver.records)).toEqual(completePlaces(1, 5));
  });

  test('a rejected key does not hold up other partitions', async () => {
    const receiver = new Receiver();
    const series = aSeries({ topic: bench.topic, keys: 30, perKey: 1 });
    await bench.transport.publish(series);

    let poisoned: number | null = null;
    await bench.join((records) => {
      poisoned ??= records[0]?.partition ?? null;
      if (records.some(({ partition }) => partition === poisoned))
        return Promise.reject(new Error('never'));
      return receiver.handler(records);
    });
    await until('the others have come', () => {
      const reached = new Set(receiver.records.map(({ partition }) => partition));
      return reached.size === bench.partitions - 1;
    });

    expect(receiver.records.some(({ partition }) => partition === poisoned)).toBe(false);
  });
}

export function testSharing(bench: Bench): void {
  test('every group sees everything; members of one group share it', async () => {
    const alone = new Receiver();
    const [first, second] = [new Receiver(), new Receiver()];
    await bench.join(alone.handler, freshName('alone'));
    await bench.join(first.handler);
    await bench.join(second.handler);

    const published = new Set<string>();
    await until('both members have worked', () => {
      if (first.records.length > 0 && second.records.length > 0) return true;
      const series = aSeries({ topic: bench.topic, keys: 24, perKey: 1 });
      for (const id of idsOf(series)) published.add(id);
      void bench.transport.publish(series);
      return false;
    });
    await until('all have come', () => {
      const shared = idsOf([...first.records, ...second.records]);
      return alone.ids().size === published.size && shared.size === published.size;
    });

    expect(alone.ids()).toEqual(published);
  });

  test('a member that joins during the work takes its share; nothing is lost or out of order', async () => {
    const all = new Receiver();
    const atWork = new Map<number, string>();
    const workers = new Set<string>();
    let overlaps = 0;
    const slowly =
      (member: string): BatchHandler =>
      async (records) => {
        const partitions = new Set(records.map(({ partition }) => partition));
        for (const partition of partitions) {
          if (atWork.has(partition)) overlaps += 1;
          atWork.set(partition, member);
        }
        workers.add(member);
        await new Promise((resolve) => setTimeout(resolve, 40));
        await all.handler(records);
        for (const partition of partitions) atWork.delete(partition);
      };

    await bench.join(slowly('first'));
    let place = 0;
    await until('both members have worked', () => {
      if (place > 0 && workers.size === 2) return true;
      const series = { topic: bench.topic, keys: 24, perKey: 1, firstPlace: place };
      void bench.transport.publish(aSeries(series));
      if (place === 10) void bench.join(slowly('second'));
      place += 1;
      return false;
    });
    await until('all have come', () => all.ids().size === 24 * place);

    expect(placesByKey(all.records)).toEqual(completePlaces(24, place));
    expect(overlaps).toBe(0);
  });
}
