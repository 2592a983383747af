import { createLogger } from '@jejaring/chassis/process/log';
import type { Metrics } from '@jejaring/chassis/process/metrics';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { startTestService, toRecord } from '@jejaring/chassis/testing/graph-client';
import type { EventContract } from '@jejaring/schema/events/contract';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { readMeta } from '@jejaring/chassis/events/cloud-event';
import { Bell } from '../feed/bell.js';
import { keepEvents } from '../intake/keep-events.js';
import { eventHub } from '../service.js';
import { admitBy } from './admit.js';
import type { TestClaims, TestTokens } from './callers.fixture.js';
import { makeTokens } from './callers.fixture.js';
import { Rates } from './rates.js';
import { Readers } from './readers.js';
import { serveDoors } from './serve-doors.js';

export const granted = contractsByType.get('awards.award.granted.v1')!;
export const accepted = contractsByType.get('welfare-cases.case.accepted.v1')!;

/** A hub held by a test: its feed, and its doors on a port of their own. */
export interface TestHub {
  service: TestService;
  bell: Bell;
  /** Events that its streams were given so far. */
  streamed(): Promise<number>;
  url: string;
  tokens: TestTokens;
  /** Keeps one event and rings; answers its id. */
  keep(event?: { type?: EventContract; region?: string; quiet?: boolean }): Promise<string>;
  /** Asks as the bearer of a token with these claims; null shows none. */
  ask(
    path: string,
    claims?: TestClaims | null,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Serves the same feed by another process's worth of doors. */
  another(options?: HubOptions): Promise<Doors>;
  stop(): Promise<void>;
}

export interface HubOptions {
  perMinute?: number;
  mostReaders?: number;
  beatMs?: number;
}

export interface Doors {
  url: string;
  bell: Bell;
  metrics: Metrics;
  stop(): Promise<void>;
}

let kept = 0;

async function openDoors(
  service: Pick<TestService, 'database'>,
  tokens: TestTokens,
  { perMinute = 0, mostReaders = 1_000, beatMs }: HubOptions,
): Promise<Doors> {
  const logger = createLogger('test', 'silent');
  const server: FastifyInstance = fastify({ forceCloseConnections: 'idle' });
  let isStopping = false;
  // As a process that leaves does: what waits is answered, and its connection ends with the answer.
  server.addHook('onSend', (_request, reply, payload, next) => {
    if (isStopping) reply.header('connection', 'close');
    next(null, payload);
  });
  const bell = new Bell();
  const metrics = createMetrics('test');
  const doors = serveDoors(server, bell, {
    database: service.database,
    logger,
    metrics,
    admit: admitBy(tokens.findCaller, logger),
    rates: new Rates(perMinute),
    readers: new Readers(mostReaders),
    ...(beatMs === undefined ? {} : { beatMs }),
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    bell,
    metrics,
    async stop() {
      isStopping = true;
      await doors.stop();
      await server.close();
    },
  };
}

export async function startTestHub(options: HubOptions = {}): Promise<TestHub> {
  const service = await startTestService(eventHub);
  const tokens = await makeTokens();
  const doors = await openDoors(service, tokens, options);
  const { bell, url } = doors;
  return {
    service,
    bell,
    url,
    tokens,
    async streamed() {
      const sent = doors.metrics.registry.getSingleMetric('jejaring_feed_events_sent_total');
      const { values } = await sent!.get();
      return values.find(({ labels }) => labels['door'] === 'stream')?.value ?? 0;
    },
    async keep({ type = granted, region = '32.79', quiet = false } = {}) {
      const record = toRecord(type, `key-${++kept}`, type.sample, 1);
      const meta = readMeta({ ...record, headers: { ...record.headers, ce_region: region } });
      const event = { meta: meta!, data: record.value };
      await service.asSystem((work) => keepEvents(work, type.topic, [event]));
      if (!quiet) bell.ring();
      return meta!.id;
    },
    async ask(path, claims = { region: '32.79' }, headers = {}) {
      const authorization =
        claims === null ? {} : { authorization: `Bearer ${await tokens.token(claims)}` };
      return fetch(url + path, { headers: { ...authorization, ...headers } });
    },
    another: (other = {}) => openDoors(service, tokens, other),
    async stop() {
      await doors.stop();
      await service.stop();
    },
  };
}
