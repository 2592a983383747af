import { until } from './world.fixture.js';

/** One server-sent event as it stood on the wire. */
export interface Sent {
  id: string | null;
  event: string | null;
  data: any;
}

export interface StreamOptions {
  url: string;
  query: string;
  variables?: Record<string, unknown>;
  token?: string;
  lastEventId?: string;
  headers?: Record<string, string>;
  /** Reads the beginning and then no more, until it is told to hurry. */
  slow?: boolean;
}

/** A client that reads a stream byte by byte, ids and comments as well. */
export class StreamClient {
  readonly sent: Sent[] = [];
  /** The last id that it was given, as a browser would keep it. */
  lastId: string | null = null;
  closed = false;
  hurry: () => void = () => undefined;
  private waiting: Promise<void> = Promise.resolve();

  private constructor(
    readonly response: Response,
    private readonly control: AbortController,
  ) {}

  /** Opens a stream; whether it was let in is in the response. */
  static async open(options: StreamOptions): Promise<StreamClient> {
    const { url, query, variables, token, lastEventId, headers, slow = false } = options;
    const control = new AbortController();
    const response = await fetch(`${url}/graphql/stream`, {
      method: 'POST',
      signal: control.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const client = new StreamClient(response, control);
    if (response.ok) {
      if (slow) client.waiting = new Promise((resolve) => (client.hurry = resolve));
      void client.read();
      await until(() => client.lastId !== null || client.closed);
    }
    return client;
  }

  /** Results of the subscription, oldest first. */
  get results(): any[] {
    return this.sent.filter(({ event }) => event === 'next').map(({ data }) => data);
  }

  async untilResults(count: number): Promise<any[]> {
    await until(() => this.results.length >= count || this.closed);
    return this.results;
  }

  async untilClosed(): Promise<void> {
    await until(() => this.closed);
  }

  close(): void {
    this.control.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (text + chunk).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
        if (this.lastId !== null) await this.waiting;
      }
    } catch {
      // Ended by the client, or by a gateway that was killed.
    }
    this.closed = true;
  }

  private take(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const at = line.indexOf(':');
      if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).trimStart());
    }
    const id = fields.get('id') ?? null;
    if (id !== null) this.lastId = id;
    const data = fields.get('data');
    const event = fields.get('event') ?? null;
    if (event !== null) this.sent.push({ id, event, data: data ? JSON.parse(data) : null });
  }
}
