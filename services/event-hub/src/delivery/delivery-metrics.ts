import type { Metrics } from '@jejaring/chassis/process/metrics';
import { Counter, Gauge, Histogram } from 'prom-client';

/** The figures of webhooks. No label names a subscription or a place. */
export type DeliveryMetrics = ReturnType<typeof createDeliveryMetrics>;

export function createDeliveryMetrics({ registry }: Pick<Metrics, 'registry'>) {
  const registers = [registry];
  return {
    attempts: new Counter({
      name: 'jejaring_webhook_attempts_total',
      help: 'Attempts to deliver an event to an endpoint, by what they came to',
      labelNames: ['outcome'],
      registers,
    }),
    ended: new Counter({
      name: 'jejaring_webhook_deliveries_total',
      help: 'Deliveries that ended, by how',
      labelNames: ['state'],
      registers,
    }),
    waiting: new Gauge({
      name: 'jejaring_webhook_waiting',
      help: 'Deliveries that wait for active endpoints',
      registers,
    }),
    oldestWaiting: new Gauge({
      name: 'jejaring_webhook_oldest_waiting_seconds',
      help: 'Age of the oldest delivery that waits for an active endpoint',
      registers,
    }),
    seconds: new Histogram({
      name: 'jejaring_webhook_delivery_seconds',
      help: 'Time from when a delivery was made until an endpoint took it',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3_600, 86_400],
      registers,
    }),
  };
}
