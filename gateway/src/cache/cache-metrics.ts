import type { GatewayMetrics } from '../metrics.js';
import type { FreshStore } from './fresh-store.js';

export type CacheName = 'answer' | 'entity';

/** What became of looks into the caches. */
export interface CacheMetrics {
  /** One outcome for each that was looked for. */
  count(cache: CacheName, found: readonly unknown[]): void;
  /** An answer came, and was kept, or an event had overtaken it. */
  came(cache: CacheName, isKept: boolean): void;
}

export function countLooks(
  { cacheLooks, cacheBytes }: Pick<GatewayMetrics, 'cacheLooks' | 'cacheBytes'>,
  store: FreshStore,
): CacheMetrics {
  return {
    count(cache, found) {
      const hits = found.filter((value) => value !== undefined).length;
      const hit = store.freshness.isDeaf ? 'hit-while-deaf' : 'hit';
      if (hits > 0) cacheLooks.inc({ cache, outcome: hit }, hits);
      if (hits < found.length) cacheLooks.inc({ cache, outcome: 'miss' }, found.length - hits);
    },
    came(cache, isKept) {
      if (!isKept) cacheLooks.inc({ cache, outcome: 'overtaken' });
      cacheBytes.set(store.bytes);
    },
  };
}
