import type { ReceivedRecord } from '@jejaring/transports/transport';

interface Position {
  epoch: number;
  sequence: number;
}

type State = Record<string, unknown> | null;

const statuses: Record<string, string | null> = {
  submitted: 'SUBMITTED',
  returned: 'RETURNED',
  registered: 'ACTIVE',
  rejected: null,
  'became-dormant': 'DORMANT',
  reactivated: 'ACTIVE',
  suspended: 'SUSPENDED',
  reinstated: 'ACTIVE',
  dissolved: 'DISSOLVED',
};

const isAfter = (one: Position, other: Position) =>
  one.epoch > other.epoch || (one.epoch === other.epoch && one.sequence >= other.sequence);

/**
 * What a subscriber keeps of organizations, as docs/subscribe-kafka.md tells it to: a snapshot that
 * goes as far as what it has, or further, replaces it; an event that is the next one changes it; one
 * that comes too early waits for the snapshot that will hold it.
 */
export class Subscriber {
  readonly states = new Map<string, State>();
  readonly early = new Map<string, ReceivedRecord[]>();
  events = 0;
  private readonly positions = new Map<string, Position>();

  take(records: readonly ReceivedRecord[]): void {
    for (const record of records) {
      if (record.topic.endsWith('.snapshot')) this.replace(record);
      else this.hear(record);
    }
  }

  private replace(record: ReceivedRecord): void {
    const { key, value } = record;
    const at = positionOf(record);
    if (!isAfter(at, this.positions.get(key) ?? { epoch: 0, sequence: 0 })) return;
    this.positions.set(key, at);
    this.states.set(key, value === null ? null : (JSON.parse(value) as State));
    const waiting = this.early.get(key) ?? [];
    this.early.delete(key);
    for (const each of waiting) this.hear(each);
  }

  private hear(record: ReceivedRecord): void {
    const { key } = record;
    const at = positionOf(record);
    const held = this.positions.get(key) ?? { epoch: at.epoch, sequence: 0 };
    if (at.epoch < held.epoch || (at.epoch === held.epoch && at.sequence <= held.sequence)) return;
    if (at.epoch > held.epoch || at.sequence > held.sequence + 1) {
      this.early.set(key, [...(this.early.get(key) ?? []), record]);
      return;
    }
    this.events += 1;
    this.positions.set(key, at);
    this.states.set(key, nextState(this.states.get(key) ?? {}, record));
  }
}

const positionOf = ({ headers }: ReceivedRecord): Position => ({
  epoch: Number(headers['ce_epoch']),
  sequence: Number(headers['ce_sequence']),
});

function nextState(state: NonNullable<State>, { headers, value }: ReceivedRecord): State {
  const [, subject, verb] = headers['ce_type']!.split('.');
  const status = subject === 'organization' ? statuses[verb!] : state['status'];
  if (status === null || status === undefined) return null;
  const { organizationId, regionCode, kind, level } = JSON.parse(value!) as NonNullable<State>;
  const { kind: known, level: standing } = state;
  return { organizationId, regionCode, kind: kind ?? known, level: level ?? standing, status };
}
