import { expect, test } from '@jest/globals';
import type { Follower, Stretch } from '../reader.js';
import type { ReceivedRecord } from '../transport.js';
import type { Bench, TransportTraits } from './transport-contract.js';
import {
  Receiver,
  aSeries,
  completePlaces,
  persist,
  placesByKey,
  until,
} from './transport-probe.js';

/** A follower that remembers. */
class Onlooker extends Receiver implements Follower {
  alive = false;
  begun = 0;

  readonly onBegin = (): void => {
    this.begun += 1;
  };
  readonly onRecords = (records: readonly ReceivedRecord[]): void => {
    this.records.push(...records);
  };
  readonly onAlive = (): void => {
    this.alive = true;
  };
  readonly onLost = (): void => {
    this.alive = false;
  };
}

/** The part of the contract for those who look on without a group. */
export function testReading(bench: Bench, traits: TransportTraits): void {
  const follow = async (backlog = 0) => {
    const onlooker = new Onlooker();
    await bench.openReader().follow({ topics: [bench.topic], backlog }, onlooker);
    await until('it is heard', () => onlooker.alive);
    return onlooker;
  };
  testFollowing(bench, follow);
  testPositions(bench, follow);
  if (traits.restartable) testFollowingOverRestart(bench, follow);
}

type Follow = (backlog?: number) => Promise<Onlooker>;

const seriesOf = (bench: Bench, perKey: number, firstPlace = 0) =>
  aSeries({ topic: bench.topic, keys: 8, perKey, firstPlace });

function testFollowing(bench: Bench, follow: Follow): void {
  test('a follower hears what comes after it began, once and in order, and each follower all of it', async () => {
    await bench.transport.publish(seriesOf(bench, 5));
    const both = [await follow(), await follow()];

    for (const firstPlace of [5, 15])
      await bench.transport.publish(seriesOf(bench, 10, firstPlace));
    await until('all have come', () => both.every(({ records }) => records.length >= 160));

    const places = Array.from({ length: 20 }, (_, at) => at + 5);
    for (const { records } of both) {
      expect(records).toHaveLength(160);
      expect(Object.values(placesByKey(records))).toEqual(Array(8).fill(places));
    }
    expect(await bench.transport.lag(bench.group, [bench.topic])).toMatchObject(
      Array(bench.partitions).fill({ topic: bench.topic }),
    );
  });

  test('a follower may begin some records before the end', async () => {
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 1, perKey: 9 }));

    const { records, begun } = await follow(4);

    await until('they have come', () => records.length >= 4);
    expect([begun, ...records.map(({ value }) => value)]).toEqual([1, '5', '6', '7', '8']);
  });

  test('a follower of a topic that is not there is refused', async () => {
    const waiting = bench.openReader().follow({ topics: ['nowhere'], backlog: 0 }, new Onlooker());
    await expect(waiting).rejects.toThrow('No such topic');
  });
}

function testPositions(bench: Bench, follow: Follow): void {
  test('ranges tell where a partition begins and ends', async () => {
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 1, perKey: 3 }));

    const ranges = await bench.openReader().ranges([bench.topic, 'nowhere']);

    expect(ranges).toHaveLength(bench.partitions);
    const held = ranges.map(({ first, next }) => Number(next) - Number(first));
    expect(held.sort()).toEqual([0, 0, 0, 0, 0, 3]);
  });

  test('reading between offsets gives what is there, and then ends', async () => {
    await bench.transport.publish(seriesOf(bench, 40));
    const all = await follow(1_000);
    await until('all have come', () => all.records.length === 320);
    const stretches = new Map<number, Stretch>();
    const lastOf = (before: number) => (partition: number) =>
      all.records.findLast((each) => each.partition === partition && Number(each.value) < before)!;
    for (const { partition } of all.records) {
      const [after, last] = [lastOf(30)(partition).offset, lastOf(35)(partition).offset];
      stretches.set(partition, { after, before: String(BigInt(last) + 1n) });
    }

    const read: ReceivedRecord[] = [];
    for await (const records of bench.openReader().readBetween(bench.topic, stretches))
      read.push(...records);

    const wanted = all.records.filter(({ partition, offset }) => {
      const { after, before } = stretches.get(partition)!;
      return BigInt(offset) > BigInt(after) && BigInt(offset) < BigInt(before);
    });
    const ids = (records: readonly ReceivedRecord[]) => records.map(({ headers }) => headers['id']);
    expect(ids(read).sort()).toEqual(ids(wanted).sort());
    expect(read.length).toBeGreaterThanOrEqual(5 * stretches.size);
    const places = placesByKey(read);
    for (const each of Object.values(places)) expect(each).toEqual(each.toSorted((a, b) => a - b));
  });
}

function testFollowingOverRestart(bench: Bench, follow: Follow): void {
  test('a follower says when it is lost, and misses nothing of a restart', async () => {
    const onlooker = await follow();
    await bench.transport.publish(seriesOf(bench, 10));
    await until('the first have come', () => onlooker.records.length === 80);

    const restarted = bench.harness.restart();
    await until('it is lost', () => !onlooker.alive);
    await restarted;
    await persist(() => bench.transport.publish(seriesOf(bench, 10, 10)));
    await until('all have come', () => onlooker.ids().size === 160);

    expect(placesByKey(onlooker.records)).toEqual(completePlaces(8, 20));
    await until('it is heard again', () => onlooker.alive);
  }, 120_000);
}
