/** What is remembered of an endpoint: how it failed lately, and until when it is left alone. */
export interface Circuit {
  /** Failures in a row. */
  failures: number;
  openUntil: Date | null;
  /** Since when nothing succeeded. */
  failingSince: Date | null;
}

export const closedCircuit: Circuit = { failures: 0, openUntil: null, failingSince: null };

export const opensAfter = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 10 * 60_000;

/** An endpoint that took nothing for so long is told no more. */
export const disabledAfterMs = 5 * 24 * 3_600_000;

/**
 * The circuit after a batch of attempts at one endpoint. One success closes it; a failure of a half-open
 * one opens it for twice as long. Attempts that were under way while it opened count as one.
 */
export function afterAttempts(
  circuit: Circuit,
  { succeeded, failed }: { succeeded: number; failed: number },
  now: Date,
): Circuit {
  if (succeeded > 0) return closedCircuit;
  if (failed === 0) return circuit;
  const failingSince = circuit.failingSince ?? now;
  if (circuit.openUntil !== null && circuit.openUntil > now) return { ...circuit, failingSince };
  const isHalfOpen = circuit.openUntil !== null;
  const failures = circuit.failures + (isHalfOpen ? 1 : failed);
  if (failures < opensAfter) return { failures, openUntil: null, failingSince };
  const times = isHalfOpen ? Math.max(0, failures - opensAfter) : 0;
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(times, 10));
  const counted = isHalfOpen ? failures : opensAfter;
  return { failures: counted, openUntil: new Date(now.getTime() + pauseMs), failingSince };
}

export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export function stateOf({ openUntil }: Pick<Circuit, 'openUntil'>, now: Date): CircuitState {
  if (openUntil === null) return 'CLOSED';
  return openUntil > now ? 'OPEN' : 'HALF_OPEN';
}

export const isHopeless = ({ failingSince }: Pick<Circuit, 'failingSince'>, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= disabledAfterMs;
