import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../process/log.js';
import type { Metrics } from '../process/metrics.js';
import type { OutboxRow } from './outbox.js';
import { toRecord } from './outbox.js';
import type { EventTransport } from '@jejaring/transports/transport';

const batchSize = 2_000;
const pollMs = 500;
const longestPauseMs = 5_000;
// Any constant does: each service has a database of its own.
export const leaderLock = 0x6a656a61;
const wakeChannel = 'outbox';
const quietMs = 20;

export interface RelayOptions {
  databaseUrl: string;
  transport: EventTransport;
  logger: Logger;
  metrics: Metrics;
}

export interface Relay {
  /** Says that events were committed just now. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Sends the outbox, oldest first, and deletes what was acknowledged. One relay at a time keeps
 * order: a second replica finds the lock taken and waits for it; a crash between sending and
 * deleting sends again, which every consumer expects.
 */
export function startRelay(options: RelayOptions): Relay {
  const alarm = createAlarm();
  let running = true;
  const finished = keepRelaying(options, alarm, () => running);
  return {
    wake: alarm.ring,
    async stop() {
      running = false;
      alarm.ring();
      await finished;
    },
  };
}

/** A bell that a sleeper hears at once, also when it rang just before the sleeper lay down. */
function createAlarm() {
  let rung = false;
  let wakeUp: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wakeUp?.();
    },
    /** True when it was the bell that ended it. */
    async sleep(milliseconds: number): Promise<boolean> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wakeUp = () => (clearTimeout(timer), resolve());
        });
      }
      const heard = rung;
      rung = false;
      wakeUp = null;
      return heard;
    },
  };
}

type Alarm = ReturnType<typeof createAlarm>;

async function keepRelaying(
  options: RelayOptions,
  alarm: Alarm,
  running: () => boolean,
): Promise<void> {
  let pauseMs = 100;
  while (running()) {
    const client = new pg.Client({
      connectionString: options.databaseUrl,
      application_name: 'relay',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
    });
    client.on('error', () => alarm.ring());
    try {
      await client.connect();
      await lead(client, options, alarm, running);
      pauseMs = 100;
    } catch (error) {
      options.logger.warn({ err: error }, 'relay paused');
      await alarm.sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    } finally {
      await client.end().catch(() => options.logger.debug('relay connection was gone'));
    }
  }
}

async function lead(
  client: pg.Client,
  options: RelayOptions,
  alarm: Alarm,
  running: () => boolean,
) {
  while (!(await takeLead(client))) {
    if (!running()) return;
    options.metrics.outboxDepth.set(0);
    if (!(await alarm.sleep(pollMs))) continue;
    // The leader hears of what was committed here: one word for many commits, in none of them.
    await client.query(`select pg_notify('${wakeChannel}', '')`);
    await pause(quietMs);
  }
  client.on('notification', () => alarm.ring());
  await client.query(`listen ${wakeChannel}`);
  while (running()) {
    const sent = await relayBatch(client, options);
    if (sent < batchSize) await alarm.sleep(pollMs);
  }
}

async function takeLead(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ leads: boolean }>(
    'select pg_try_advisory_lock($1) as leads',
    [leaderLock],
  );
  return rows[0]!.leads;
}

/** Sends one batch; answers how many. */
export async function relayBatch(
  client: pg.Client,
  { transport, metrics }: Pick<RelayOptions, 'transport' | 'metrics'>,
): Promise<number> {
  const { rows } = await client.query<OutboxRow>('select * from outbox order by seq limit $1', [
    batchSize,
  ]);
  metrics.outboxDepth.set(rows.length);
  metrics.outboxAge.set(rows[0] ? (Date.now() - Date.parse(rows[0].recorded_time)) / 1000 : 0);
  if (rows.length === 0) return 0;
  const acknowledged = metrics.relaySeconds.startTimer();
  await transport.publish(rows.map(toRecord));
  acknowledged();
  await client.query('delete from outbox where seq = any ($1::bigint[])', [
    rows.map(({ seq }) => seq),
  ]);
  metrics.eventsPublished.inc(rows.length);
  metrics.outboxDepth.set(0);
  return rows.length;
}
