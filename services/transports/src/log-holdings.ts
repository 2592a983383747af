import type { Logger } from 'pino';
import type { Claim, LogSession, PartitionName } from './log-session.js';
import { redeliveryPauseMs } from './redelivery-pause.js';
import type { BatchHandler, ReceivedRecord, SubscribeOptions } from './transport.js';

interface Holding extends Claim {
  /** Records may wait here that have not been read. */
  look: boolean;
  wanted: boolean;
  state: 'idle' | 'waiting' | 'working' | 'resting';
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

const chunkSize = 100;
const readAhead = 300;
const defaultConcurrency = 3;

const nameOf = ({ topic, partition }: PartitionName) => `${topic}/${partition}`;

/**
 * The partitions that one session owns, and the work on them: one batch at a time on each. Few records of
 * several partitions are one batch: what a batch costs is mostly its transaction.
 */
export class LogHoldings {
  private finished = false;
  private readonly held = new Map<string, Holding>();
  private readonly line: Holding[] = [];
  private readonly working = new Set<Promise<void>>();

  constructor(private readonly parts: Parts) {}

  lookEverywhere(): void {
    for (const holding of this.held.values()) holding.look = true;
  }

  /** No further batch is begun; those that run go on to their commit. */
  finish(): void {
    this.finished = true;
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
      const place = this.line.indexOf(holding);
      if (place >= 0) this.line.splice(place, 1);
    }
    await this.parts.session.release(leaving.map(([, holding]) => holding));
  }

  /** Reads where records may wait, and begins batches as far as the concurrency allows. */
  async workOn(): Promise<void> {
    await this.readAhead();
    const concurrency = this.parts.options.concurrency ?? defaultConcurrency;
    while (!this.finished && this.line.length > 0 && this.working.size < concurrency)
      this.begin(this.takeNext());
  }

  /** The next in line, with those of its topic whose records fit into the same batch. */
  private takeNext(): Holding[] {
    const first = this.line.shift()!;
    const taken = [first];
    let room = chunkSize - first.records.length;
    for (const holding of first.rejections > 0 ? [] : [...this.line]) {
      const { topic, records, rejections } = holding;
      // What was rejected goes alone, so that it holds up nobody else.
      if (topic !== first.topic || rejections > 0 || records.length > room) continue;
      room -= records.length;
      taken.push(holding);
      this.line.splice(this.line.indexOf(holding), 1);
    }
    return taken;
  }

  private async readAhead(): Promise<void> {
    const idle = [...this.held.values()].filter(({ look, state }) => look && state === 'idle');
    for (const holding of idle) holding.look = false;
    const records = await this.parts.session.read(idle, readAhead);
    for (const record of records) this.held.get(nameOf(record))?.records.push(record);
    for (const holding of idle) {
      if (holding.records.length === 0) continue;
      if (holding.records.length === readAhead) holding.look = true;
      holding.state = 'waiting';
      this.line.push(holding);
    }
  }

  private begin(holdings: readonly Holding[]): void {
    for (const holding of holdings) holding.state = 'working';
    const work = this.work(holdings)
      .catch((error: unknown) => {
        const places = holdings.map(placeOf);
        this.parts.logger?.warn({ err: error, places }, 'records come again later');
        for (const holding of holdings) this.rest(holding);
      })
      .finally(() => {
        this.working.delete(work);
        this.parts.ready();
      });
    this.working.add(work);
  }

  private async work(holdings: readonly Holding[]): Promise<void> {
    const isDue = ({ records, wanted }: Holding) => records.length > 0 && wanted;
    let left = holdings.filter(isDue);
    while (left.length > 0 && !this.finished) {
      const chunks = left.map((holding) => ({
        holding,
        records: holding.records.slice(0, chunkSize),
      }));
      await this.parts.handler(chunks.flatMap(({ records }) => records));
      await Promise.all(chunks.map(({ holding, records }) => this.commit(holding, records)));
      left = left.filter(isDue);
    }
    for (const holding of holdings) holding.state = 'idle';
  }

  private async commit(holding: Holding, chunk: readonly ReceivedRecord[]): Promise<void> {
    const next = Number(chunk.at(-1)?.offset) + 1;
    if (!(await this.parts.session.commit(holding, next))) {
      // Its lock can only have gone with the session: everything else held is in doubt as well.
      await this.parts.session.end();
      throw new Error('Another member has taken the partition.');
    }
    holding.offset = next;
    holding.records.splice(0, chunk.length);
    holding.rejections = 0;
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
