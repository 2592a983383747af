import { awards } from '@jejaring/awards/service';
import type { Consumer } from '@jejaring/chassis/events/inbox';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { countDue } from './check-snapshots.js';
import type { Databases, ServiceName } from './databases.js';
import { services } from './databases.js';
import type { DumpedEvent } from './event-dump.js';
import { topicOf } from './event-dump.js';
import type { Ledger } from './ledger.js';

const consumersOf: Record<ServiceName, readonly Consumer[]> = {
  organizations: organizations.consumers,
  'welfare-cases': welfareCases.consumers,
  training: training.consumers,
  awards: awards.consumers,
};

/** What still waits in the outboxes, or is not followed by a listener yet. */
export async function countUnsettled(databases: Databases): Promise<number> {
  let unsettled = await countDue(databases);
  for (const speaker of services) {
    unsettled += await databases.count(speaker, 'select count(*) from outbox');
    const said = await saidBy(databases, speaker);
    for (const listener of listenersOf(speaker)) {
      const heard = await heardFrom(databases, listener, speaker);
      unsettled += [...said].filter(([key, last]) => heard.get(key) !== last).length;
    }
  }
  return unsettled;
}

const listenersOf = (speaker: ServiceName): ServiceName[] =>
  services.filter((listener) =>
    consumersOf[listener].some(({ contract }) => contract.topic === topicOf(speaker)),
  );

async function saidBy(databases: Databases, speaker: ServiceName): Promise<Map<string, number>> {
  const rows = await databases.rows<{ key: string; last: string }>(
    speaker,
    // Keys are ids with a prefix; the statistics of a region, whose key is its code, are for others.
    "select aggregateid as key, last from outbox_sequence where aggregateid like '%\\_%'",
  );
  return new Map(rows.map(({ key, last }) => [key, Number(last)]));
}

async function heardFrom(databases: Databases, listener: ServiceName, speaker: ServiceName) {
  const rows = await databases.rows<{ key: string; sequence: string }>(
    listener,
    'select key, sequence from inbox_position where topic = $1',
    [topicOf(speaker)],
  );
  return new Map(rows.map(({ key, sequence }) => [key, Number(sequence)]));
}

/** Every event that was decided reached its topic, in order, and none was made up. */
export async function checkTopics(
  databases: Databases,
  ledger: Ledger,
  events: readonly DumpedEvent[],
): Promise<void> {
  for (const speaker of services) {
    const said = await saidBy(databases, speaker);
    const arrived = firstArrivals(events.filter(({ topic }) => topic === topicOf(speaker)));
    for (const [key, last] of said) {
      const sequences = arrived.get(key) ?? [];
      const dense = sequences.length === last && sequences.every((each, at) => each === at + 1);
      if (!dense)
        ledger.violate('sequence', `${speaker} ${key}: ${sequences.join(' ')} of ${last}`);
    }
    for (const key of arrived.keys())
      if (!said.has(key)) ledger.violate('sequence', `${speaker} never spoke of ${key}`);
  }
}

/** Sequences per key in the order in which each event came first. */
function firstArrivals(events: readonly DumpedEvent[]): Map<string, number[]> {
  const seen = new Set<string>();
  const arrived = new Map<string, number[]>();
  for (const { id, key, sequence } of events) {
    if (seen.has(id)) continue;
    seen.add(id);
    const known = arrived.get(key);
    if (known) known.push(sequence);
    else arrived.set(key, [sequence]);
  }
  return arrived;
}

/** Every event has exactly one effect in each reaction that waits for it. */
export async function checkEffects(
  databases: Databases,
  ledger: Ledger,
  events: readonly DumpedEvent[],
): Promise<number> {
  const types = new Map(events.map(({ id, type }) => [id, type]));
  let effects = 0;
  for (const service of services) {
    const rows = await databases.rows<{ name: string }>(
      service,
      `select consumer || ' ' || event_id as name from inbox`,
    );
    const claimed = new Set(rows.map(({ name }) => name));
    const expected = new Set<string>();
    for (const { name, contract } of consumersOf[service])
      for (const [id, type] of types) if (type === contract.type) expected.add(`${name} ${id}`);
    effects += expected.size;
    const missing = [...expected].filter((name) => !claimed.has(name)).length;
    const extra = [...claimed].filter((name) => !expected.has(name)).length;
    if (missing + extra > 0)
      ledger.violate('effect', `${service}: ${missing} effects missing, ${extra} too many`);
  }
  return effects;
}

export async function checkNothingWaits(databases: Databases, ledger: Ledger): Promise<void> {
  for (const service of services) {
    const waiting = await databases.count(service, 'select count(*) from outbox');
    if (waiting > 0) ledger.violate('outbox', `${service}: ${waiting} events were never sent`);
    const parked = await databases.count(service, 'select count(*) from parked_event');
    if (parked > 0) ledger.violate('parked', `${service}: ${parked} events wait for an operator`);
  }
}
