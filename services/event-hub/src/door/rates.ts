import { spend } from '@jejaring/callers/rate.rules';
import { Refused } from './problem.js';

/** Subscribers that are remembered. Who has asked nothing for longest is forgotten first. */
const remembered = 100_000;

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

/** How many requests each subscriber makes; each process counts for itself. */
export class Rates {
  private readonly paid = new Map<string, number>();

  /** `perMinute`: 0 sets no limit. */
  constructor(private readonly perMinute: number) {}

  /** Pays for one request, and says in headers what is left (IETF draft RateLimit header fields). */
  pay(holder: string, now = performance.now()): readonly (readonly [string, string])[] {
    if (this.perMinute === 0) return [];
    const { perMinute } = this;
    const spent = spend({ perMinute }, { paidAt: this.paid.get(holder) ?? 0, cost: 1, now });
    this.remember(holder, spent.paidAt);
    const headers = [
      ['ratelimit-policy', `"requests";q=${perMinute};w=60`],
      ['ratelimit', `"requests";r=${spent.remaining};t=${seconds(spent.fullInMs)}`],
    ] as const;
    if (spent.allowed) return headers;
    const retryAfter = ['retry-after', String(seconds(spent.waitMs))] as const;
    throw new Refused('RATE_LIMITED', { headers: [...headers, retryAfter] });
  }

  private remember(holder: string, paidAt: number): void {
    this.paid.delete(holder);
    this.paid.set(holder, paidAt);
    const [oldest] = this.paid.keys();
    if (this.paid.size > remembered && oldest !== undefined) this.paid.delete(oldest);
  }
}
