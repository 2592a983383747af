import type { FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Subscriber } from '../door/admit.js';
import type { DoorParts } from '../door/parts.js';
import { Refused, refusedBy } from '../door/problem.js';
import type { Ask } from './ask.rules.js';
import { mostAtOnce } from './ask.rules.js';
import type { FeedPosition } from './cursor.rules.js';
import { toCursor } from './cursor.rules.js';
import type { Page } from './read-page.js';
import { readPage } from './read-page.js';

/** A sign of life as often as this; with it, token and appointment are looked at again. */
const beatMs = 15_000;
/** Who takes nothing for so long comes back when they can, from where they are. */
const drainWithinMs = 60_000;

export interface TellerParts extends DoorParts {
  request: FastifyRequest;
  response: ServerResponse;
}

/**
 * Tells one reader what concerns it, until it leaves, its rights end, or the process stops. Nothing is
 * kept for it but its place: what it does not take is read again when it comes back.
 */
export class Teller {
  private readonly gone = new AbortController();
  private readonly signal: AbortSignal;
  private readonly beatMs: number;
  private place!: FeedPosition;
  private wroteAt = performance.now();
  private checkedAt = performance.now();

  constructor(
    private readonly parts: TellerParts,
    private readonly ask: Ask,
  ) {
    this.beatMs = parts.beatMs ?? beatMs;
    this.signal = AbortSignal.any([this.gone.signal, parts.readers.stopped]);
    parts.response.on('close', () => this.gone.abort());
  }

  async tell(caller: Subscriber, from: FeedPosition): Promise<void> {
    this.place = from;
    try {
      await this.tellOn(caller);
      // Without a last word a reader comes back by itself, to another process.
      this.parts.response.end();
    } catch (error) {
      this.endWith(refusedBy(error));
    }
  }

  private async tellOn(first: Subscriber): Promise<void> {
    const { database, tail } = this.parts;
    const { region, types } = this.ask;
    const concerns = { region, types: new Set(types) };
    for (let caller = first; !this.signal.aborted;) {
      caller = await this.recheck(caller);
      // The appointment is judged in each reading.
      const ask = { ...this.ask, limit: mostAtOnce };
      const page = await readPage({ database, caller, ask, form: 'frames' }, this.place);
      await this.give(page);
      if (!page.atEnd || this.signal.aborted) continue;
      const waiting = { ...concerns, after: this.place.position };
      const position = await tail.wait(waiting, this.idleMs, this.signal);
      this.place = { ...this.place, position };
      this.beat();
    }
  }

  private get idleMs(): number {
    return Math.max(1, this.wroteAt + this.beatMs - performance.now());
  }

  /** The token again: it may have ended, and its issuer may have withdrawn the key. */
  private async recheck(caller: Subscriber): Promise<Subscriber> {
    if (performance.now() - this.checkedAt < this.beatMs) return caller;
    const found = await this.parts.admit(this.parts.request).catch((error: unknown) => {
      // An issuer that is away for a moment ends nothing; the next look is soon.
      if (error instanceof Refused && error.code === 'AUTH_UNAVAILABLE') return caller;
      throw error;
    });
    this.checkedAt = performance.now();
    return found;
  }

  private async give(page: Page): Promise<void> {
    const { response, figures } = this.parts;
    this.place = page.next;
    if (page.count === 0) return;
    figures.sent.inc({ door: 'stream' }, page.count);
    this.wroteAt = performance.now();
    if (!response.write(page.text)) await this.drained();
  }

  private async drained(): Promise<void> {
    const { response, figures } = this.parts;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        response.off('drain', end);
        this.signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(() => {
        figures.cut.inc();
        response.destroy();
        end();
      }, drainWithinMs);
      response.on('drain', end);
      this.signal.addEventListener('abort', end);
    });
  }

  /** A comment that keeps proxies awake, and an id without an event, which moves `Last-Event-ID` on. */
  private beat(): void {
    if (this.signal.aborted || performance.now() - this.wroteAt < this.beatMs) return;
    this.wroteAt = performance.now();
    this.parts.response.write(`:\nid: ${toCursor(this.place)}\n\n`);
  }

  /** Says why it ends; a passing failure is told by coming to an end, and the reader comes back. */
  private endWith(refused: Refused): void {
    const { response, figures, logger, request } = this.parts;
    if (this.gone.signal.aborted) return;
    figures.refused.inc({ code: refused.code });
    if (refused.status >= 500) {
      logger.warn({ err: refused.cause, requestId: request.id }, 'a stream ended');
      response.end();
      return;
    }
    response.end(`event: end\ndata: ${JSON.stringify(refused.body)}\n\n`);
  }
}
