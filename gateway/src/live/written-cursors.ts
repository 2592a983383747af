import { LRUCache } from 'lru-cache';
import type { History } from '../events/history.js';

const perHistory = new WeakMap<History, WrittenCursors>();

/**
 * Cursors written lately. Who began where another one began, and has heard as much since, stands where
 * that one stood: of thousands who come back together each would write the same.
 */
export class WrittenCursors {
  private readonly origins = new LRUCache<string, number>({ max: 1_000 });
  private readonly written = new LRUCache<string, string>({ max: 5_000 });
  private count = 0;

  static of(history: History): WrittenCursors {
    const known = perHistory.get(history) ?? new WrittenCursors();
    perHistory.set(history, known);
    return known;
  }

  /** A short name for where somebody begins. */
  originOf(begin: string): number {
    const known = this.origins.get(begin) ?? (this.count += 1);
    this.origins.set(begin, known);
    return known;
  }

  at(origin: number, place: number, write: () => string): string {
    const key = `${origin} ${place}`;
    const found = this.written.get(key) ?? write();
    this.written.set(key, found);
    return found;
  }
}
