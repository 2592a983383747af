import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process, served as `/metrics` in the Prometheus text format. */
export type Metrics = ReturnType<typeof createMetrics>;

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of Node itself. Its loop is looked at every 50 ms, which its lag then contains: each look costs. */
export function openRegistry(service: string): Registry {
  const register = new Registry();
  register.setDefaultLabels({ service });
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 50 });
  return register;
}

export function createMetrics(service: string) {
  const registry = openRegistry(service);
  const registers = [registry];
  const seconds = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  return {
    registry,
    operations: seconds(
      'jejaring_operation_seconds',
      'Duration of GraphQL operations in this process',
      ['kind', 'outcome'],
    ),
    eventAge: seconds(
      'jejaring_event_effect_seconds',
      'Time from the recording of an event to its effect in this service',
      ['type'],
    ),
    eventsPublished: new Counter({
      name: 'jejaring_events_published_total',
      help: 'Events acknowledged by the transport',
      registers,
    }),
    eventsParked: gauge('jejaring_events_parked', 'Events waiting for an operator'),
    outboxDepth: gauge(
      'jejaring_outbox_depth',
      'Events committed and not yet acknowledged by the transport',
    ),
    outboxAge: gauge(
      'jejaring_outbox_age_seconds',
      'How long the oldest event has waited that is committed and not acknowledged',
    ),
    relaySeconds: seconds(
      'jejaring_relay_seconds',
      'Time that the transport took to acknowledge a batch of events',
      [],
    ),
    consumerLag: gauge('jejaring_consumer_lag', 'Events of others that are not worked here yet'),
  };
}

/** Tells, whenever the figures are asked for, how the connections of a pool are used. */
export function watchPool(
  { registry }: Metrics,
  pool: { totalCount: number; idleCount: number; waitingCount: number },
): void {
  const gauge = new Gauge({
    name: 'jejaring_pool_connections',
    help: 'Connections to the database in use and idle, and requests waiting for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      gauge.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      gauge.set({ state: 'idle' }, pool.idleCount);
      gauge.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
}
