import type { BatchHandler, ReceivedRecord } from './transport.js';

/** As many records as one batch holds. */
export const batchSize = 100;

interface Waiting {
  records: readonly ReceivedRecord[];
  resolve: () => void;
  reject: (error: unknown) => void;
}

const partitionOf = ({ records: [first] }: Waiting) => `${first?.topic}/${first?.partition}`;

/**
 * Hands records of partitions to a handler, so many batches at a time. Few records of several partitions of a
 * topic are one batch, for what a batch costs is mostly its transaction. What was rejected goes alone until it
 * is taken, so that it holds up nobody else.
 */
export class Gathering {
  private readonly line: Waiting[] = [];
  private readonly rejected = new Set<string>();
  private working = 0;

  constructor(
    private readonly handler: BatchHandler,
    private readonly concurrency = 3,
  ) {}

  /** Ends as the handler does with these records, which are of one partition and fit into a batch. */
  hand(records: readonly ReceivedRecord[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.line.push({ records, resolve, reject });
      // Not before those that came with it stand in line as well.
      setImmediate(() => this.workOn());
    });
  }

  /** Rejects whoever still waits for a turn. */
  dismiss(): void {
    const reason = new Error('No further batch is begun.');
    for (const { reject } of this.line.splice(0)) reject(reason);
  }

  private workOn(): void {
    while (this.line.length > 0 && this.working < this.concurrency) {
      this.working += 1;
      void this.work(this.takeNext()).finally(() => {
        this.working -= 1;
        this.workOn();
      });
    }
  }

  private async work(taken: readonly Waiting[]): Promise<void> {
    try {
      await this.handler(taken.flatMap(({ records }) => records));
      for (const one of taken) this.rejected.delete(partitionOf(one));
      for (const { resolve } of taken) resolve();
    } catch (error) {
      for (const one of taken) this.rejected.add(partitionOf(one));
      for (const { reject } of taken) reject(error);
    }
  }

  /** The next in line, with those of its topic whose records fit into the same batch. */
  private takeNext(): Waiting[] {
    const first = this.line.shift()!;
    const taken = [first];
    let room = batchSize - first.records.length;
    for (const one of this.isAlone(first) ? [] : [...this.line]) {
      const isOfTopic = one.records[0]?.topic === first.records[0]?.topic;
      if (!isOfTopic || this.isAlone(one) || one.records.length > room) continue;
      room -= one.records.length;
      taken.push(one);
      this.line.splice(this.line.indexOf(one), 1);
    }
    return taken;
  }

  private isAlone(waiting: Waiting): boolean {
    return this.rejected.has(partitionOf(waiting));
  }
}
