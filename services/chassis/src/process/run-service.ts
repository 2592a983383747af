import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer } from '../events/inbox.js';
import type { EventOptions } from '../events/start-events.js';
import { eventVariables } from '@jejaring/transports/event-variables';
import { openTransport } from '@jejaring/transports/open-transport';
import { startEvents } from '../events/start-events.js';
import { readVerifyingKey } from '../graph/internal-token.js';
import { serveGraph } from '../graph/server.js';
import type { SubgraphDefinition } from '../graph/subgraph.js';
import { buildSubgraph } from '../graph/subgraph.js';
import type { OpenVault } from '../work/key-vault.js';
import { Database } from '../work/unit-of-work.js';
import { chooseClock } from './clock.js';
import type { Variable } from './config.js';
import { file, flag, milliseconds, port, processVariables, url } from './config.js';
import type { DatabaseDefinition } from './database.js';
import {
  connect,
  poolOf,
  refuseOtherRights,
  refusePendingMigrations,
  refuseUnsafeRole,
} from './database.js';
import type { FileStore } from './file-store.js';
import { serveHealth } from './health.js';
import type { Chore } from './housekeeping.js';
import { startHousekeeping } from './housekeeping.js';
import { createLogger } from './log.js';
import type { Logger } from './log.js';
import { createMetrics, watchPool } from './metrics.js';

/** The variables every service reads; a service adds its own to them. */
export const serviceVariables = (service: string, defaultPort: number) => ({
  ...processVariables,
  port: port('PORT', defaultPort),
  databaseUrl: url(`${service.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`),
  ...eventVariables,
  gatewayKey: file('GATEWAY_PUBLIC_KEY_FILE'),
  drainMs: milliseconds('DRAIN_MS', 3_000, 0),
  reportCost: flag('REPORT_COST'),
});

type Values<Spec> = {
  [Key in keyof Spec]: Spec[Key] extends Variable<infer Value> ? Value : never;
};
export type ServiceConfig = Values<ReturnType<typeof serviceVariables>>;

/** What is bolted to the frame. */
export interface Service {
  name: string;
  config: ServiceConfig;
  database: DatabaseDefinition;
  graph: SubgraphDefinition;
  consumers: readonly Consumer[];
  chores?: readonly Chore[];
  /** Topics beside its own that it sends on, by the name behind its own. */
  channels?: readonly string[];
  /** The keys of persons, where the service keeps some. */
  vault?: OpenVault;
  /** Where files are kept, where records have evidence. */
  files?: FileStore;
  /** What it serves beside the graph, to those whom it knows by itself. */
  serve?(server: FastifyInstance, parts: ServedWith): { stop(): Promise<void> };
}

export type ServedWith = Pick<EventOptions, 'database' | 'logger' | 'metrics' | 'transport'>;

/** Starts a service in order, and stops it in the reverse order on SIGTERM and SIGINT. */
export async function runService(service: Service): Promise<void> {
  const { name, config } = service;
  const logger = createLogger(name, config.logLevel);
  const running = await startService(service, logger);
  const stop = (signal: string) => {
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), 20_000).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => (logger.error({ err: error }, 'stopped badly'), process.exit(1)),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
  logger.info({ port: config.port }, 'ready');
}

/** The parts of a running service, for `runService` and for tests that hold several in one process. */
export async function startService(
  service: Service,
  logger: Logger,
): Promise<{ stop(): Promise<void> }> {
  const { name, config, consumers, channels = [] } = service;
  const { source, database } = await openDatabase(service);
  const metrics = createMetrics(name);
  watchPool(metrics, poolOf(source));
  const transport = openTransport(name, config, logger);
  const parts = { database, logger, metrics, transport };
  const { databaseUrl, reportCost } = config;
  const events = startEvents({ ...parts, databaseUrl, consumers, channels });
  // While it stops, what still arrives on an open connection is answered.
  const server = fastify({
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    return503OnClosing: false,
  });
  const health = serveHealth(
    server,
    metrics.registry,
    { database: async () => Boolean(await source.query('select 1')) },
    { events: events.healthy },
  );
  service.files?.serve?.(server);
  const served = service.serve?.(server, parts);
  const gatewayKey = readVerifyingKey(config.gatewayKey);
  const schema = buildSubgraph(service.graph);
  const graph = { ...parts, service: name, schema, gatewayKey, reportCost };
  const apollo = await serveGraph(server, graph);
  await server.listen({ host: config.host, port: config.port });
  const housekeeping = startHousekeeping(database, service.chores ?? [], metrics, logger);
  return {
    async stop() {
      health.drain();
      // Those who send requests here look now and then; until they know, requests are served.
      await pause(config.drainMs);
      housekeeping.stop();
      await served?.stop();
      await events.stop();
      await apollo.stop();
      await server.close();
      await transport.close();
      await source.destroy();
      await service.vault?.end();
    },
  };
}

async function openDatabase({ name, config, database, vault, files }: Service) {
  const source = await connect(database, config.databaseUrl, name);
  await refuseUnsafeRole(source);
  await refusePendingMigrations(source);
  await refuseOtherRights(source, database);
  const clock = chooseClock(config.clock, config.environment);
  return { source, database: new Database(source, name, clock, vault, files) };
}
