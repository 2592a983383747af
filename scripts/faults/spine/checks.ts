import type { Stack } from '#stack';
import { checkCopies } from './check-copies.js';
import { checkAcknowledged, checkAggregates } from './check-commands.js';
import { checkEffects, checkNothingWaits, checkTopics } from './check-events.js';
import type { Databases } from './databases.js';
import { checkSnapshots } from './check-snapshots.js';
import { dumpEvents } from './event-dump.js';
import type { Ledger } from './ledger.js';

export interface Checked {
  /** Different events on all topics. */
  events: number;
  /** Reactions that these events wait for, all of them found done once. */
  effects: number;
  /** States from which a subscriber may begin, each as far as its events. */
  snapshots: number;
}

/** Compares what the clients were told with what all databases and topics hold. */
export async function checkEverything(
  stack: Stack,
  databases: Databases,
  ledger: Ledger,
  since: Date,
): Promise<Checked> {
  await checkAcknowledged(databases, ledger);
  await checkAggregates(databases, ledger, since);
  await checkNothingWaits(databases, ledger);
  await checkCopies(databases, ledger);
  const events = await dumpEvents(stack);
  await checkTopics(databases, ledger, events);
  const effects = await checkEffects(databases, ledger, events);
  const snapshots = await checkSnapshots(stack, databases, ledger);
  return { events: new Set(events.map(({ id }) => id)).size, effects, snapshots };
}
