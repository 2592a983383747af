import type { Registry } from 'prom-client';
import { Counter, Gauge } from 'prom-client';
import type { FreshStore } from './fresh-store.js';

export type CacheName = 'answer' | 'entity';

/** What became of looks into the caches. */
export interface CacheMetrics {
  /** One outcome for each that was looked for. */
  count(cache: CacheName, found: readonly unknown[]): void;
  /** An answer came that an event had overtaken. */
  refuse(cache: CacheName): void;
}

export function createCacheMetrics(registry: Registry, store: FreshStore): CacheMetrics {
  const looks = new Counter({
    name: 'jejaring_gateway_cache_total',
    help: 'Looks into the caches, and answers that were not kept because an event had overtaken them',
    labelNames: ['cache', 'outcome'] as const,
    registers: [registry],
  });
  new Gauge({
    name: 'jejaring_gateway_cache_bytes',
    help: 'Memory that the caches hold',
    registers: [registry],
    collect() {
      this.set(store.bytes);
    },
  });
  return {
    count(cache, found) {
      const hits = found.filter((value) => value !== undefined).length;
      const hit = store.freshness.isDeaf ? 'hit-while-deaf' : 'hit';
      if (hits > 0) looks.inc({ cache, outcome: hit }, hits);
      if (hits < found.length) looks.inc({ cache, outcome: 'miss' }, found.length - hits);
    },
    refuse: (cache) => looks.inc({ cache, outcome: 'overtaken' }),
  };
}
