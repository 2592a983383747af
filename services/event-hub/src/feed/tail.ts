import type { Logger } from '@jejaring/chassis/process/log';
import { covers, systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bell } from './bell.js';

/** What of an event decides whom it concerns. */
interface Kept {
  position: number;
  type: string;
  region: string;
}

/** Who waits: for events of these types from within a region, behind a position. */
export interface Waiting {
  types: ReadonlySet<string>;
  region: string;
  after: number;
}

interface Sleeper extends Waiting {
  wake(upTo: number): void;
}

/** With more at once, everybody looks for themselves. */
const mostAtOnce = 2_000;
const lookEveryMs = 500;
/** The first of many is told at once, what follows within this time together. */
const gatherMs = 20;

const keptSql = `
  select position::float8 as position, type, region_code as region from feed_event
  where position > $1 and position <= $2 order by position`;

/**
 * Follows the end of the feed once for all who wait, and wakes only those whom something new concerns.
 * It decides about waking alone: what a reader is told, they read in their own scope.
 */
export class Tail {
  private readonly sleepers = new Set<Sleeper>();
  private seen = 0;
  private looking: Promise<void> | null = null;
  private again = false;
  private readonly forget: () => void;
  private readonly timer: NodeJS.Timeout;

  constructor(
    bell: Bell,
    private readonly parts: { database: Database; logger: Logger },
  ) {
    this.forget = bell.onRing(() => this.look());
    this.timer = setInterval(() => this.look(), lookEveryMs).unref();
    this.look();
  }

  get waiting(): number {
    return this.sleepers.size;
  }

  /**
   * Resolves once something new may concern the reader, the time is over, or the signal says so; with
   * the position up to which nothing did.
   */
  wait(waiting: Waiting, milliseconds: number, signal: AbortSignal): Promise<number> {
    // What was kept in between was looked at already, without this reader.
    if (waiting.after < this.seen || signal.aborted) return Promise.resolve(waiting.after);
    return new Promise((resolve) => {
      const end = () => sleeper.wake(sleeper.after);
      const timer = setTimeout(end, milliseconds);
      const sleeper: Sleeper = {
        ...waiting,
        wake: (upTo) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          this.sleepers.delete(sleeper);
          resolve(upTo);
        },
      };
      signal.addEventListener('abort', end);
      this.sleepers.add(sleeper);
    });
  }

  async stop(): Promise<void> {
    this.forget();
    clearInterval(this.timer);
    this.again = false;
    await this.looking;
  }

  private look(): void {
    this.again = true;
    this.looking ??= this.lookOn().finally(() => (this.looking = null));
  }

  private async lookOn(): Promise<void> {
    while (this.again) {
      this.again = false;
      // The database being away wakes nobody; the next look is soon.
      await this.lookOnce().catch((error: unknown) =>
        this.parts.logger.warn({ err: error }, 'the end of the feed was not seen'),
      );
      await pause(gatherMs);
    }
  }

  private async lookOnce(): Promise<void> {
    const before = this.seen;
    const present = new Set(this.sleepers);
    const caller = systemCaller('feed-tail');
    const { head, kept } = await this.parts.database.inWork(
      { caller, readOnly: true },
      async (work) => {
        const [at] = await work.sql<{ head: number }>(
          'select (next_position - 1)::float8 as head from feed_head',
        );
        const head = at?.head ?? 0;
        const isMuch = head - before > mostAtOnce;
        const isNew = head > before && present.size > 0 && !isMuch;
        const kept = isNew ? await work.sql<Kept>(keptSql, [before, head]) : isMuch ? null : [];
        return { head, kept };
      },
    );
    this.seen = head;
    for (const sleeper of this.sleepers)
      // Whoever came while this was asked is not covered by the answer.
      tellApart(sleeper, present.has(sleeper) ? kept : null, head);
  }
}

/** Wakes who is concerned, and moves the others on: what does not concern them they need not read. */
function tellApart(sleeper: Sleeper, kept: readonly Kept[] | null, head: number): void {
  if (sleeper.after >= head) return;
  const first = kept?.find(
    ({ position, type, region }) =>
      position > sleeper.after && sleeper.types.has(type) && covers(sleeper.region, region),
  );
  if (kept === null) sleeper.wake(sleeper.after);
  else if (first === undefined) sleeper.after = head;
  else sleeper.wake(first.position - 1);
}
