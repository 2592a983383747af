import { Client } from 'pg';
import type { Logger } from 'pino';
import { logChannel } from './log-append.js';
import { readRecords } from './log-session.js';
import type { Follower, Following, PartitionRange } from './reader.js';
import { beginOf } from './reader.js';
import type { ReceivedRecord } from './transport.js';
import { WakeSignal } from './wake-signal.js';

interface Parts {
  url: string;
  begins: readonly PartitionRange[];
  backlog: number;
  follower: Follower;
  logger: Logger | undefined;
}

interface Place {
  topic: string;
  partition: number;
  next: bigint;
}

const chunkSize = 300;
const pollMs = 500;
const firstPauseMs = 100;
const longestPauseMs = 5_000;
const answerWithinMs = 5_000;

/** Reads every partition from its place on, again whenever somebody says that records were written. */
export class LogFollowing implements Following {
  private stopping = false;
  private lost = false;
  private running: Promise<void> = Promise.resolve();
  private readonly places: readonly Place[];
  private readonly signal = new WakeSignal();

  constructor(private readonly parts: Parts) {
    this.places = parts.begins.map((range) => ({
      topic: range.topic,
      partition: range.partition,
      next: beginOf(range, parts.backlog),
    }));
  }

  start(): void {
    const { begins, follower } = this.parts;
    follower.onBegin(begins.map((range, at) => ({ ...range, first: `${this.places[at]!.next}` })));
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.raise();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let pauseMs = firstPauseMs; !this.stopping;) {
      try {
        await this.attend(() => (pauseMs = firstPauseMs));
      } catch (error) {
        this.parts.follower.onLost();
        this.parts.logger?.warn({ err: error }, 'the event log is not heard');
        await this.signal.wait(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  /** One connection's life. */
  private async attend(heard: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.parts.url,
      application_name: 'log follower',
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
    });
    this.lost = false;
    client.on('error', () => this.lose());
    client.on('end', () => this.lose());
    client.on('notification', () => this.signal.raise());
    try {
      await client.connect();
      await client.query(`set jit = off; listen ${logChannel}`);
      while (!this.stopping) {
        while (await this.readOn(client));
        this.parts.follower.onAlive();
        heard();
        // The notifications of a session are a kindness, not a promise: look without one as well.
        await this.signal.wait(pollMs);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private lose(): void {
    this.lost = true;
    this.signal.raise();
  }

  /** True while there is more. */
  private async readOn(client: Client): Promise<boolean> {
    if (this.lost) throw new Error('The connection to the event log has ended.');
    const { rows } = await client.query<ReceivedRecord>(readRecords, [
      this.places.map(({ topic }) => topic),
      this.places.map(({ partition }) => partition),
      this.places.map(({ next }) => String(next)),
      chunkSize,
    ]);
    let more = false;
    for (const place of this.places) {
      const records = rows.filter(
        ({ topic, partition }) => topic === place.topic && partition === place.partition,
      );
      if (records.length === 0) continue;
      this.parts.follower.onRecords(records);
      place.next = BigInt(records.at(-1)!.offset) + 1n;
      more ||= records.length === chunkSize;
    }
    return more && !this.stopping;
  }
}
