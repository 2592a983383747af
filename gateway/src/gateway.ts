import { readSigningKey, signCaller } from '@jejaring/chassis/graph/internal-token';
import type { Logger } from '@jejaring/chassis/process/log';
import { setTimeout as pause } from 'node:timers/promises';
import { openCaches } from './cache/caches.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import { createCallerCheck } from './caller/caller.js';
import type { GatewayConfig } from './config.js';
import { isProduction, rateLimitsOf, safelistModeOf } from './config.js';
import { followManifests, readManifests } from './admission/follow-manifests.js';
import { Rates } from './admission/rates.js';
import { Safelist } from './admission/safelist.js';
import { chooseReader } from './events/choose-reader.js';
import type { EventEar } from './events/ear.js';
import { openEar } from './events/ear.js';
import { domainTopics } from './events/heard-event.js';
import { openFront } from './front/front.js';
import { Graph } from './graph/graph.js';
import type { GraphVersion } from './graph/graph-version.js';
import { Health } from './front/health.js';
import type { Issuer } from '@jejaring/callers/issuer';
import { followIssuer } from '@jejaring/callers/issuer';
import { serveLive } from './live/serve-live.js';
import type { GatewayMetrics } from './metrics.js';
import { createGatewayMetrics } from './metrics.js';
import { OperationBook } from './operations/operation-book.js';
import { prepareVersion } from './operations/prepare-version.js';
import { readPublishedDocuments } from './operations/published-documents.js';
import type { PlanningOptions } from './planning/planner.js';
import { serveGraph } from './server.js';
import type { AddressBook, WatchCircuits } from './subgraphs/addresses.js';
import { closeAddresses, openAddresses } from './subgraphs/addresses.js';
import type { CallLimits } from './subgraphs/calls.js';
import type { ShapeOf } from './subgraphs/subgraph-source.js';
import { SubgraphSource } from './subgraphs/subgraph-source.js';
import { openTracing } from './tracing/tracing.js';

export interface RunningGateway {
  address: string;
  stop(): Promise<void>;
}

/** Puts the gateway's parts together in order and takes them apart in the reverse order. */
export async function startGateway(config: GatewayConfig, log: Logger): Promise<RunningGateway> {
  const metrics = createGatewayMetrics(config.operationsFolder);
  const limits = readCallLimits(config);
  const book = openAddresses(config.services, limits, watchCircuits(metrics, log));
  const sourceOf = createSources(config, { book, limits, metrics, log });
  const operations = new OperationBook(keptBytes.documents);
  const safelist = openSafelist(config);
  const prepare = (
    version: GraphVersion,
    served: GraphVersion | null = null,
    texts = safelist.texts,
  ) => prepareVersion(version, { texts, served, book: operations, log });
  const planning = planningOptions(config, metrics);
  const graph = await Graph.open({ ...config, sourceOf, planning, prepare, metrics, log });
  const stopFollowing = followManifests(
    { places: config.manifests, everyMs: config.reloadEveryMs, log },
    (texts) => {
      safelist.takeOver(texts);
      void prepare(graph.current, null, texts);
    },
  );
  const issuer = followIssuer(config.issuer, log);
  const findCaller = checkCallers(config, issuer, log);
  const ear = listen(config, metrics, log);
  // The first to hear: what others do on an event must not find what the event has ended.
  const caches = openCaches(config, { ear, graph, metrics });
  const app = await openFront(config, log);
  const health = new Health({ book, issuer, metrics, log, checkEveryMs: config.checkEveryMs });
  health.serve(app);
  const tracing = await openTracing(config, log);
  const rates = new Rates(rateLimitsOf(config));
  const door = { config, app, graph, operations, findCaller, safelist, rates, metrics, log };
  const apollo = await serveGraph({ ...door, caches, tracing });
  const stopLive = serveLive({ ...door, ear });
  const address = await app.listen({ host: config.host, port: config.port, backlog });
  void health.watch();
  return {
    address,
    async stop() {
      health.drain();
      // A balancer before the gateway looks now and then; until it knows, requests are served.
      await pause(config.drainMs);
      issuer.stop();
      await stopLive();
      stopFollowing();
      await apollo.stop();
      await graph.stop();
      caches?.stop();
      await ear?.stop();
      await closeAddresses(book);
      await tracing.stop();
    },
  };
}

/** Those who come back together wait here; whom the system drops tries again only after seconds. */
const backlog = 4_096;

/** Hears what the services say; null where this deployment says of no events. */
function listen(config: GatewayConfig, metrics: GatewayMetrics, log: Logger): EventEar | null {
  const reader = chooseReader(config, log);
  return reader === null ? null : openEar({ reader, topics: domainTopics, metrics, log });
}

const checkCallers = (config: GatewayConfig, issuer: Issuer, log: Logger): FindCaller =>
  createCallerCheck({
    issuer,
    issuerUrl: config.issuer,
    audience: config.audience,
    strongAcr: config.strongAcr,
    log,
    ...(isProduction(config) ? { maxTokenAge: '15 minutes' } : {}),
  });

const openSafelist = (config: GatewayConfig): Safelist =>
  new Safelist(
    safelistModeOf(config),
    readPublishedDocuments(config.operationsFolder),
    readManifests(config.manifests),
  );

/** Memory for what is kept of operations that are not published. */
const keptBytes = { documents: 64_000_000, plans: 64_000_000 } as const;

const planningOptions = (config: GatewayConfig, metrics: GatewayMetrics): PlanningOptions => ({
  threads: config.planningThreads,
  budgetMs: config.planningBudgetMs,
  waiting: 1_000,
  memoryMb: 512,
  keepBytes: keptBytes.plans,
  metrics,
});

interface SourceParts {
  book: AddressBook;
  limits: CallLimits;
  metrics: GatewayMetrics;
  log: Logger;
}

function createSources({ privateKey }: GatewayConfig, { book, ...parts }: SourceParts) {
  const key = readSigningKey(privateKey);
  const sign = signCaller.bind(null, key);
  return (service: string, shapeOf: ShapeOf): SubgraphSource => {
    const line = book.get(service);
    if (line === undefined) throw new Error(`SERVICE_URLS gives no address for ${service}.`);
    return new SubgraphSource({ ...parts, service, line, sign, shapeOf });
  };
}

const readCallLimits = (config: GatewayConfig): CallLimits => ({
  budgetMs: config.callBudgetMs,
  answerBytes: config.answerBytes,
  connections: config.connections,
  waiting: config.waitingCalls,
  breakAfter: config.breakAfter,
  breakMs: config.breakMs,
  repeatPercent: config.repeatPercent,
});

const watchCircuits =
  (metrics: GatewayMetrics, log: Logger): WatchCircuits =>
  (service, line, open) => {
    const count = line.all.filter(({ circuit }) => circuit.open).length;
    metrics.circuitsOpen.set({ subgraph: service }, count);
    log.warn({ service, open, circuitsOpen: count }, 'the circuit of an address changed');
  };
