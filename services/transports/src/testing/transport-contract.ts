import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BatchHandler, EventTransport, Subscription } from '../transport.js';
import type { EventReader } from '../reader.js';
import { openReader, openTransport, type TransportAddress } from './transport-child.js';
import { testCrashes } from './transport-crashes.js';
import { testDelivery, testRejection, testSharing } from './transport-delivery.js';
import { testReading } from './transport-reading.js';
import { Receiver, aSeries, freshName, until } from './transport-probe.js';

export interface TransportHarness {
  address: TransportAddress;
  /** Takes the server away from everyone and brings it back, with what it had acknowledged. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

export interface TransportTraits {
  /** A record published again under the same id is delivered once. */
  deduplicates: boolean;
  /** False when the server belongs to somebody else. */
  restartable: boolean;
}

/** What each test gets: a topic of its own, and members that are stopped after it. */
export interface Bench {
  topic: string;
  partitions: number;
  group: string;
  harness: TransportHarness;
  transport: EventTransport;
  /** A further process's view of the same server. */
  open(): EventTransport;
  join(handler: BatchHandler, group?: string): Promise<Subscription>;
  /** Somebody who looks on. */
  openReader(): EventReader;
}

const partitions = 6;

/** The promises that every transport keeps, whatever carries the events. */
export function describeTransport(
  name: string,
  makeHarness: () => Promise<TransportHarness>,
  traits: TransportTraits,
): void {
  describe(name, () => {
    let harness: TransportHarness;
    let opened: { close(): Promise<void> }[] = [];
    const bench = {} as Bench;

    // Long enough to bring a broker's jars over a slow line.
    beforeAll(async () => {
      harness = await makeHarness();
    }, 300_000);
    afterAll(() => harness?.close());

    beforeEach(async () => {
      const open = () => {
        const transport = openTransport(harness.address);
        opened.push(transport);
        return transport;
      };
      const transport = open();
      const names = { topic: freshName('topic'), partitions, group: freshName('group') };
      Object.assign(bench, names, { harness, transport, open });
      bench.join = (handler, group = bench.group) =>
        open().subscribe({ group, topics: [bench.topic] }, handler);
      bench.openReader = () => {
        const reader = openReader(harness.address);
        opened.push(reader);
        return reader;
      };
      await transport.ensureTopics([{ topic: bench.topic, partitions, retentionDays: 30 }]);
    });
    afterEach(async () => {
      await Promise.all(opened.map((one) => one.close()));
      opened = [];
    });

    testDelivery(bench);
    testRejection(bench);
    testSharing(bench);
    testContent(bench);
    testBookkeeping(bench);
    testReading(bench, traits);
    testCrashes(bench, traits);
  });
}

function testContent(bench: Bench): void {
  test('key, value, headers and time arrive as they were sent', async () => {
    const receiver = new Receiver();
    const record = {
      topic: bench.topic,
      key: 'org_01jz "kecamatan"',
      headers: { id: freshName('id'), ce_type: 'a.b.c.v1', 'content-type': 'application/json' },
      value: '{"village":"Désa Sukamaju — ꦱꦸꦏ","tab":"\\t"}',
      timestamp: 1_750_000_000_123,
    };

    await bench.join(receiver.handler);
    await bench.transport.publish([record]);
    await until('it has come', () => receiver.records.length > 0);

    expect(receiver.records[0]).toMatchObject(record);
    expect(Object.keys(receiver.records[0]?.headers ?? {})).toHaveLength(3);
  });

  test('a tombstone arrives as null, an empty value as empty', async () => {
    const receiver = new Receiver();
    const [gone, empty] = aSeries({ topic: bench.topic, keys: 1, perKey: 2 });
    if (!gone || !empty) throw new Error('two records are needed');

    await bench.join(receiver.handler);
    await bench.transport.publish([
      { ...gone, value: null },
      { ...empty, value: '' },
    ]);
    await until('both have come', () => receiver.records.length === 2);

    expect(receiver.records.map(({ value }) => value)).toEqual([null, '']);
  });
}

function testBookkeeping(bench: Bench): void {
  const behind = async () => {
    const lags = await bench.transport.lag(bench.group, [bench.topic]);
    expect(lags).toHaveLength(partitions);
    return lags.reduce((sum, lag) => sum + lag.behind, 0);
  };

  test('lag counts what the group has not committed', async () => {
    const receiver = new Receiver();
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 10, perKey: 7 }));
    expect(await behind()).toBe(70);

    const member = await bench.join(receiver.handler);
    await until('all have come', () => receiver.records.length === 70);
    await member.stop();

    expect(await behind()).toBe(0);
  });

  test('stop lets the running batch finish and commits it', async () => {
    let finish = () => {};
    let begun = false;
    await bench.transport.publish(aSeries({ topic: bench.topic, keys: 1, perKey: 3 }));
    const member = await bench.join(() => {
      begun = true;
      return new Promise((resolve) => (finish = resolve));
    });
    await until('the batch runs', () => begun);

    const stopped = member.stop();
    setTimeout(() => finish(), 300);
    await stopped;

    expect(member.healthy()).toBe(false);
    expect(await behind()).toBe(0);
  });

  test('topics may be declared again', async () => {
    await bench.transport.ensureTopics([{ topic: bench.topic, partitions }]);
    await bench.open().ensureTopics([{ topic: freshName('topic'), partitions, compacted: true }]);

    expect(await behind()).toBe(0);
  });
}
