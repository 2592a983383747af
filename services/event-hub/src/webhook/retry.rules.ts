/** Seconds from one attempt to the next: about 75 hours in all, as the Standard Webhooks give them. */
export const retryAfterSeconds = [
  5,
  5 * 60,
  30 * 60,
  2 * 3_600,
  5 * 3_600,
  10 * 3_600,
  14 * 3_600,
  20 * 3_600,
  24 * 3_600,
] as const;

export const mostAttempts = retryAfterSeconds.length + 1;

/** Nobody is kept waiting longer than the longest pause of ours, whatever an endpoint asks for. */
export const longestRetryAfterSeconds = 24 * 3_600;

/** What became of one attempt, as the log of deliveries shows it; never more of an answer than its class. */
export type Outcome =
  | '2xx'
  | '3xx'
  | '4xx'
  | '410'
  | '429'
  | '5xx'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'TLS'
  | 'FORBIDDEN_ADDRESS'
  | 'TOO_LARGE';

/** What an attempt came to, and how long the endpoint asked to be left alone. */
export interface Attempted {
  outcome: Outcome;
  retryAfterSeconds: number | null;
}

export type Verdict =
  | { state: 'DELIVERED' }
  | { state: 'WAITING'; afterMs: number }
  /** Given up: `gone` also ends all other deliveries of the subscription. */
  | { state: 'FAILED'; gone: boolean };

const asksToWait = new Set([429, 502, 503, 504]);

/** Only 2xx is a success; a redirect is a failure, because an event must not follow where an answer points. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return '2xx';
  if (status === 410 || status === 429) return `${status}`;
  if (status >= 300 && status < 400) return '3xx';
  return status >= 400 && status < 500 ? '4xx' : '5xx';
}

/** `Retry-After` in seconds or as a date, where the answer may carry one; null where it says nothing to us. */
export function readRetryAfter(
  status: number,
  header: string | undefined,
  now: Date,
): number | null {
  if (header === undefined || !asksToWait.has(status)) return null;
  const text = header.trim();
  const seconds = /^\d{1,9}$/.test(text)
    ? Number(text)
    : Math.ceil((Date.parse(text) - now.getTime()) / 1_000);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(seconds, longestRetryAfterSeconds);
}

/**
 * What follows an attempt, the first being 1. A pause is drawn out by up to a fifth, so that what failed
 * together does not come back together; `random` is from 0 to 1.
 */
export function judgeAttempt(
  { outcome, retryAfterSeconds: asked }: Attempted,
  attempt: number,
  random: number,
): Verdict {
  if (outcome === '2xx') return { state: 'DELIVERED' };
  if (outcome === '410') return { state: 'FAILED', gone: true };
  const pause = retryAfterSeconds[attempt - 1];
  if (outcome === 'TOO_LARGE' || pause === undefined) return { state: 'FAILED', gone: false };
  const seconds = Math.max(pause, asked ?? 0);
  return { state: 'WAITING', afterMs: Math.round(seconds * 1_000 * (1 + random / 5)) };
}
