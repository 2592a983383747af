import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { OutboxRow } from './outbox-row.js';
import { toRecord } from './outbox-row.js';
import type { EventTransport } from './transport.js';

const batchSize = 2_000;
/** The first event is sent at once; what follows within this time is sent together. */
const gatherMs = 5;
/** How soon another copy leads when the one that led has died. */
const takeLeadMs = 500;
/** For what nobody was woken for: who should have rung died behind its commit. */
const lookMs = 2_000;
const longestPauseMs = 5_000;
// Any constant does: each service has a database of its own.
export const leaderLock = 0x6a656a61;
const wakeChannel = 'outbox';
const quietMs = 20;

/**
 * How a relay connects. Rows whose removal a crash of the database undid are sent again, which every
 * consumer expects. Plans are kept, so they go by indexes even if they were made when there was nothing yet.
 */
export const relayConnection = {
  pipeline: true,
  options: '-c synchronous_commit=off -c enable_seqscan=off',
};

/** Figures that the relay tells of itself. */
export interface RelayFigures {
  /** Events that wait to be sent. */
  outboxDepth: { set(events: number): void };
  /** Age of the oldest of them, in seconds. */
  outboxAge: { set(seconds: number): void };
  /** From the sending of a batch to its acknowledgement. */
  relaySeconds: { startTimer(): () => void };
  eventsPublished: { inc(events: number): void };
}

export interface RelayOptions {
  databaseUrl: string;
  transport: EventTransport;
  logger: Logger;
  metrics: RelayFigures;
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
      ...relayConnection,
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
    if (!(await alarm.sleep(takeLeadMs))) continue;
    // The leader hears of what was committed here: one word for many commits, in none of them.
    await client.query(`select pg_notify('${wakeChannel}', '')`);
    await pause(quietMs);
  }
  client.on('notification', () => alarm.ring());
  await client.query(`listen ${wakeChannel}`);
  while (running()) {
    await relayOutbox(client, options, running);
    await pause(gatherMs);
    await alarm.sleep(lookMs);
  }
}

async function takeLead(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ leads: boolean }>(
    'select pg_try_advisory_lock($1) as leads',
    [leaderLock],
  );
  return rows[0]!.leads;
}

const nextOfOutbox = {
  name: 'next of outbox',
  text: 'select * from outbox order by seq limit $1',
  values: [batchSize],
};
const sentFromOutbox = {
  name: 'sent from outbox',
  text: 'delete from outbox where seq = any ($1::bigint[])',
};

/** Sends what the outbox holds, oldest first, and answers how many. */
export async function relayOutbox(
  client: pg.Client,
  { transport, metrics }: Pick<RelayOptions, 'transport' | 'metrics'>,
  running: () => boolean = () => true,
): Promise<number> {
  let sent = 0;
  let { rows } = await client.query<OutboxRow>(nextOfOutbox);
  while (rows.length > 0 && running()) {
    metrics.outboxDepth.set(rows.length);
    metrics.outboxAge.set((Date.now() - Date.parse(rows[0]!.recorded_time)) / 1000);
    const acknowledged = metrics.relaySeconds.startTimer();
    await transport.publish(rows.map(toRecord));
    acknowledged();
    const [, following] = await Promise.all([
      client.query({ ...sentFromOutbox, values: [rows.map(({ seq }) => seq)] }),
      client.query<OutboxRow>(nextOfOutbox),
    ]);
    metrics.eventsPublished.inc(rows.length);
    sent += rows.length;
    rows = following.rows;
  }
  metrics.outboxDepth.set(0);
  metrics.outboxAge.set(0);
  return sent;
}
