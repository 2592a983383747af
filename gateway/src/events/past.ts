import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { EventReader } from '@jejaring/transports/reader';
import { LRUCache } from 'lru-cache';
import type { HeardEvent } from './heard-event.js';
import { readEvent } from './heard-event.js';
import type { Asked, Reading } from './reading-plan.rules.js';
import { pageSize, pageStart, planReadings } from './reading-plan.rules.js';

/** What somebody lacks of a partition: what is behind one offset and before another. */
export interface Stretch {
  topic: string;
  partition: number;
  after: number;
  before: number;
}

/** Everything from the beginning of a page up to before `to`. */
interface Page {
  events: readonly HeardEvent[];
  to: number;
}

interface Waiting extends Asked {
  key: string;
  isBeingRead: boolean;
  page: Promise<Page>;
  settle: (page: Page) => void;
  fail: (error: unknown) => void;
}

export interface PastOptions {
  readBetween: EventReader['readBetween'];
  /** Told of each reading of the log. */
  whenRead: (topic: string) => void;
}

const mostKept = 50_000;
const keptForMs = 30_000;
/** Those who come back come back together: so long the first of them waits for the others. */
const gatherMs = 10;

/**
 * What is no longer at hand, read from the log some pages at a time for all who lack them, and kept
 * for a moment for those who follow. Each takes it as fast as it can; none waits for another.
 */
export class Past {
  private readonly pages = new LRUCache<string, Page>({
    maxSize: mostKept,
    sizeCalculation: ({ events }) => events.length + 1,
    ttl: keptForMs,
    ttlAutopurge: true,
  });
  /** By topic: who waits for which page, the first first. */
  private readonly waiting = new Map<string, Map<string, Waiting>>();

  constructor(private readonly options: PastOptions) {}

  /** The events of some stretches of the log, in order within each. */
  async *read(stretches: readonly Stretch[]): AsyncGenerator<readonly HeardEvent[]> {
    const lacking = stretches.filter(({ after, before }) => after + 1 < before);
    // Asked for together, so that one reading finds them all. What fails is asked for again below, and tells there.
    for (const stretch of lacking) this.pageAt(stretch, stretch.after + 1).catch(() => undefined);
    for (const stretch of lacking) {
      for (let next = stretch.after + 1; next < stretch.before;) {
        const page = await this.pageAt(stretch, next);
        yield eventsBetween(page, next, stretch.before);
        next = page.to;
        // All who wait for a page are given it in one breath; others must have their turn as well.
        await turn();
      }
    }
  }

  private async pageAt({ topic, partition, before }: Stretch, offset: number): Promise<Page> {
    const from = pageStart(offset);
    const reach = Math.min(from + pageSize, before);
    let page = this.pages.get(nameOf(topic, partition, from));
    // The log may have been shorter when it was read for others.
    while (page === undefined || page.to < reach)
      page = await this.ask(topic, { partition, from, before });
    return page;
  }

  private ask(topic: string, asked: Asked): Promise<Page> {
    const waiting = this.waiting.get(topic) ?? this.open(topic);
    const key = nameOf(topic, asked.partition, asked.from);
    const found = waiting.get(key);
    if (found === undefined) {
      const made = wait(key, asked);
      waiting.set(key, made);
      return made.page;
    }
    // What is being read already ends where it was to end.
    if (!found.isBeingRead) found.before = Math.max(found.before, asked.before);
    return found.page;
  }

  private open(topic: string): Map<string, Waiting> {
    const waiting = new Map<string, Waiting>();
    this.waiting.set(topic, waiting);
    void this.attend(topic, waiting);
    return waiting;
  }

  /** Reads until nobody waits for this topic. */
  private async attend(topic: string, waiting: Map<string, Waiting>): Promise<void> {
    await pause(gatherMs);
    while (waiting.size > 0) {
      const readings = planReadings([...waiting.values()]);
      const served = readings.flatMap(({ serves }) => serves);
      for (const each of served) each.isBeingRead = true;
      try {
        const pages = await this.take(topic, readings);
        for (const { key, settle } of served) settle(pages.get(key)!);
      } catch (error) {
        for (const { fail } of served) fail(error);
      }
      for (const { key } of served) waiting.delete(key);
      this.serveWhatWasReadAlong(waiting);
    }
    this.waiting.delete(topic);
  }

  private serveWhatWasReadAlong(waiting: Map<string, Waiting>): void {
    for (const [key, { from, before, settle }] of waiting) {
      const page = this.pages.get(key);
      if (page === undefined || page.to < Math.min(from + pageSize, before)) continue;
      settle(page);
      waiting.delete(key);
    }
  }

  private async take(
    topic: string,
    readings: readonly Reading<Waiting>[],
  ): Promise<Map<string, Page>> {
    this.options.whenRead(topic);
    const pages = emptyPages(topic, readings);
    const stretches = new Map(
      readings.map(({ partition, from, before }) => [
        partition,
        { after: String(from - 1), before: String(before) },
      ]),
    );
    for await (const records of this.options.readBetween(topic, stretches))
      for (const record of records) {
        const event = readEvent(record);
        const start = pageStart(Number(record.offset));
        const page = pages.get(nameOf(topic, record.partition, start));
        if (event !== null) page?.events.push(event);
      }
    for (const [key, page] of pages) this.pages.set(key, page);
    return pages;
  }
}

const nameOf = (topic: string, partition: number, from: number): string =>
  `${topic}/${partition}/${from}`;

function wait(key: string, asked: Asked): Waiting {
  let settle!: Waiting['settle'];
  let fail!: Waiting['fail'];
  const page = new Promise<Page>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { ...asked, key, isBeingRead: false, page, settle, fail };
}

function emptyPages(topic: string, readings: readonly Reading<Waiting>[]) {
  const pages = new Map<string, { events: HeardEvent[]; to: number }>();
  for (const { partition, from, before } of readings)
    for (let start = from; start < before; start += pageSize) {
      const to = Math.min(start + pageSize, before);
      pages.set(nameOf(topic, partition, start), { events: [], to });
    }
  return pages;
}

function eventsBetween({ events }: Page, from: number, before: number): readonly HeardEvent[] {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return events;
  if (Number(first.offset) >= from && Number(last.offset) < before) return events;
  return events.filter(({ offset }) => Number(offset) >= from && Number(offset) < before);
}
