import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process, served as `/metrics` in the Prometheus text format. */
export interface Metrics {
  registry: Registry;
  /** Seconds a GraphQL operation took in this process, by kind and outcome. */
  operations: Histogram<'kind' | 'outcome'>;
  /** Seconds from an event's recording in its service to the end of its effect here. */
  eventAge: Histogram<'type'>;
  eventsPublished: Counter;
  eventsParked: Gauge;
  outboxDepth: Gauge;
}

const secondBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    operations: new Histogram({
      name: 'jejaring_operation_seconds',
      help: 'Duration of GraphQL operations in this process',
      labelNames: ['kind', 'outcome'] as const,
      buckets: secondBuckets,
      registers,
    }),
    eventAge: new Histogram({
      name: 'jejaring_event_effect_seconds',
      help: 'Time from the recording of an event to its effect in this service',
      labelNames: ['type'] as const,
      buckets: secondBuckets,
      registers,
    }),
    eventsPublished: new Counter({
      name: 'jejaring_events_published_total',
      help: 'Events acknowledged by the transport',
      registers,
    }),
    eventsParked: new Gauge({
      name: 'jejaring_events_parked',
      help: 'Events waiting for an operator',
      registers,
    }),
    outboxDepth: new Gauge({
      name: 'jejaring_outbox_depth',
      help: 'Events committed and not yet acknowledged by the transport',
      registers,
    }),
  };
}
