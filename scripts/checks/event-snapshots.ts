import type { EventContract } from '@jejaring/schema/events/contract';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** The part of JSON Schema 2020-12 that contracts may use; what is not here cannot be compared. */
export interface EventSchema {
  $schema?: string;
  $id?: string;
  /** `extensible` on an enum: readers accept values that they do not know. */
  $comment?: string;
  title?: string;
  description?: string;
  type?: string;
  properties?: Record<string, EventSchema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  items?: EventSchema;
}

/** What was promised about one event, as everybody outside reads it. */
export interface EventSnapshot {
  type: string;
  topic: string;
  key: string;
  description: string;
  /** Whether the topic is open to every subscriber. */
  dataClass: 'public' | 'restricted';
  schema: EventSchema;
  /** Every sample ever published. */
  samples: unknown[];
}

export const snapshotFolder = 'schema/events/snapshots';

// One case is one person: its single events are for our own services and the event-hub.
const restrictedTopics = new Set(['jejaring.welfare-cases']);

/** The snapshot that the code makes now, with the samples of the stored one kept. */
export function toSnapshot(contract: EventContract, stored?: EventSnapshot): EventSnapshot {
  const { type, topic, key, description, sample } = contract;
  const samples = stored?.samples ?? [];
  const known = samples.some((one) => isDeepStrictEqual(one, sample));
  return {
    type,
    topic,
    key,
    description,
    dataClass: restrictedTopics.has(topic) ? 'restricted' : 'public',
    schema: toSchema(contract),
    samples: known ? samples : [...samples, sample],
  };
}

function toSchema({ type, data, description }: EventContract): EventSchema {
  // Symbols with which TypeBox marks its schemas do not survive the way through JSON.
  const plain = JSON.parse(JSON.stringify(data)) as EventSchema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://jejaring.id/schema/events/${type}.json`,
    title: type,
    description,
    ...plain,
  };
}

export const printSnapshot = (snapshot: EventSnapshot) => JSON.stringify(snapshot, null, 2) + '\n';

/** Stored snapshots by type. */
export function readSnapshots(root: string): Map<string, EventSnapshot> {
  const folder = path.join(root, snapshotFolder);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const snapshots = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as EventSnapshot);
  return new Map(snapshots.map((snapshot) => [snapshot.type, snapshot]));
}
