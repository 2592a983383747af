import { readVerifyingKey } from '@jejaring/chassis/graph/internal-token';
import { serveGraph } from '@jejaring/chassis/graph/server';
import { buildSubgraph } from '@jejaring/chassis/graph/subgraph';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect } from '@jejaring/chassis/process/database';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { organizations } from '@jejaring/organizations/service';
import fastify from 'fastify';
import { readFileSync } from 'node:fs';

/** The service of organizations as it answers its gateway, without what it does in the background. */
const { PORT, DATABASE_URL, GATEWAY_PUBLIC_KEY_FILE } = process.env as Record<string, string>;
const service = organizations.name;
const source = await connect(organizations.database, DATABASE_URL!, service);
const server = fastify({ forceCloseConnections: 'idle', requestTimeout: 30_000 });
await serveGraph(server, {
  service,
  schema: buildSubgraph(organizations.graph),
  database: new Database(source, service, systemClock),
  gatewayKey: readVerifyingKey(readFileSync(GATEWAY_PUBLIC_KEY_FILE!, 'utf8')),
  logger: createLogger(service, 'warn'),
  metrics: createMetrics(service),
  reportCost: false,
});
await server.listen({ host: '127.0.0.1', port: Number(PORT) });
