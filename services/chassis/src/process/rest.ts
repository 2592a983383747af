import { setTimeout as pause } from 'node:timers/promises';

/** Waits, and no longer than until the signal says so. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
