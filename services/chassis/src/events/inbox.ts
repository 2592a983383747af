import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import { systemCaller } from '../work/scope.rules.js';
import type { Database, Work } from '../work/unit-of-work.js';
import type { ReceivedEvent } from './cloud-event.js';
import { keepsContract, parseData, readMeta } from './cloud-event.js';
import { judgePlace } from './follow-key.rules.js';
import type { ParkReason } from './parking.js';
import { isParked, park } from './parking.js';
import type { ReceivedRecord } from '@jejaring/transports/transport';

/** What a service does when another one speaks. */
export interface Consumer<C extends EventContract = EventContract> {
  /** `<service>.<what it does>`. */
  name: string;
  contract: C;
  /** Set where nothing may be passed over: an event of a kind that nobody here knows is set aside. */
  hearsAll?: true;
  react(work: Work, event: ReceivedEvent<EventData<C>>): Promise<void>;
}

/** Declares a reaction: done once per event, in the transaction that remembers it. */
export const when = <C extends EventContract>(
  name: string,
  contract: C,
  react: Consumer<C>['react'],
): Consumer => ({ name, contract, react }) as unknown as Consumer;

export type Outcome = 'done' | 'seen' | 'parked';

/**
 * Moves the position of a key to its next event, under a lock on it. Of the first of a key there is
 * nothing to lock: whoever writes second finds that it was taken.
 */
async function follow(work: Work, topic: string, event: ReceivedEvent) {
  const { key, epoch, sequence } = event;
  const [known] = await work.sql<{ epoch: number; sequence: number }>(
    'select epoch, sequence::float8 from inbox_position where topic = $1 and key = $2 for update',
    [topic, key],
  );
  const verdict = judgePlace(known, event);
  if (verdict !== 'next') return verdict;
  const moved = await work.sql(
    `insert into inbox_position as p (topic, key, epoch, sequence) values ($1, $2, $3, $4)
     on conflict (topic, key) do update set epoch = $3, sequence = $4
     where (p.epoch, p.sequence) < ($3::integer, $4::bigint) returning key`,
    [topic, key, epoch, sequence],
  );
  return moved.length > 0 ? verdict : 'seen';
}

async function reactOnce(work: Work, consumers: readonly Consumer[], event: ReceivedEvent) {
  for (const consumer of consumers) {
    const claimed = await work.sql(
      'insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id',
      [consumer.name, event.id],
    );
    // Delivered at least once; this row makes the reaction happen once.
    if (claimed.length > 0) await consumer.react(work, event as ReceivedEvent<never>);
  }
}

/** Reacts to one record in one transaction, or sets it and its key aside for an operator. */
export const consume = (
  database: Database,
  consumers: readonly Consumer[],
  record: ReceivedRecord,
  options: { fromParking?: boolean } = {},
): Promise<Outcome> =>
  database.inWork({ caller: systemCaller('events'), readOnly: false }, (work) =>
    consumeIn(work, consumers, record, options),
  );

/** The same in a transaction that is there already. */
export async function consumeIn(
  work: Work,
  consumers: readonly Consumer[],
  record: ReceivedRecord,
  options: { fromParking?: boolean } = {},
): Promise<Outcome> {
  const aside = async (reason: ParkReason): Promise<Outcome> => {
    await park(work, record, reason);
    return 'parked';
  };
  const meta = readMeta(record);
  if (meta === null) return aside('MALFORMED');
  if (!options.fromParking && (await isParked(work, record))) return aside('BEHIND');
  const wanted = consumers.filter(({ contract }) => contract.type === meta.type);
  if (wanted.length === 0 && consumers.some(({ hearsAll }) => hearsAll)) return aside('INVALID');
  const event = { ...meta, data: parseData(record.value) };
  const speaksOf = ({ contract }: Consumer) =>
    keepsContract(contract, event.data) && String(event.data[contract.key]) === meta.key;
  if (!wanted.every(speaksOf)) return aside('INVALID');
  const verdict = await follow(work, record.topic, event);
  if (verdict === 'seen') return 'seen';
  if (verdict === 'gap') return aside('GAP');
  await reactOnce(work, wanted, event);
  return 'done';
}
