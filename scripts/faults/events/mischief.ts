import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { deadLetterTopic } from '@jejaring/chassis/events/react';
import { toRecord } from '@jejaring/chassis/testing/graph-client';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { EventRecord, EventTransport } from '@jejaring/transports/transport';
import type { Random } from '../../proof/random.js';
import { spoken } from './wiring.js';

export const deadLettersOf = deadLetterTopic;

/** What must wait for an operator in the end, by whom and why. */
export interface Parked {
  hub: Record<string, number>;
  listeners: Record<string, number>;
}

/** Sends what no speaker would: doubles, old ones late, unreadable ones, kinds that nobody knows yet. */
export class Mischief {
  readonly expected: Parked = { hub: {}, listeners: {} };
  doubled = 0;

  constructor(
    private readonly transport: EventTransport,
    private readonly random: Random,
  ) {}

  /** Events that were there before come again, out of their order. */
  async sayAgain(seen: readonly EventRecord[]): Promise<void> {
    if (seen.length === 0) return;
    const again = Array.from({ length: 20 }, () => this.random.pick(seen));
    // The log knows an id and takes it once: a new one for the record, the old one for the event.
    const doubles = again.map((record) => ({
      ...record,
      headers: { ...record.headers, id: randomUUID() },
    }));
    await this.send(doubles);
    this.doubled += doubles.length;
  }

  async sayNonsense(): Promise<void> {
    const key = this.freshKey();
    const whole = this.event(key, 1);
    const headers = { ...whole.headers };
    delete (headers as Partial<typeof headers>).ce_time;
    await this.send([{ ...whole, headers }, this.event(key, 1), this.event(key, 2)]);
    this.expect('MALFORMED', 'BEHIND', 'BEHIND');
  }

  async breakPromise(): Promise<void> {
    await this.send([{ ...this.event(this.freshKey(), 1), value: '{"winners":"many"}' }]);
    this.expect('INVALID');
  }

  /** The hub keeps what it does not know yet for later; a listener that does not wait for it goes on. */
  async sayUnknown(): Promise<void> {
    const whole = this.event(this.freshKey(), 1);
    const type = spoken.type.replace('.v1', '.v2');
    await this.send([{ ...whole, headers: { ...whole.headers, ce_type: type } }]);
    this.count(this.expected.hub, 'INVALID');
  }

  async leaveGap(): Promise<void> {
    await this.send([this.event(this.freshKey(), 2)]);
    this.expect('GAP');
  }

  private freshKey = () => encodeId('cmp', randomUUID());

  private event(key: string, sequence: number): EventRecord {
    const data = { ...spoken.sample, competitionId: key, regionCode: '32.79', winners: sequence };
    return toRecord(spoken, key, data, sequence);
  }

  private expect(...reasons: string[]): void {
    for (const reason of reasons)
      for (const parked of Object.values(this.expected) as Record<string, number>[])
        this.count(parked, reason);
  }

  private count(parked: Record<string, number>, reason: string): void {
    parked[reason] = (parked[reason] ?? 0) + 1;
  }

  /** Again and again, under the same ids, as a relay does: the broker may be away. */
  private async send(records: readonly EventRecord[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.transport.publish(records);
      } catch (error) {
        if (tries === 60) throw error;
        await pause(500);
      }
    }
  }
}
