import type { EventData, EventType } from './types.js';

/** The part of JSON Schema 2020-12 that events use. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  /** `extensible` on an enum: accept values that you do not know. */
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly items?: Schema;
}

/** What was promised of one event. */
export interface Promised<Type extends EventType = EventType> {
  readonly topic: string;
  /** The service that says it. */
  readonly owner: string;
  /** The field of the data that is the key of its record, and its `subject`. */
  readonly key: string;
  readonly description: string;
  /** The same in Indonesian. */
  readonly descriptionId: string;
  /** Whether its topic is open to every subscriber. */
  readonly dataClass: 'public' | 'restricted';
  readonly deprecated?: { readonly since: string; readonly replacedBy?: string };
  readonly schema: Schema;
  /** The fields in Indonesian, by path: `cells[].measure`. */
  readonly fieldsId: Readonly<Record<string, string>>;
  /** Every sample ever published: what you read must read them all. */
  readonly samples: readonly EventData[Type][];
}

export type Catalogue = { readonly [Type in EventType]: Promised<Type> };
