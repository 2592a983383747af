import { jsonSchemaOf } from '@jejaring/schema/events/contract';
import type { DataClass, Deprecation, EventContract } from '@jejaring/schema/events/contract';
import { fieldWords } from '@jejaring/schema/events/field-words';
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
  /** The service that says it. */
  owner: string;
  key: string;
  description: string;
  descriptionId: string;
  /** Whether the topic is open to every subscriber. */
  dataClass: DataClass;
  deprecated?: Deprecation;
  schema: EventSchema;
  /** Its fields in Indonesian, by their path: `cells[].measure`. */
  fieldsId: Record<string, string>;
  /** Every sample ever published. */
  samples: unknown[];
}

export const snapshotFolder = 'schema/events/snapshots';

/** The snapshot that the code makes now, with the samples of the stored one kept. */
export function toSnapshot(contract: EventContract, stored?: EventSnapshot): EventSnapshot {
  const { type, topic, owner, key, description, descriptionId, dataClass, deprecated } = contract;
  const { sample } = contract;
  const schema: EventSchema = jsonSchemaOf(contract);
  const samples = stored?.samples ?? [];
  const known = samples.some((one) => isDeepStrictEqual(one, sample));
  return {
    type,
    topic,
    owner,
    key,
    description,
    descriptionId,
    dataClass,
    ...(deprecated && { deprecated }),
    schema,
    fieldsId: Object.fromEntries(
      listFields(schema).map(({ path: at, field }) => [
        at,
        fieldWords[field.description ?? ''] ?? '',
      ]),
    ),
    samples: known ? samples : [...samples, sample],
  };
}

export interface EventField {
  /** `cells[].measure`. */
  path: string;
  field: EventSchema;
  required: boolean;
}

/** Every field of the data, those within lists behind their list. */
export function listFields(schema: EventSchema, at = ''): EventField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = `${at}${name}`;
    const required = schema.required?.includes(name) ?? false;
    const within = [
      ...listFields(field, `${here}.`),
      ...listFields(field.items ?? {}, `${here}[].`),
    ];
    return [{ path: here, field, required }, ...within];
  });
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
