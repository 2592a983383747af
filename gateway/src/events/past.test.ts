import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import * as fc from 'fast-check';
import type { PastOptions, Stretch } from './past.js';
import { Past } from './past.js';
import { pagesAtOnce, pageSize } from './reading-plan.rules.js';
import { aRecord } from './record.fixture.js';

const type = 'organizations.organization.suspended.v1';
const topic = 'jejaring.organizations';
const sample = aRecord(type);
const perBatch = 100;

/** A log in memory: so many records of each partition, with a hole here and there. */
class Log {
  readings = 0;
  atOnce = 0;
  broken = false;
  private underWay = 0;

  constructor(private readonly lengths: number[]) {}

  private isHole(partition: number, offset: number): boolean {
    return (offset + partition) % 97 === 13;
  }

  offsets(partition: number, after: number, before: number): number[] {
    const all = Array.from({ length: Math.max(0, before - after - 1) }, (_, at) => after + 1 + at);
    return all.filter((offset) => !this.isHole(partition, offset));
  }

  grow(partition: number, more: number): void {
    this.lengths[partition]! += more;
  }

  lengthOf(partition: number): number {
    return this.lengths[partition]!;
  }

  readonly readBetween: PastOptions['readBetween'] = (_topic, stretches) => this.read(stretches);

  private async *read(stretches: ReadonlyMap<number, { after: string; before: string }>) {
    this.readings += 1;
    this.underWay += 1;
    this.atOnce = Math.max(this.atOnce, this.underWay);
    try {
      for (const [partition, { after, before }] of stretches) {
        const end = Math.min(Number(before), this.lengthOf(partition));
        const offsets = this.offsets(partition, Number(after), end);
        for (let at = 0; at < offsets.length; at += perBatch) {
          await pause(0);
          if (this.broken) throw new Error('broken');
          yield offsets.slice(at, at + perBatch).map((offset) => recordAt(partition, offset));
        }
      }
    } finally {
      this.underWay -= 1;
    }
  }

  openPast(): Past {
    return new Past({ readBetween: this.readBetween, whenRead: () => undefined });
  }
}

const recordAt = (partition: number, offset: number): ReceivedRecord => ({
  ...sample,
  partition,
  offset: String(offset),
});

/** What somebody is given of some stretches, by partition. */
async function readAll(past: Past, stretches: readonly Stretch[], slowly = 0) {
  const read = new Map<number, number[]>();
  for await (const events of past.read(stretches)) {
    for (const { partition, offset } of events) {
      const offsets = read.get(partition) ?? [];
      read.set(partition, offsets);
      offsets.push(Number(offset));
    }
    await pause(slowly);
  }
  return read;
}

const wholeOf = (log: Log, partitions: number, after = -1): Stretch[] =>
  Array.from({ length: partitions }, (_, partition) => ({
    topic,
    partition,
    after,
    before: log.lengthOf(partition),
  }));

const expected = (log: Log, stretches: readonly Stretch[]) =>
  new Map(
    stretches
      .map(({ partition, after, before }) => [partition, log.offsets(partition, after, before)])
      .filter(([, offsets]) => (offsets as number[]).length > 0) as [number, number[]][],
  );

describe('Past', () => {
  test('reads once for hundreds who come back together', async () => {
    const log = new Log([600, 400, 700]);
    const past = log.openPast();
    const places = Array.from({ length: 300 }, (_, at) => wholeOf(log, 3, (at % 300) + 99));

    const read = await Promise.all(places.map((stretches) => readAll(past, stretches)));

    for (const [at, each] of read.entries()) expect(each).toEqual(expected(log, places[at]!));
    expect(log.readings).toBe(1);
  });

  test('goes on reading a piece at a time where much is lacking', async () => {
    const length = pageSize * pagesAtOnce * 3 + 10;
    const log = new Log([length]);

    const past = log.openPast();
    const stretches = wholeOf(log, 1);
    const [quick, slow] = await Promise.all([0, 2].map((ms) => readAll(past, stretches, ms)));

    expect(quick).toEqual(expected(log, stretches));
    expect(slow).toEqual(quick);
    expect(log.readings).toBe(4);
  });

  test('lets nobody wait for ever while others come before it', async () => {
    const log = new Log([pageSize * pagesAtOnce * 20]);
    const past = log.openPast();
    let others = true;
    const coming = (async () => {
      for (let round = 0; others; round += 1) {
        const after = ((round * 7) % 100) * pageSize - 1;
        void readAll(past, [{ topic, partition: 0, after, before: after + 2 }]);
        await pause(1);
      }
    })();

    const last = log.lengthOf(0);
    const read = await readAll(past, [{ topic, partition: 0, after: last - 5, before: last }]);
    others = false;
    await coming;

    expect(read).toEqual(expected(log, [{ topic, partition: 0, after: last - 5, before: last }]));
  });

  test('fails those who wait when the log cannot be read, and nobody after them', async () => {
    const log = new Log([500]);
    const past = log.openPast();
    log.broken = true;
    const failed = await Promise.allSettled(
      Array.from({ length: 5 }, () => readAll(past, wholeOf(log, 1))),
    );
    log.broken = false;

    const read = await readAll(past, wholeOf(log, 1));

    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(read).toEqual(expected(log, wholeOf(log, 1)));
  });

  test('gives each exactly what it lacks, in order, however they come, go, and the log grows', async () => {
    const reader = fc.record({
      afters: fc.array(fc.integer({ min: -1, max: 1_200 }), { minLength: 3, maxLength: 3 }),
      comesAfterMs: fc.integer({ min: 0, max: 30 }),
      slowlyMs: fc.constantFrom(0, 0, 0, 3),
      grows: fc.integer({ min: 0, max: 400 }),
      leavesAfter: fc.constantFrom(Infinity, Infinity, 1),
    });
    const lengths = fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.array(reader, { maxLength: 8 }), async (begin, readers) => {
        const log = new Log([...begin]);
        const past = log.openPast();
        await Promise.all(
          readers.map(async ({ afters, comesAfterMs, slowlyMs, grows, leavesAfter }) => {
            await pause(comesAfterMs);
            log.grow(comesAfterMs % 3, grows);
            const stretches = wholeOf(log, 3).map((each, at) => ({ ...each, after: afters[at]! }));
            if (leavesAfter === 1) {
              for await (const _ of past.read(stretches)) break;
              return;
            }
            expect(await readAll(past, stretches, slowlyMs)).toEqual(expected(log, stretches));
          }),
        );
        expect(log.atOnce).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
