import type { Logger } from 'pino';
import { batchSize, Gathering } from './gathering.js';
import type { Claim, LogSession, PartitionName } from './log-session.js';
import { redeliveryPauseMs } from './redelivery-pause.js';
import type { BatchHandler, ReceivedRecord, SubscribeOptions } from './transport.js';

interface Holding extends Claim {
  /** Records may wait here that have not been read. */
  look: boolean;
  wanted: boolean;
  state: 'idle' | 'working' | 'resting';
  records: ReceivedRecord[];
  rejections: number;
  rest?: NodeJS.Timeout;
}

interface Parts {
  session: LogSession;
  handler: BatchHandler;
  options: SubscribeOptions;
  logger: Logger | undefined;
  /** Called when there is something to do again. */
  ready: () => void;
}

const readAhead = 300;

const nameOf = ({ topic, partition }: PartitionName) => `${topic}/${partition}`;

/** The partitions that one session owns, and the work on them: one batch at a time on each. */
export class LogHoldings {
  private finished = false;
  private readonly held = new Map<string, Holding>();
  private readonly working = new Set<Promise<void>>();
  private readonly gathering: Gathering;

  constructor(private readonly parts: Parts) {
    const { handler, options } = parts;
    this.gathering = new Gathering(handler, options.concurrency);
  }

  lookEverywhere(): void {
    for (const holding of this.held.values()) holding.look = true;
  }

  /** No further batch is begun; those that run go on to their commit. */
  finish(): void {
    this.finished = true;
    this.gathering.dismiss();
    for (const { rest } of this.held.values()) clearTimeout(rest);
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.working);
  }

  async takeShare(share: readonly PartitionName[]): Promise<void> {
    const names = new Set(share.map(nameOf));
    for (const [name, holding] of this.held) holding.wanted = names.has(name);
    await this.releaseUnwanted();
    const missing = share.filter((partition) => !this.held.has(nameOf(partition)));
    for (const claim of await this.parts.session.claim(missing)) {
      const fresh = {
        look: true,
        wanted: true,
        state: 'idle',
        records: [],
        rejections: 0,
      } as const;
      this.held.set(nameOf(claim), { ...claim, ...fresh, records: [] });
    }
  }

  async releaseUnwanted(): Promise<void> {
    const leaving = [...this.held].filter(
      ([, { wanted, state }]) => !wanted && state !== 'working',
    );
    for (const [name, holding] of leaving) {
      clearTimeout(holding.rest);
      this.held.delete(name);
    }
    await this.parts.session.release(leaving.map(([, holding]) => holding));
  }

  /** Reads where records may wait, and begins to work on them. */
  async workOn(): Promise<void> {
    const idle = [...this.held.values()].filter(({ look, state }) => look && state === 'idle');
    for (const holding of idle) holding.look = false;
    const records = await this.parts.session.read(idle, readAhead);
    for (const record of records) this.held.get(nameOf(record))?.records.push(record);
    for (const holding of idle) {
      if (holding.records.length === 0) continue;
      if (holding.records.length === readAhead) holding.look = true;
      this.begin(holding);
    }
  }

  private begin(holding: Holding): void {
    holding.state = 'working';
    const work = this.work(holding)
      .catch((error: unknown) => {
        if (!this.finished)
          this.parts.logger?.warn({ err: error, ...placeOf(holding) }, 'records come again later');
        this.rest(holding);
      })
      .finally(() => {
        this.working.delete(work);
        this.parts.ready();
      });
    this.working.add(work);
  }

  private async work(holding: Holding): Promise<void> {
    while (holding.records.length > 0 && holding.wanted && !this.finished) {
      const chunk = holding.records.slice(0, batchSize);
      await this.gathering.hand(chunk);
      await this.commit(holding, chunk);
      holding.records.splice(0, chunk.length);
      holding.rejections = 0;
    }
    holding.state = 'idle';
  }

  private async commit(holding: Holding, chunk: readonly ReceivedRecord[]): Promise<void> {
    const next = Number(chunk.at(-1)?.offset) + 1;
    if (!(await this.parts.session.commit(holding, next))) {
      // Its lock can only have gone with the session: everything else held is in doubt as well.
      await this.parts.session.end();
      throw new Error('Another member has taken the partition.');
    }
    holding.offset = next;
  }

  private rest(holding: Holding): void {
    holding.state = 'resting';
    holding.records = [];
    holding.rejections += 1;
    if (this.finished) return;
    holding.rest = setTimeout(() => {
      holding.state = 'idle';
      holding.look = true;
      this.parts.ready();
    }, redeliveryPauseMs(holding.rejections));
  }
}

function placeOf({ topic, partition, offset }: Holding): object {
  return { topic, partition, offset };
}
