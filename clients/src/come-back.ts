import type { GraphProblem } from './ask.js';

/** How a connection ended. */
export interface End {
  /** Of an answer that was no stream; null when there was a stream or nothing at all. */
  readonly status: number | null;
  /** Whether the gateway said that this was all. */
  readonly isComplete: boolean;
  readonly problems: readonly GraphProblem[];
  /** As `Retry-After` asked. */
  readonly retryAfterMs: number;
}

export const broken: End = { status: null, isComplete: false, problems: [], retryAfterMs: 0 };

/** Whether there is no use in coming back. */
export function isForGood({ status, isComplete }: End): boolean {
  if (isComplete) return true;
  return status !== null && status < 500 && status !== 429 && status !== 408;
}

/** Whether another token would be let in. */
export const wantsToken = ({ problems }: End): boolean =>
  problems.some(({ code }) => code === 'UNAUTHENTICATED');

export interface Patience {
  /** How many tries have failed since something was heard, this one included. */
  tries: number;
  /** What the server asks of those who come back. */
  leastMs: number;
  mostMs: number;
  retryAfterMs: number;
}

const mostDoublings = 16;

/** Longer after each failure, and by chance, so that those who were cut off together do not come together. */
export function waitBefore({ tries, leastMs, mostMs, retryAfterMs }: Patience): number {
  const ceiling = Math.max(
    leastMs,
    Math.min(mostMs, leastMs * 2 ** Math.min(tries - 1, mostDoublings)),
  );
  const floor = leastMs / 2;
  return Math.max(retryAfterMs, Math.round(floor + Math.random() * (ceiling - floor)));
}

/** Ends early, without an error, when the signal says so. */
export function pauseUnless(signal: AbortSignal | undefined, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
