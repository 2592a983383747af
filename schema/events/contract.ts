import type { Static, TObject } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import type { IdPrefix } from '../ids.js';

type EventType = `${string}.${string}.${string}.v${number}`;

export type DataClass = 'public' | 'restricted';

export interface Deprecation {
  since: string;
  /** What says it instead, if anything does. */
  replacedBy?: EventType;
}

// One case is one person: its single events are for our own services and the event-hub.
const restrictedTopics: ReadonlySet<string> = new Set(['jejaring.welfare-cases']);

/** What one kind of event promises to everybody who reads it. */
export interface EventContract<Data extends TObject = TObject> {
  /** `<service>.<subject>.<past verb>.v<major>`. */
  type: EventType;
  /** `jejaring.<service>`, or a channel of it; the key on it is what stands in `key`. */
  topic: string;
  /** The service that says it. */
  owner: string;
  /** Of its whole topic: whether anybody may subscribe, or it speaks of single persons, if without their names. */
  dataClass: DataClass;
  description: string;
  /** The same sentence in Indonesian. */
  descriptionId: string;
  /** Set when it will cease; the date is when that was said. */
  deprecated?: Deprecation;
  /** The field of the data whose order matters: records of one key stay in order. */
  key: string;
  data: Data;
  /** A valid example; every sample ever published stays valid in the same major. */
  sample: Static<Data>;
}

export type EventData<C> = C extends EventContract<infer Data> ? Static<Data> : never;

/** Declares an event. Names nobody: ids, codes and numbers only, no names, no free text. */
export function contract<Data extends TObject>(definition: {
  type: EventType;
  /** A topic of its own beside the service's, for readers with other rights: `jejaring.<service>.<channel>`. */
  channel?: string;
  description: string;
  descriptionId: string;
  deprecated?: Deprecation;
  key: Extract<keyof Static<Data>, string>;
  data: Data;
  sample: Static<Data>;
}): EventContract<Data> {
  const { channel, ...promise } = definition;
  const owner = promise.type.slice(0, promise.type.indexOf('.'));
  const topic = ['jejaring', owner, ...(channel === undefined ? [] : [channel])].join('.');
  return {
    ...promise,
    owner,
    topic,
    dataClass: restrictedTopics.has(topic) ? 'restricted' : 'public',
  };
}

/** The address that every event names as its `dataschema`. */
export const schemaAddress = (type: string) => `https://jejaring.id/schema/events/${type}.json`;

/** What an event promises, as everybody outside reads it: JSON Schema 2020-12 of its data. */
export const jsonSchemaOf = ({ type, description, data }: EventContract) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: schemaAddress(type),
  title: type,
  description,
  // Symbols with which TypeBox marks its schemas do not survive the way through JSON.
  ...(JSON.parse(JSON.stringify(data)) as object),
});

/** An id as events carry it: TypeID of the given prefix. */
export const id = (prefix: IdPrefix, description: string) =>
  Type.String({ pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`, description });

/** A region code of the interior ministry (kode wilayah), dotted: `32`, `32.79`, `32.79.04`, `32.79.04.2006`. */
export const regionCode = (description = 'Region code of the interior ministry, dotted.') =>
  Type.String({ pattern: '^[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?$', description });

export const oneOf = <const Values extends readonly string[]>(
  values: Values,
  description: string,
) => Type.Unsafe<Values[number]>({ type: 'string', enum: values, description });

/** A calendar date, ISO 8601. */
export const date = (description: string) => Type.String({ format: 'date', description });

export const count = (description: string) => Type.Integer({ minimum: 0, description });

/** Open content: a reader ignores what it does not know, so that a minor version may add fields. */
export const data = Type.Object;
