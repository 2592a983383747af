import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.js';

/**
 * An open-model load: requests start at moments that were settled beforehand, whether or not the
 * earlier ones have been answered, and each one's time counts from that intended moment. A system
 * that stands still for a second is charged for every request that should have begun in it; a
 * closed loop of N connections would have sent N and called that a good second.
 *
 *     const load = startOpenLoad({ perSecond: 200, random: seeded(7), send: () => ask(query) });
 *     await pause(10_000);
 *     const answers = await load.stop();          // also those that were still under way
 *     percentile(answers.map(({ ms }) => ms), 0.99);
 */
export interface OpenLoadOptions<T> {
  perSecond: number;
  /** The gaps are those of people who do not know one another (exponential). */
  random: Random;
  /** Sends the request of this number; what it throws is a value of its own, in `failed`. */
  send(number: number): Promise<T>;
  /** Beyond it a request is not sent but counted in `shed`: the sender protects itself, and says so. */
  mostUnderWay?: number;
}

export interface Timed<T> {
  number: number;
  /** When it should have begun, on the clock of `performance.now()`. */
  at: number;
  /** How late the sender itself was; near zero, or the figures are the sender's. */
  lateMs: number;
  /** From the intended moment to the whole answer. */
  ms: number;
  /** Null when it failed or was shed. */
  value: T | null;
  failed?: unknown;
}

export interface OpenLoad<T> {
  /** Those that have ended so far, in the order in which they ended. */
  readonly ended: readonly Timed<T>[];
  readonly underWay: number;
  readonly shed: number;
  /** Sends no more, waits for those under way, and gives all of them. */
  stop(): Promise<readonly Timed<T>[]>;
}

export function startOpenLoad<T>(options: OpenLoadOptions<T>): OpenLoad<T> {
  const { perSecond, random, send, mostUnderWay = 20_000 } = options;
  const ended: Timed<T>[] = [];
  const underWay = new Set<Promise<void>>();
  let shed = 0;
  let sent = 0;
  let stopped = false;
  let nextAt = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const begin = (at: number): void => {
    const number = sent;
    sent += 1;
    if (underWay.size >= mostUnderWay) {
      shed += 1;
      return;
    }
    const lateMs = performance.now() - at;
    const end = (outcome: Pick<Timed<T>, 'value' | 'failed'>): void =>
      void ended.push({ number, at, lateMs, ms: performance.now() - at, ...outcome });
    const one: Promise<void> = send(number)
      .then(
        (value) => end({ value }),
        (failed: unknown) => end({ value: null, failed }),
      )
      .finally(() => underWay.delete(one));
    underWay.add(one);
  };

  const tick = (): void => {
    while (!stopped && nextAt <= performance.now()) {
      begin(nextAt);
      nextAt += (-Math.log(1 - random.next()) * 1_000) / perSecond;
    }
    if (!stopped) timer = setTimeout(tick, Math.max(0, nextAt - performance.now() - 0.5));
  };
  tick();

  return {
    ended,
    get underWay() {
      return underWay.size;
    },
    get shed() {
      return shed;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      while (underWay.size > 0) await Promise.allSettled(underWay);
      return ended;
    },
  };
}

/** The same for a stated time. */
export async function runOpenLoad<T>(
  options: OpenLoadOptions<T> & { forMs: number },
): Promise<readonly Timed<T>[]> {
  const load = startOpenLoad(options);
  await pause(options.forMs);
  return load.stop();
}
