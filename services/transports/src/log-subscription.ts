import type { Logger } from 'pino';
import { LogHoldings } from './log-holdings.js';
import { LogSession } from './log-session.js';
import type { BatchHandler, SubscribeOptions, Subscription } from './transport.js';
import { WakeSignal } from './wake-signal.js';

interface Parts {
  url: string;
  options: SubscribeOptions;
  handler: BatchHandler;
  logger: Logger | undefined;
}

const pollMs = 1_000;
const firstReconnectMs = 100;
const longestReconnectMs = 5_000;
const patienceMs = 45_000;

/** One member of a group over the log: takes its share of the partitions, and works them. */
export class LogSubscription implements Subscription {
  private stopping = false;
  private lostAt: number | null = null;
  private membersAt = 0;
  private session: LogSession | null = null;
  private holdings: LogHoldings | null = null;
  private running: Promise<void> = Promise.resolve();
  private readonly signal = new WakeSignal();

  constructor(private readonly parts: Parts) {}

  async start(): Promise<void> {
    await this.join();
    this.running = this.run();
  }

  healthy(): boolean {
    if (this.stopping) return false;
    return this.lostAt === null || Date.now() - this.lostAt < patienceMs;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.holdings?.finish();
    this.signal.raise();
    await this.running;
  }

  private async join(): Promise<void> {
    const { url, options, handler, logger } = this.parts;
    const session = new LogSession(url, options.group, {
      wake: (reason) => this.wake(reason),
      lost: () => this.lose(session),
    });
    try {
      await session.join(options.topics);
    } catch (error) {
      await session.end();
      throw error;
    }
    const ready = () => this.signal.raise();
    this.session = session;
    this.holdings = new LogHoldings({ session, handler, options, logger, ready });
    this.lostAt = null;
    this.membersAt = 0;
  }

  private wake(reason: 'records' | 'members'): void {
    if (reason === 'members') this.membersAt = 0;
    if (reason === 'records') this.holdings?.lookEverywhere();
    this.signal.raise();
  }

  private lose(session: LogSession): void {
    if (this.session !== session) return;
    this.lostAt ??= Date.now();
    this.holdings?.finish();
    this.signal.raise();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.round();
        await this.signal.wait(pollMs);
      } catch (error) {
        if (this.stopping) break;
        this.parts.logger?.warn({ err: error }, 'the event log was lost');
        await this.rejoin();
      }
    }
    await this.leave();
  }

  private async round(): Promise<void> {
    const { session, holdings } = this;
    if (!session || !holdings || this.lostAt !== null) throw new Error('The session has ended.');
    await holdings.releaseUnwanted();
    if (Date.now() - this.membersAt >= pollMs) {
      this.membersAt = Date.now();
      await holdings.takeShare(await session.share());
      // The notifications of a session are a kindness, not a promise: look without one as well.
      holdings.lookEverywhere();
    }
    await holdings.workOn();
  }

  /** Batches that still run end first: taken up again they would be worked twice at once. */
  private async rejoin(): Promise<void> {
    this.lostAt ??= Date.now();
    this.holdings?.finish();
    await this.holdings?.settled();
    await this.session?.end();
    for (let pauseMs = firstReconnectMs; !this.stopping; pauseMs *= 2) {
      try {
        return await this.join();
      } catch {
        this.parts.logger?.warn({ pauseMs }, 'the event log cannot be reached');
        await this.signal.wait(Math.min(pauseMs, longestReconnectMs));
      }
    }
  }

  private async leave(): Promise<void> {
    await this.holdings?.settled();
    await this.session?.leave().catch(() => undefined);
    await this.session?.end();
  }
}
