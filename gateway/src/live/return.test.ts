import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import * as fc from 'fast-check';
import { LRUCache } from 'lru-cache';
import type { EventEar, HeardEvent } from '../events/ear.js';
import { readEvent } from '../events/heard-event.js';
import { History } from '../events/history.js';
import { Past } from '../events/past.js';
import { aRecord } from '../events/record.fixture.js';
import { encodeCursor } from './cursor.rules.js';
import { feedOf } from './feeds.rules.js';
import type { Commons } from './group.js';
import { Group } from './group.js';
import type { LiveOperation } from './live-operation.js';
import type { Member, Sink } from './member.js';
import type { Message } from './message.js';
import { Turns } from './turns.js';

const type = 'organizations.organization.suspended.v1';
const topic = 'jejaring.organizations';
const partitions = 3;
const startOfLog = encodeCursor(new Map([[topic, { epoch: 1, offsets: [-1, -1, -1] }]]));
const samples = [type, 'organizations.organization.registered.v1'].map((each) => aRecord(each));

/** A log, what a gateway that came later has heard of it, and a group that is told of it. */
function openGround({ remembers, before }: { remembers: number; before: number }) {
  const log: ReceivedRecord[][] = Array.from({ length: partitions }, () => []);
  let count = 0;
  const append = (): ReceivedRecord => {
    const partition = (count * 7) % partitions;
    const offset = String(log[partition]!.length);
    // Two of three are not asked for.
    const record = { ...samples[count % 3 === 0 ? 0 : 1]!, partition, offset };
    record.headers = { ...record.headers, ce_id: `${partition}/${offset}` };
    log[partition]!.push(record);
    count += 1;
    return record;
  };
  const ranges = () =>
    log.map(({ length }, partition) => ({ topic, partition, first: '0', next: String(length) }));
  for (let at = 0; at < before; at += 1) append();
  const history = new History(remembers);
  history.begin(ranges().map((range) => ({ ...range, first: range.next })));
  const past = new Past({
    async *readBetween(_topic, stretches) {
      for (const [partition, { after, before: end }] of stretches) {
        await pause(0);
        yield log[partition]!.slice(Number(after) + 1, Number(end));
      }
    },
    whenRead: () => undefined,
  });
  const ear = {
    history,
    ranges: () => Promise.resolve(ranges()),
    readPast: (stretches: Parameters<Past['read']>[0]) => past.read(stretches),
  } as unknown as EventEar;
  const group = new Group(
    {
      operation: operation(),
      request: { query: '', operationName: null, variables: {} },
      caller: { id: 's', role: 'KEMENSOS_STAFF', region: '', organizationId: null } as never,
      commons: commonsOf(ear),
    },
    () => undefined,
  );
  return {
    group,
    say() {
      const record = append();
      history.add(record, readEvent(record));
      group.wake();
    },
    /** What was to be told, by partition. */
    wanted: () =>
      log.map((records) =>
        records.filter(({ headers }) => headers['ce_type'] === type).map(({ offset }) => offset),
      ),
  };
}

/** Its answer names the event it is told of. */
function operation(): LiveOperation {
  let told: HeardEvent;
  const feed = {
    ...feedOf('domainEvents'),
    topics: [topic],
    tell: (event: HeardEvent) => {
      told = event;
      return {};
    },
  };
  const execute = async () => {
    const { partition, offset } = told;
    await pause(Number(offset) % 2);
    return { data: JSON.stringify({ partition, offset }), errors: [] };
  };
  return {
    version: { sources: new Map() },
    known: { id: 'known' },
    variables: {},
    fieldName: 'domainEvents',
    feed,
    given: { types: [type] },
    compiled: { execute },
    alone: true,
    chosenBy: '',
  } as unknown as LiveOperation;
}

const commonsOf = (ear: EventEar) =>
  ({
    ear,
    formatError: (error: unknown) => error,
    metrics: { liveMessages: { inc: () => undefined } },
    log: console,
    budgetMs: 1_000,
    answers: new Turns(64),
    messages: new LRUCache({ max: 100 }),
    trails: new LRUCache({ max: 10 }),
    lately: new LRUCache({ max: 100 }),
    seenLately: new LRUCache({ max: 10 }),
  }) as unknown as Commons;

/** A subscriber that goes and comes back, and may take slowly. */
class Subscriber implements Sink {
  readonly told: string[][] = Array.from({ length: partitions }, () => []);
  cursor: string | null = null;
  ended = false;
  private member: Member | null = null;
  private drained: () => void = () => undefined;

  constructor(
    private readonly group: Group,
    private readonly slowlyMs: number,
  ) {}

  come(): void {
    this.member = this.group.join(this, this.cursor, () => undefined);
  }

  go(): void {
    this.member?.leave();
    this.member = null;
  }

  send({ text, cursor }: Message): boolean {
    if (this.member === null && this.cursor === null) return true;
    const { data } = JSON.parse(text) as { data: { partition: number; offset: string } };
    this.told[data.partition]!.push(data.offset);
    this.cursor = cursor;
    if (this.slowlyMs === 0) return true;
    setTimeout(() => this.drained(), this.slowlyMs);
    return false;
  }

  onDrain(listener: () => void): void {
    this.drained = listener;
  }

  beat(cursor: string): void {
    this.cursor = cursor;
  }

  end(): void {
    this.ended = true;
  }
}

const move = fc.record({
  who: fc.integer({ min: 0, max: 5 }),
  what: fc.constantFrom('come', 'go', 'say', 'say', 'burst', 'wait'),
});

describe('subscribers of one group who go and come back', () => {
  test('are told everything once and in order, whatever the history remembers and however slow they are', async () => {
    const world = fc.record({
      remembers: fc.constantFrom(5, 30, 1_000),
      before: fc.integer({ min: 0, max: 700 }),
      slow: fc.array(fc.constantFrom(0, 0, 1), { minLength: 6, maxLength: 6 }),
      moves: fc.array(move, { maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ slow, moves, ...ground }) => {
        const { group, say, wanted } = openGround(ground);
        const all = slow.map((slowlyMs) => new Subscriber(group, slowlyMs));
        // The first three begin where the log begins, long before the gateway came.
        for (const each of all.slice(0, 3)) each.cursor = startOfLog;
        const begins = new Map<Subscriber, readonly number[]>();
        const there = new Set<Subscriber>();
        const come = (each: Subscriber): void => {
          if (!begins.has(each))
            begins.set(
              each,
              each.cursor === null ? wanted().map(({ length }) => length) : [0, 0, 0],
            );
          if (!there.has(each)) each.come();
          there.add(each);
        };
        for (const { who, what } of moves) {
          const each = all[who]!;
          if (what === 'come') come(each);
          else if (what === 'go') {
            each.go();
            there.delete(each);
          } else if (what === 'wait') await pause(2);
          else for (let at = 0; at < (what === 'say' ? 1 : 30); at += 1) say();
        }
        for (const each of all) come(each);
        const expected = (each: Subscriber) =>
          wanted().map((offsets, partition) => offsets.slice(begins.get(each)![partition]));
        const isTold = (each: Subscriber) =>
          each.told.flat().length >= expected(each).flat().length;
        for (let tries = 0; tries < 2_000 && !all.every(isTold); tries += 1) await pause(2);
        await pause(2);

        for (const each of all) expect(each.told).toEqual(expected(each));
        expect(all.some(({ ended }) => ended)).toBe(false);
        for (const each of all) each.go();
      }),
      { numRuns: 40 },
    );
  });
});
