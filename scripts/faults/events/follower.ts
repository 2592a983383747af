import type { Ground } from './ground.js';

/** A subscriber's system outside, which goes on from its last id whatever happens. */
export interface Follower {
  name: string;
  readonly received: number;
  /** What else there is to tell of it. */
  readonly figures?: Record<string, number>;
  /** Waits for the rest, stops, and says what was missing, doubled or out of order. */
  finish(truth: ReadonlyMap<string, number>, ground: Ground): Promise<string[]>;
}
