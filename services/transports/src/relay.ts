import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { OutboxRow } from './outbox-row.js';
import { toRecord } from './outbox-row.js';
import type { EventTransport } from './transport.js';

const batchSize = 2_000;
const pollMs = 500;
const longestPauseMs = 5_000;
// Any constant does: each service has a database of its own.
export const leaderLock = 0x6a656a61;
const wakeChannel = 'outbox';
const quietMs = 20;

/**
 * Rows whose removal a crash of the database undid are sent again, which every consumer expects. Plans
 * are kept, so they go by indexes even if they were made when there was nothing yet.
 */
export const relaySettings = '-c synchronous_commit=off -c enable_seqscan=off';

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
      options: relaySettings,
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
    await relayOutbox(client, options, running);
    await alarm.sleep(pollMs);
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
  text: 'select * from outbox where seq > $1 order by seq limit $2',
};
const sentFromOutbox = {
  name: 'sent from outbox',
  text: 'delete from outbox where seq = any ($1::bigint[])',
};

async function next(client: pg.Client, after = '0'): Promise<OutboxRow[]> {
  return (await client.query<OutboxRow>({ ...nextOfOutbox, values: [after, batchSize] })).rows;
}

type Ways = Pick<RelayOptions, 'transport' | 'metrics'>;

async function send(client: pg.Client, rows: OutboxRow[], { transport, metrics }: Ways) {
  metrics.outboxDepth.set(rows.length);
  metrics.outboxAge.set((Date.now() - Date.parse(rows[0]!.recorded_time)) / 1000);
  const acknowledged = metrics.relaySeconds.startTimer();
  await transport.publish(rows.map(toRecord));
  acknowledged();
  await client.query({ ...sentFromOutbox, values: [rows.map(({ seq }) => seq)] });
  metrics.eventsPublished.inc(rows.length);
}

/**
 * Sends what the outbox holds, oldest first, and answers how many; what follows is read while a batch is
 * on its way. Of one key nothing can appear in front of what was read: its order is that of commits.
 */
export async function relayOutbox(
  client: pg.Client,
  ways: Ways,
  running: () => boolean = () => true,
): Promise<number> {
  let sent = 0;
  for (let rows = await next(client); rows.length > 0 && running();) {
    const isMore = rows.length === batchSize;
    const reading = isMore ? next(client, rows.at(-1)!.seq) : Promise.resolve([]);
    const [following] = await Promise.all([reading, send(client, rows, ways)]);
    sent += rows.length;
    rows = following;
  }
  ways.metrics.outboxDepth.set(0);
  ways.metrics.outboxAge.set(0);
  return sent;
}
