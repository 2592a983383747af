import { Kind, parse } from 'graphql';
import type { Registry } from 'prom-client';
import { Counter, Gauge, Histogram } from 'prom-client';
import { openRegistry } from '@jejaring/chassis/process/metrics';
import { readPublishedDocuments } from './operations/published-documents.js';

/** The figures of events and of those who are told of them. */
interface ListeningMetrics {
  eventsHeard: Counter<'topic' | 'outcome'>;
  pastReads: Counter<'topic'>;
  earHears: Gauge;
  liveSubscriptions: Gauge;
  liveMessages: Counter<'field'>;
  liveEnded: Counter<'reason'>;
}

/** The figures of the gateway, served as `/metrics` in the Prometheus text format. */
export interface GatewayMetrics extends ListeningMetrics {
  registry: Registry;
  requests: Histogram<'operation' | 'outcome'>;
  subgraphCalls: Histogram<'subgraph' | 'outcome'>;
  subgraphRepeats: Counter<'subgraph' | 'outcome'>;
  circuitsOpen: Gauge<'subgraph'>;
  ways: Counter<'way'>;
  shared: Counter;
  refusals: Counter<'outcome'>;
  asked: Counter<'operation' | 'document'>;
  reloads: Counter<'outcome'>;
  /** Operations compiled, or left to the planner's own executor for the reason named. */
  compiled: Counter<'outcome'>;
  planning: Histogram;
  planningRefused: Counter<'outcome'>;
  addressesReady: Gauge<'subgraph'>;
  cacheLooks: Counter<'cache' | 'outcome'>;
  cacheBytes: Gauge;
  /** The operation's name where it is one of the published ones, so that labels stay few. */
  labelOf(operationName: string | null | undefined): string;
}

const secondBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createGatewayMetrics(operationsFolder: string): GatewayMetrics {
  const registry = openRegistry('gateway');
  const registers = [registry];
  const names = readOperationNames(operationsFolder);
  return {
    registry,
    requests: new Histogram({
      name: 'jejaring_gateway_request_seconds',
      help: 'Duration of GraphQL requests, by published operation',
      labelNames: ['operation', 'outcome'] as const,
      buckets: secondBuckets,
      registers,
    }),
    ...graphFigures(registers),
    ...serviceFigures(registers),
    ...keeping(registers),
    ...listening(registers),
    labelOf: (name) => (name !== null && name !== undefined && names.has(name) ? name : 'other'),
  };
}

/** What the graph itself does: which way operations take, and what becomes of it and of their plans. */
const graphFigures = (registers: Registry[]) => ({
  ways: new Counter({
    name: 'jejaring_gateway_ways_total',
    help: 'Requests that took the short way of known operations, or the long one through Apollo Server',
    labelNames: ['way'] as const,
    registers,
  }),
  compiled: new Counter({
    name: 'jejaring_gateway_compiled_operations_total',
    help: 'Operations whose execution was compiled, or why it was left to the planner’s executor',
    labelNames: ['outcome'] as const,
    registers,
  }),
  shared: new Counter({
    name: 'jejaring_gateway_shared_total',
    help: 'Requests answered by the execution of an equal one that was under way',
    registers,
  }),
  refusals: new Counter({
    name: 'jejaring_gateway_refusals_total',
    help: 'Operations that were not admitted, by why, and unlisted ones that passed',
    labelNames: ['outcome'] as const,
    registers,
  }),
  asked: new Counter({
    name: 'jejaring_gateway_asked_total',
    help: 'Operations that were admitted, by the SHA-256 of the listed document: what of the graph is used',
    labelNames: ['operation', 'document'] as const,
    registers,
  }),
  reloads: new Counter({
    name: 'jejaring_gateway_reloads_total',
    help: 'Supergraph files taken over or kept out',
    labelNames: ['outcome'] as const,
    registers,
  }),
  planning: new Histogram({
    name: 'jejaring_gateway_planning_seconds',
    help: 'Time until an operation that was not known had its plan',
    buckets: secondBuckets,
    registers,
  }),
  planningRefused: new Counter({
    name: 'jejaring_gateway_planning_refused_total',
    help: 'Operations without a plan: they take too long, are remembered for it, or no thread was free',
    labelNames: ['outcome'] as const,
    registers,
  }),
});

/** How the services answer. */
const serviceFigures = (registers: Registry[]) => ({
  subgraphCalls: new Histogram({
    name: 'jejaring_gateway_subgraph_seconds',
    help: 'Duration of calls to a service, by how they ended',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: secondBuckets,
    registers,
  }),
  subgraphRepeats: new Counter({
    name: 'jejaring_gateway_subgraph_repeats_total',
    help: 'Queries asked a second time, and those that the budget of repetitions did not allow',
    labelNames: ['subgraph', 'outcome'] as const,
    registers,
  }),
  circuitsOpen: new Gauge({
    name: 'jejaring_gateway_circuits_open',
    help: 'Addresses of the service that are left alone because calls kept failing',
    labelNames: ['subgraph'] as const,
    registers,
  }),
  addressesReady: new Gauge({
    name: 'jejaring_gateway_addresses_ready',
    help: 'Addresses of the service that say they are ready',
    labelNames: ['subgraph'] as const,
    registers,
  }),
});

function readOperationNames(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of readPublishedDocuments(folder)) {
    for (const definition of parse(text).definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION && definition.name)
        names.add(definition.name.value);
    }
  }
  return names;
}

const keeping = (registers: Registry[]) => ({
  cacheLooks: new Counter({
    name: 'jejaring_gateway_cache_total',
    help: 'Looks into what is kept, and answers that were not kept because an event had overtaken them',
    labelNames: ['cache', 'outcome'] as const,
    registers,
  }),
  cacheBytes: new Gauge({
    name: 'jejaring_gateway_cache_bytes',
    help: 'Memory that kept answers hold',
    registers,
  }),
});

const listening = (registers: Registry[]): ListeningMetrics => ({
  eventsHeard: new Counter({
    name: 'jejaring_gateway_events_heard_total',
    help: 'Records heard on the topics of the services, by whether their contract is known',
    labelNames: ['topic', 'outcome'] as const,
    registers,
  }),
  pastReads: new Counter({
    name: 'jejaring_gateway_past_reads_total',
    help: 'Readings of the log for subscribers that came back after longer than is remembered, each for all of them',
    labelNames: ['topic'] as const,
    registers,
  }),
  earHears: new Gauge({
    name: 'jejaring_gateway_ear_hears',
    help: '1 while nothing that the services say can be missed',
    registers,
  }),
  liveSubscriptions: new Gauge({
    name: 'jejaring_gateway_live_subscriptions',
    help: 'Subscriptions that are open',
    registers,
  }),
  liveMessages: new Counter({
    name: 'jejaring_gateway_live_messages_total',
    help: 'Messages sent to subscribers, by field of Subscription',
    labelNames: ['field'] as const,
    registers,
  }),
  liveEnded: new Counter({
    name: 'jejaring_gateway_live_ended_total',
    help: 'Subscriptions that the gateway ended, by why',
    labelNames: ['reason'] as const,
    registers,
  }),
});
