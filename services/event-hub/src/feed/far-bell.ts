import type { Logger } from '@jejaring/chassis/process/log';
import { rest } from '@jejaring/chassis/process/rest';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Bell } from './bell.js';

const channel = 'feed_kept';
/** Rings within this time are told to the others as one. */
const gatherMs = 10;
const reconnectMs = 1_000;

/**
 * Carries rings to the other processes of the hub, and theirs to the bell here, in a session of its own
 * outside of transactions. While it is away readers look by themselves, a little later.
 */
export class FarBell {
  private readonly own = randomUUID();
  private readonly stopping = new AbortController();
  private client: pg.Client | null = null;
  private telling: NodeJS.Timeout | undefined;
  private readonly forget: () => void;
  private readonly finished: Promise<void>;

  constructor(
    private readonly bell: Bell,
    private readonly parts: { databaseUrl: string; logger: Logger },
  ) {
    this.forget = bell.onRing((ringer) => {
      if (ringer === 'here') this.telling ??= setTimeout(() => this.tell(), gatherMs);
    });
    this.finished = this.keepListening();
  }

  async stop(): Promise<void> {
    this.forget();
    this.stopping.abort();
    clearTimeout(this.telling);
    // A session that broke cannot be ended; that it broke is in the log.
    await this.client?.end().catch(() => undefined);
    await this.finished;
  }

  private tell(): void {
    this.telling = undefined;
    this.client
      ?.query('select pg_notify($1, $2)', [channel, this.own])
      .catch((error: unknown) =>
        this.parts.logger.debug({ err: error }, 'the others were not told'),
      );
  }

  private async keepListening(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.listen().catch((error: unknown) =>
        this.parts.logger.warn({ err: error }, 'the bell of the others is not heard'),
      );
      this.client = null;
      await rest(reconnectMs, this.stopping.signal);
    }
  }

  /** Listens until the session ends. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.parts.databaseUrl,
      application_name: 'event-hub bell',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    const ended = new Promise<void>((resolve) => {
      client.on('end', resolve);
      client.on('error', () => resolve());
    });
    client.on('notification', ({ payload }) => {
      if (payload !== this.own) this.bell.ring('elsewhere');
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.client = client;
      // Something may have been kept while nobody listened.
      this.bell.ring('elsewhere');
      await (this.stopping.signal.aborted ? undefined : ended);
    } finally {
      // What happened to it was thrown, or it was ended by `stop`.
      await client.end().catch(() => undefined);
    }
  }
}
