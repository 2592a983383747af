import { LRUCache } from 'lru-cache';
import type { Freshness, Moment } from './freshness.js';

interface Kept {
  value: unknown;
  moment: Moment;
  tags: readonly string[];
}

export interface ToKeep extends Kept {
  key: string;
  bytes: number;
}

/** An entry's own weight besides its key and value. */
const bytesOfEntry = 200;

/** Answers that are known to be true, within so many bytes; the least used leave first. */
export class FreshStore {
  private readonly kept: LRUCache<string, Kept>;

  constructor(
    readonly freshness: Freshness,
    keepBytes: number,
  ) {
    // One answer must not push out all others.
    this.kept = new LRUCache({ maxSize: keepBytes, maxEntrySize: Math.ceil(keepBytes / 16) });
  }

  find(key: string): unknown {
    const entry = this.kept.get(key);
    if (entry === undefined) return undefined;
    if (this.freshness.holds(entry.moment, entry.tags)) return entry.value;
    this.kept.delete(key);
    return undefined;
  }

  /** Says whether it was kept: what an event has overtaken since it was asked for is not. */
  keep({ key, bytes, value, moment, tags }: ToKeep): boolean {
    if (!this.freshness.holds(moment, tags)) return false;
    const there = this.kept.peek(key);
    if (there !== undefined && there.moment.at > moment.at) return false;
    this.kept.set(key, { value, moment, tags }, { size: bytes + 2 * key.length + bytesOfEntry });
    return true;
  }

  get bytes(): number {
    return this.kept.calculatedSize;
  }
}
