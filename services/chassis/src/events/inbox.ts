import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import { keepPlan } from '../work/scope.js';
import { systemCaller } from '../work/scope.rules.js';
import type { Database, Work } from '../work/unit-of-work.js';
import type { EventMeta, ReceivedEvent } from './cloud-event.js';
import { keepsContract, parseData, readMeta } from './cloud-event.js';
import type { Place } from './follow-key.rules.js';
import { judgePlace } from './follow-key.rules.js';
import { lockPlaces, movePlaces } from './follow-keys.js';
import type { ParkReason } from './parking.js';
import { park, parkedAmong } from './parking.js';
import type { ReceivedRecord } from '@jejaring/transports/transport';

/** What a service does when another one speaks. */
export interface Consumer {
  /** `<service>.<what it does>`. */
  name: string;
  contract: EventContract;
  /** Set where nothing may be passed over: an event of a kind that nobody here knows is set aside. */
  hearsAll?: true;
  /** Given events that follow one another; several at once where consumers share it. */
  react(work: Work, events: readonly ReceivedEvent[]): Promise<void>;
}

/** Declares a reaction: done once per event, in the transaction that remembers it. */
export const when = <C extends EventContract>(
  name: string,
  contract: C,
  react: (work: Work, event: ReceivedEvent<EventData<C>>) => Promise<void>,
): Consumer => ({
  name,
  contract,
  async react(work, events) {
    for (const event of events) await react(work, event as ReceivedEvent<EventData<C>>);
  },
});

export type Outcome = 'done' | 'seen' | 'parked';

type Verdict =
  { next: ReceivedEvent; wanted: readonly Consumer[] } | { aside: ParkReason } | 'seen';

interface Following {
  consumers: readonly Consumer[];
  places: Map<string, Place>;
  parked: Set<string>;
}

/** What a record is to somebody who followed its key so far. */
function judge(
  { key, value }: ReceivedRecord,
  meta: EventMeta | null,
  { consumers, places, parked }: Following,
): Verdict {
  if (meta === null) return { aside: 'MALFORMED' };
  if (parked.has(key)) return { aside: 'BEHIND' };
  const wanted = consumers.filter(({ contract }) => contract.type === meta.type);
  if (wanted.length === 0 && consumers.some(({ hearsAll }) => hearsAll))
    return { aside: 'INVALID' };
  const event = { ...meta, data: parseData(value) };
  const speaksOf = ({ contract }: Consumer) =>
    keepsContract(contract, event.data) && String(event.data[contract.key]) === key;
  if (!wanted.every(speaksOf)) return { aside: 'INVALID' };
  const place = judgePlace(places.get(key), event);
  if (place === 'gap') return { aside: 'GAP' };
  return place === 'seen' ? place : { next: event, wanted };
}

async function judgeAll(
  work: Work,
  records: readonly ReceivedRecord[],
  { consumers, fromParking }: { consumers: readonly Consumer[]; fromParking: boolean },
): Promise<{ verdicts: Verdict[]; moves: Map<string, Place> }> {
  const [{ topic } = { topic: '' }] = records;
  const metas = records.map(readMeta);
  const keys = [...new Set(metas.flatMap((meta) => meta?.key ?? []))];
  // Looked for behind the lock: nobody else sets one of these keys aside meanwhile.
  const [places, parked] = await Promise.all([
    lockPlaces(work, topic, keys),
    fromParking ? new Set<string>() : parkedAmong(work, topic, keys),
  ]);
  const moves = new Map<string, Place>();
  const verdicts: Verdict[] = [];
  for (const [at, record] of records.entries()) {
    const verdict = judge(record, metas[at]!, { consumers, places, parked });
    verdicts.push(verdict);
    if (verdict === 'seen') continue;
    if ('aside' in verdict) {
      await park(work, record, verdict.aside);
      parked.add(record.key);
    } else {
      places.set(record.key, verdict.next);
      moves.set(record.key, verdict.next);
    }
  }
  return { verdicts, moves };
}

interface Wanted {
  consumer: Consumer;
  event: ReceivedEvent;
}

const claimSql = keepPlan(
  'inbox',
  `
  with given as (
    select * from unnest($1::text[], $2::uuid[]) with ordinality as given (consumer, event_id, place)
  ), claimed as (
    insert into inbox (consumer, event_id) select consumer, event_id from given
    on conflict do nothing returning consumer, event_id
  )
  select min(place)::integer as place from given join claimed using (consumer, event_id)
  group by consumer, event_id`,
);

/** Delivered at least once; these rows make each reaction happen once. */
async function claim(work: Work, wanted: readonly Wanted[]): Promise<Wanted[]> {
  if (wanted.length === 0) return [];
  const claimed = await work.sql<{ place: number }>(claimSql, [
    wanted.map(({ consumer }) => consumer.name),
    wanted.map(({ event }) => event.id),
  ]);
  const places = new Set(claimed.map(({ place }) => place));
  return wanted.filter((_one, index) => places.has(index + 1));
}

async function reactInTurn(work: Work, due: readonly Wanted[]): Promise<void> {
  for (let from = 0, to = 0; from < due.length; from = to) {
    const { react } = due[from]!.consumer;
    while (due[to]?.consumer.react === react) to += 1;
    const events = due.slice(from, to).map(({ event }) => event);
    await react(work, events);
  }
}

/** Reacts to records of one topic, in their order, in one transaction; sets aside, with its key, what waits for an operator. */
export const consume = (
  database: Database,
  consumers: readonly Consumer[],
  records: readonly ReceivedRecord[],
  options: { fromParking?: boolean } = {},
): Promise<Outcome[]> =>
  database.inWork({ caller: systemCaller('events'), readOnly: false }, (work) =>
    consumeIn(work, consumers, records, options),
  );

/** The same in a transaction that is there already. */
export async function consumeIn(
  work: Work,
  consumers: readonly Consumer[],
  records: readonly ReceivedRecord[],
  { fromParking = false }: { fromParking?: boolean } = {},
): Promise<Outcome[]> {
  const { verdicts, moves } = await judgeAll(work, records, { consumers, fromParking });
  const wanted = verdicts.flatMap((verdict) =>
    typeof verdict === 'object' && 'next' in verdict
      ? verdict.wanted.map((consumer) => ({ consumer, event: verdict.next }))
      : [],
  );
  const [moved, claimed] = await Promise.all([
    movePlaces(work, records[0]?.topic ?? '', moves),
    claim(work, wanted),
  ]);
  await reactInTurn(
    work,
    claimed.filter(({ event }) => moved.has(event.key)),
  );
  return verdicts.map((verdict) => {
    if (verdict === 'seen') return 'seen';
    if ('aside' in verdict) return 'parked';
    return moved.has(verdict.next.key) ? 'done' : 'seen';
  });
}
