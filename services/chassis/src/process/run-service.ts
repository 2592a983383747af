import fastify from 'fastify';
import type { DataSource } from 'typeorm';
import type { Consumer } from '../events/inbox.js';
import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import { logTransport } from '@jejaring/transports/log-transport';
import { startEvents } from '../events/start-events.js';
import type { EventTransport } from '@jejaring/transports/transport';
import { readVerifyingKey } from '../graph/internal-token.js';
import { serveGraph } from '../graph/server.js';
import type { SubgraphDefinition } from '../graph/subgraph.js';
import { buildSubgraph } from '../graph/subgraph.js';
import type { KeyRing } from '../work/identifiers.js';
import { Database } from '../work/unit-of-work.js';
import { chooseClock } from './clock.js';
import type { Variable } from './config.js';
import { file, flag, list, optional, port, processVariables, url } from './config.js';
import type { DatabaseDefinition } from './database.js';
import { connect, refusePendingMigrations, refuseUnsafeRole } from './database.js';
import type { FileStore } from './file-store.js';
import { serveHealth } from './health.js';
import type { Chore } from './housekeeping.js';
import { startHousekeeping } from './housekeeping.js';
import { createLogger } from './log.js';
import type { Logger } from './log.js';
import { createMetrics } from './metrics.js';

/** The variables every service reads; a service adds its own to them. */
export const serviceVariables = (service: string, defaultPort: number) => ({
  ...processVariables,
  port: port('PORT', defaultPort),
  databaseUrl: url(`${service.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`),
  brokers: list('KAFKA_BROKERS', { empty: 'the embedded event log, for one machine only' }),
  eventLogUrl: optional('EVENT_LOG_URL'),
  gatewayKey: file('GATEWAY_PUBLIC_KEY_FILE'),
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
  /** Keys of encrypted identifiers, where the service keeps some. */
  keyRing?: KeyRing;
  /** Where files are kept, where records have evidence. */
  files?: FileStore;
}

function openTransport(name: string, config: ServiceConfig, logger: Logger): EventTransport {
  if (config.brokers.length > 0)
    return kafkaTransport({ brokers: config.brokers, clientId: name, logger });
  if (config.eventLogUrl !== null) return logTransport({ url: config.eventLogUrl, logger });
  throw new Error('Configuration: set KAFKA_BROKERS, or EVENT_LOG_URL for the embedded event log.');
}

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
  const { name, config } = service;
  const source = await connect(service.database, config.databaseUrl, name);
  await refuseUnsafeRole(source);
  await refusePendingMigrations(source);
  const database = new Database(
    source,
    name,
    chooseClock(config.clock, config.environment),
    service.keyRing,
    service.files,
  );
  const metrics = createMetrics(name);
  const transport = openTransport(name, config, logger);
  const { consumers } = service;
  const events = startEvents({
    database,
    databaseUrl: config.databaseUrl,
    channels: service.channels ?? [],
    consumers,
    transport,
    logger,
    metrics,
  });
  const server = fastify({ forceCloseConnections: 'idle', requestTimeout: 30_000 });
  const health = serveHealth(
    server,
    metrics.registry,
    { database: () => answers(source) },
    { events: events.healthy },
  );
  service.files?.serve?.(server);
  const gatewayKey = await readVerifyingKey(config.gatewayKey);
  const schema = buildSubgraph(service.graph);
  const { reportCost } = config;
  const apollo = await serveGraph(server, {
    service: name,
    schema,
    database,
    gatewayKey,
    logger,
    metrics,
    reportCost,
  });
  await server.listen({ host: config.host, port: config.port });
  const housekeeping = startHousekeeping(database, service.chores ?? [], metrics, logger);
  return {
    async stop() {
      health.drain();
      housekeeping.stop();
      await events.stop();
      await apollo.stop();
      await server.close();
      await transport.close();
      await source.destroy();
    },
  };
}

async function answers(source: DataSource): Promise<boolean> {
  await source.query('select 1');
  return true;
}
