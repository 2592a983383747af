import type { Registry } from 'prom-client';
import { Counter } from 'prom-client';

export type CacheName = 'answer' | 'entity';

/** What became of looks into the caches. */
export interface CacheMetrics {
  /** One outcome for each that was looked for. */
  count(cache: CacheName, found: readonly unknown[]): void;
  /** An answer that an event had overtaken, or that was too large. */
  refuse(cache: CacheName): void;
}

export function createCacheMetrics(registry: Registry): CacheMetrics {
  const looks = new Counter({
    name: 'jejaring_gateway_cache_total',
    help: 'Answers and entities found in the cache, not found there, and refused because an event had overtaken them',
    labelNames: ['cache', 'outcome'] as const,
    registers: [registry],
  });
  return {
    count(cache, found) {
      const hits = found.filter((value) => value !== undefined).length;
      if (hits > 0) looks.inc({ cache, outcome: 'hit' }, hits);
      if (hits < found.length) looks.inc({ cache, outcome: 'miss' }, found.length - hits);
    },
    refuse: (cache) => looks.inc({ cache, outcome: 'refused' }),
  };
}
