import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import type { RawAnswer } from './subgraph-answer.js';
import { Unavailable } from './subgraph-answer.js';

export interface Post {
  pool: Pool;
  path: string;
  headers: Record<string, string>;
  body: string;
  withinMs: number;
  mostBytes: number;
  /** Whether a timeout is the service's own failure: it was given the time that it is due. */
  fair: boolean;
}

/**
 * Sends one request and reads all of its answer, within the time and the size that are allowed.
 * Dispatched to a handler of our own: neither a stream nor a signal is made for a call.
 */
export function post(request: Post): Promise<RawAnswer> {
  const { pool, path, headers, body } = request;
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(request, resolve, reject);
    pool.dispatch({ path, method: 'POST', headers, body }, exchange);
  });
}

const mostOverslept = 100;

class Exchange implements Dispatcher.DispatchHandler {
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | null = null;
  private failure: Unavailable | null = null;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private readonly parts: Buffer[] = [];
  private bytes = 0;
  private ended = false;

  constructor(
    private readonly request: Post,
    private readonly resolve: (answer: RawAnswer) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    const dueAt = performance.now() + request.withinMs;
    this.timer = setTimeout(() => this.beLate(performance.now() - dueAt), request.withinMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.failure !== null) controller.abort(this.failure);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    this.status = status;
    this.headers = headers;
    if (Number(headers['content-length']) > this.request.mostBytes) this.giveUp(tooLarge());
  }

  onResponseData(_controller: Dispatcher.DispatchController, part: Buffer): void {
    this.bytes += part.length;
    if (this.bytes > this.request.mostBytes) return this.giveUp(tooLarge());
    this.parts.push(part);
  }

  onResponseEnd(): void {
    this.end();
    const { parts, headers } = this;
    const [first] = parts;
    const whole = parts.length === 1 ? first! : Buffer.concat(parts, this.bytes);
    this.resolve({
      status: this.status,
      contentType: headers['content-type'] ?? '',
      sqlStatements: Number(headers['x-jejaring-sql-statements']) || 0,
      retryAfter: headers['retry-after'],
      text: whole.toString(),
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: unknown): void {
    this.end();
    this.reject(this.failure ?? brokenBy(error));
  }

  /**
   * A process that had no turn for a while finds its time-outs before the answers that lie in its
   * sockets: those are read first, and what it slept through is no failure of the service.
   */
  private beLate(overslept: number): void {
    const fault = this.request.fair && overslept < mostOverslept;
    setImmediate(() => {
      if (!this.ended) this.giveUp(new Unavailable('timeout', { fault }));
    });
  }

  private end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  /** A request that still waits for a connection is told at once, and aborted when its turn comes. */
  private giveUp(failure: Unavailable): void {
    this.end();
    this.failure ??= failure;
    this.reject(this.failure);
    this.controller?.abort(this.failure);
  }
}

// Each costs the reading of as much as is allowed, so a service that does nothing else is left alone.
const tooLarge = (): Unavailable => new Unavailable('too-large', { fault: true });

const brokenBy = (error: unknown): Unavailable =>
  new Unavailable('connection', {
    fault: true,
    repeatable: true,
    neverLeft: isConnectFailure(error),
  });

/** The connection was not even made, so that nothing of the request can have arrived. */
function isConnectFailure(error: unknown): boolean {
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (error instanceof AggregateError) return error.errors.every(isConnectFailure);
  return code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo';
}
