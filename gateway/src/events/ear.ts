import type { Logger } from '@jejaring/chassis/process/log';
import type { EventReader, Following, PartitionRange } from '@jejaring/transports/reader';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import type { GatewayMetrics } from '../metrics.js';
import type { HeardEvent } from './heard-event.js';
import { readEvent } from './heard-event.js';
import { gathered } from './gathered.js';
import { History } from './history.js';
import type { Stretch } from './past.js';
import { Past } from './past.js';

export type { HeardEvent } from './heard-event.js';
export type EarState = 'hearing' | 'deaf';

/** What the gateway hears of the services: one consumer of each topic for all who listen here. */
export interface EventEar {
  /** Each event as it arrives, once and in order per key; listeners must not block. Returns how to stop. */
  onEvent(listener: (event: HeardEvent) => void): () => void;
  /** Something new that no contract here knows, such as an event of a later release. Returns how to stop. */
  onUnknown(listener: () => void): () => void;
  /** 'hearing' only while nothing can have been missed; 'deaf' from the first doubt until it hears again. */
  readonly state: EarState;
  onState(listener: (state: EarState) => void): () => void;
  /** What some stretches of the log hold, which `ranges` has told of, for all who lack it at once. */
  readPast(stretches: readonly Stretch[]): AsyncIterable<readonly HeardEvent[]>;
  /** The oldest record that is kept of each partition, and the one that comes next. */
  ranges(topics: readonly string[]): Promise<PartitionRange[]>;
  /** What was heard lately, in the order of hearing. */
  readonly history: History;
  stop(): Promise<void>;
}

export interface EarOptions {
  reader: EventReader;
  topics: readonly string[];
  metrics: GatewayMetrics;
  log: Logger;
}

const retryMs = 2_000;
/** Without a sign of life for this long, there is doubt. */
const doubtAfterMs = 3_000;
/** Of each partition, so that those who come back after a restart find here what they missed. */
const backlog = 200;

/** Begins to hear; while the transport is away or a topic is missing, it is deaf and tries again. */
export function openEar(options: EarOptions): EventEar {
  const ear = new Ear(options);
  void ear.begin();
  return ear;
}

class Ear implements EventEar {
  readonly history = new History();
  state: EarState = 'deaf';
  private readonly eventListeners = new Set<(event: HeardEvent) => void>();
  private readonly unknownListeners = new Set<() => void>();
  private readonly stateListeners = new Set<(state: EarState) => void>();
  private readonly stopping = new AbortController();
  private following: Following | null = null;
  private aliveAt = 0;
  private readonly watching: NodeJS.Timeout;
  private readonly past: Past;
  private readonly allRanges: () => Promise<PartitionRange[]>;

  constructor(private readonly options: EarOptions) {
    const { reader, topics, metrics } = options;
    this.past = new Past({
      readBetween: (topic, stretches) => reader.readBetween(topic, stretches),
      whenRead: (topic) => metrics.pastReads.inc({ topic }),
    });
    this.allRanges = gathered(() => reader.ranges(topics));
    metrics.earHears.set(0);
    this.watching = setInterval(() => this.doubt(), doubtAfterMs / 3).unref();
  }

  async begin(): Promise<void> {
    const { reader, topics, log } = this.options;
    while (!this.stopping.signal.aborted) {
      try {
        this.following = await reader.follow({ topics, backlog }, this);
        return;
      } catch (error) {
        log.warn({ err: error }, 'events are not heard yet');
        await pauseUnless(this.stopping.signal);
      }
    }
  }

  onEvent(listener: (event: HeardEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  onUnknown(listener: () => void): () => void {
    this.unknownListeners.add(listener);
    return () => this.unknownListeners.delete(listener);
  }

  onState(listener: (state: EarState) => void): () => void {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  readPast(stretches: readonly Stretch[]): AsyncIterable<readonly HeardEvent[]> {
    return this.past.read(stretches);
  }

  async ranges(topics: readonly string[]): Promise<PartitionRange[]> {
    return (await this.allRanges()).filter(({ topic }) => topics.includes(topic));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.watching);
    await this.following?.stop();
    await this.options.reader.close();
  }

  // What the transport tells.

  onBegin(begins: readonly PartitionRange[]): void {
    this.history.begin(begins);
  }

  onRecords(records: readonly ReceivedRecord[]): void {
    const { metrics, log } = this.options;
    for (const record of records) {
      const event = readEvent(record);
      const { topic, partition, offset } = record;
      const outcome = event === null ? 'unknown' : 'heard';
      metrics.eventsHeard.inc({ topic, outcome });
      if (event === null) log.debug({ topic, partition, offset }, 'an event is not understood');
      const isNew = this.history.add(record, event);
      if (!isNew) continue;
      if (event === null) for (const listener of this.unknownListeners) listener();
      else for (const listener of this.eventListeners) listener(event);
    }
  }

  onAlive(): void {
    this.aliveAt = Date.now();
    this.change('hearing');
  }

  onLost(): void {
    this.change('deaf');
  }

  /** A transport that says nothing at all is not heard either. */
  private doubt(): void {
    if (Date.now() - this.aliveAt > doubtAfterMs) this.change('deaf');
  }

  private change(state: EarState): void {
    if (this.state === state) return;
    this.state = state;
    this.options.metrics.earHears.set(state === 'hearing' ? 1 : 0);
    this.options.log[state === 'hearing' ? 'info' : 'warn']({ state }, 'the ear for events');
    for (const listener of this.stateListeners) listener(state);
  }
}

async function pauseUnless(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, retryMs);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
