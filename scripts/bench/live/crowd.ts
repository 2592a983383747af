import { request } from 'node:http';
import type { ClientRequest } from 'node:http';

// A process of its own that holds many subscribers; the measuring one would lack the time for both.

/** What a crowd is told to do. */
export interface CrowdOrder {
  url: string;
  subscribers: { query: string; variables: Record<string, unknown> }[];
  keys: number;
}

/** What a crowd tells when it is asked. */
export interface CrowdFigures {
  connected: number;
  /** Events that came, of all subscribers together. */
  told: number;
  doubled: number;
  disordered: number;
  gaps: number;
  /** Messages with an error, and the last of them. */
  failed: number;
  failure: string | null;
  /** Subscribers that have every event up to the one that was asked for. */
  complete: number;
  /** Milliseconds from the commit of an event to its arrival, of this asking. */
  latencies: number[];
}

interface Result {
  data?: Record<string, Told> | null;
  errors?: object[];
}

interface Told {
  occurredAt: string | null;
  gap: object | null;
  key: string | null;
  sequence: number | null;
  organization?: { id: string } | null;
}

class Subscriber {
  connected = false;
  private lastId: string | null = null;
  private readonly sequences = new Map<string, number>();
  private waiting = '';
  private open: ClientRequest | null = null;

  constructor(
    private readonly order: CrowdOrder,
    private readonly place: number,
    private readonly figures: CrowdFigures,
  ) {}

  connect(): void {
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(this.lastId === null ? {} : { 'last-event-id': this.lastId }),
    };
    this.waiting = '';
    const options = { method: 'POST', headers, agent: false } as const;
    this.open = request(`${this.order.url}/graphql/stream`, options, (response) => {
      this.connected = response.statusCode === 200;
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => this.read(chunk));
      response.on('close', () => this.comeBack());
    });
    this.open.on('error', () => this.comeBack());
    this.open.end(JSON.stringify(this.order.subscribers[this.place]));
  }

  has(sequence: number): boolean {
    const { size } = this.sequences;
    return size === this.order.keys && [...this.sequences.values()].every((at) => at >= sequence);
  }

  private comeBack(): void {
    if (this.open === null) return;
    this.open.destroy();
    this.open = null;
    this.connected = false;
    setTimeout(() => this.connect(), 500 + Math.random() * 1_500);
  }

  private read(chunk: string): void {
    const blocks = (this.waiting + chunk).split('\n\n');
    this.waiting = blocks.pop() ?? '';
    for (const block of blocks) this.take(block);
  }

  private take(block: string): void {
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) this.lastId = line.slice(4);
      if (line.startsWith('data: ')) this.hear(line.slice(6));
    }
  }

  private hear(text: string): void {
    const { data, errors } = JSON.parse(text) as Result;
    const [told] = Object.values(data ?? {});
    if (errors !== undefined) {
      this.figures.failed += 1;
      this.figures.failure = JSON.stringify(errors[0]);
    }
    if (told === undefined) return;
    if (told.gap !== null) return void (this.figures.gaps += 1);
    this.figures.told += 1;
    this.figures.latencies.push(Date.now() - Date.parse(told.occurredAt!));
    const { key, sequence } = told;
    if (key === null || sequence === null) return;
    const last = this.sequences.get(key) ?? 0;
    if (sequence <= last) this.figures.doubled += 1;
    else if (sequence > last + 1 && last > 0) this.figures.disordered += 1;
    this.sequences.set(key, Math.max(last, sequence));
  }
}

const fresh = (): CrowdFigures => ({
  connected: 0,
  told: 0,
  doubled: 0,
  disordered: 0,
  gaps: 0,
  failed: 0,
  failure: null,
  complete: 0,
  latencies: [],
});

function gather(order: CrowdOrder): void {
  const figures = fresh();
  const crowd = order.subscribers.map((_, place) => new Subscriber(order, place, figures));
  // All at once they would wait in the queue of the listening socket.
  for (const [at, subscriber] of crowd.entries())
    setTimeout(() => subscriber.connect(), Math.floor(at / 50) * 50);
  process.on('message', (sequence: number) => {
    const connected = crowd.filter((each) => each.connected).length;
    const complete = crowd.filter((each) => each.has(sequence)).length;
    process.send?.({ ...figures, connected, complete });
    figures.latencies = [];
  });
}

process.once('message', (order: CrowdOrder) => gather(order));
