import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@jejaring/chassis/process/log';
import { rest } from '@jejaring/chassis/process/rest';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import { Bell } from '../feed/bell.js';
import type { Egress } from '../webhook/egress.js';
import type { Claimed } from './claim.js';
import { claim } from './claim.js';
import type { DeliveryMetrics } from './delivery-metrics.js';
import { asDispatcher, fanOut } from './fan-out.js';
import type { Tried } from './settle.js';
import { settle } from './settle.js';

const lookEveryMs = 500;
const afterFaultMs = 1_000;
const stopWithinMs = 5_000;
const mostInFlight = 384;
const mostSettledAtOnce = 500;

export interface DispatcherOptions {
  database: Database;
  logger: Logger;
  metrics: DeliveryMetrics;
  /** Rings when events were kept. */
  bell: Bell;
  egress: Egress;
}

/**
 * Brings events from the feed to endpoints: one loop makes deliveries, one takes what is due and sends it,
 * one records. What is on its way when the process dies is due again when its lease is over.
 */
export class Dispatcher {
  private readonly stopping = new AbortController();
  private readonly made = new Bell();
  private readonly tried = new Bell();
  private readonly toSettle: Tried[] = [];
  private inFlight = 0;
  private loops: Promise<void>[] = [];

  constructor(private readonly options: DispatcherOptions) {}

  start(): void {
    const { bell } = this.options;
    this.loops = [
      this.keep('making deliveries', bell, () => this.makeAll()),
      this.keep('sending', this.made, () => this.sendDue()),
      this.keep('recording', this.tried, () => this.record()),
    ];
  }

  /** What is on its way may still arrive and be recorded; the rest is sent by whoever comes next. */
  async stop(): Promise<void> {
    const until = Date.now() + stopWithinMs;
    this.stopping.abort();
    await Promise.all(this.loops);
    while (this.inFlight > 0 && Date.now() < until) await pause(20);
    try {
      while (await this.record());
    } catch (error) {
      const { length: unrecorded } = this.toSettle;
      this.options.logger.warn({ err: error, unrecorded }, 'not recorded, and so sent again');
    }
  }

  /** Acts until nothing is left to do, then sleeps until its bell rings: also when it rang meanwhile. */
  private async keep(what: string, bell: Bell, act: () => Promise<boolean>): Promise<void> {
    const { signal } = this.stopping;
    let rung: Promise<void> | null = null;
    while (!signal.aborted) {
      rung ??= bell.wait(lookEveryMs, signal);
      try {
        if (await act()) continue;
      } catch (error) {
        this.options.logger.warn({ err: error }, `${what} failed`);
        await rest(afterFaultMs, signal);
      }
      await rung;
      rung = null;
    }
  }

  private async makeAll(): Promise<boolean> {
    const more = await fanOut(this.options.database);
    this.made.ring();
    return more;
  }

  private async sendDue(): Promise<boolean> {
    const room = mostInFlight - this.inFlight;
    // Few at a time cost a statement each: rather wait for more places.
    if (room < mostInFlight / 4) return false;
    // Where outcomes cannot be written down, more of them would only be sent again.
    if (this.toSettle.length > mostSettledAtOnce) return false;
    const claimed = await this.options.database.inWork(asDispatcher, (work) => claim(work, room));
    for (const one of claimed) void this.send(one);
    return claimed.length > 0;
  }

  private async send(claimed: Claimed): Promise<void> {
    this.inFlight += 1;
    const { endpoint, body, eventId, sign } = claimed;
    const at = new Date();
    const headers = {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      ...sign(eventId, at, body),
    };
    const { egress, metrics } = this.options;
    const { outcome, retryAfterSeconds, ms } = await egress.send({
      method: 'POST',
      endpoint,
      headers,
      body,
    });
    this.inFlight -= 1;
    metrics.attempts.inc({ outcome });
    this.toSettle.push({ claimed, outcome, retryAfterSeconds, at, ms });
    this.tried.ring();
  }

  private async record(): Promise<boolean> {
    const batch = this.toSettle.slice(0, mostSettledAtOnce);
    if (batch.length === 0) return false;
    const { database, metrics } = this.options;
    const settled = await database.inWork(asDispatcher, (work) => settle(work, batch));
    // Only now: what could not be written down is tried again.
    this.toSettle.splice(0, batch.length);
    const now = Date.now();
    for (const { state, madeAt } of settled) {
      if (state !== 'WAITING') metrics.ended.inc({ state });
      if (state === 'DELIVERED') metrics.seconds.observe((now - madeAt.getTime()) / 1_000);
    }
    this.made.ring();
    return this.toSettle.length > 0;
  }
}
