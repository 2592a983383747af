import { breachOf, isObject } from './breach.js';
import { catalogue } from './catalogue.js';
import { envelopeSchema } from './envelope-schema.js';
import type { EventOf, EventType } from './types.js';

/** Whether a value, as JSON gave it, is an event of this type, true to all that was promised of it. */
export const isEvent = <Type extends EventType>(
  type: Type,
  value: unknown,
): value is EventOf<Type> => whyNoEvent(type, value) === null;

/** Whether it is an event that this version knows; what is newer than it is not. */
export const isKnownEvent = (value: unknown): value is EventOf =>
  isObject(value) && isEventType(value['type']) && isEvent(value['type'], value);

export const isEventType = (type: unknown): type is EventType =>
  typeof type === 'string' && Object.hasOwn(catalogue, type);

/** What keeps a value from being an event of this type, for a log: it holds none of the value. */
export function whyNoEvent(type: EventType, value: unknown): string | null {
  if (!isObject(value)) return 'the event is no object';
  const breach = breachOf(envelopeSchema, value, 'event');
  if (breach !== null) return breach;
  if (value['type'] !== type) return 'event.type is another one';
  const { schema, key } = catalogue[type];
  const broken = breachOf(schema, value['data'], 'event.data');
  if (broken !== null) return broken;
  const { [key]: subject } = value['data'] as Record<string, unknown>;
  return String(subject) === value['subject'] ? null : `event.subject is not event.data.${key}`;
}
