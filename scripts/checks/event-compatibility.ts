import { isDeepStrictEqual } from 'node:util';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';
import type { Finding } from './findings.js';

/**
 * Within a major, readers of yesterday read what is said tomorrow and the other way round.
 * So optional fields may come, and nothing else may change but words.
 */
export function checkCompatibility(stored: EventSnapshot, now: EventSnapshot): Finding[] {
  const says = [
    ...(['topic', 'key', 'dataClass'] as const)
      .filter((part) => stored[part] !== now[part])
      .map((part) => `${part} was ${stored[part]} and is ${now[part]}`),
    ...compareSchemas('', stored.schema, now.schema),
    ...checkSamples(stored, now),
  ];
  return says.map((one) => ({ place: now.type, says: one }));
}

const fixed = ['type', 'const', 'pattern', 'format', 'minimum'] as const;

function compareSchemas(at: string, stored: EventSchema, now: EventSchema): string[] {
  const place = at || 'the data';
  const changed = fixed
    .filter((keyword) => !isDeepStrictEqual(stored[keyword], now[keyword]))
    .map(
      (keyword) => `${place}: ${keyword} was ${show(stored[keyword])}, is ${show(now[keyword])}`,
    );
  return [
    ...changed,
    ...compareEnums(place, stored, now),
    ...compareFields(at, stored, now),
    ...compareItems(at, stored, now),
  ];
}

function compareEnums(place: string, stored: EventSchema, now: EventSchema): string[] {
  const before = stored.enum ?? [];
  const after = now.enum ?? [];
  if (stored.enum === undefined && now.enum === undefined) return [];
  const gone = before.filter((value) => !after.includes(value));
  const come = after.filter((value) => !before.includes(value));
  const extensible = [stored, now].every(({ $comment }) => $comment === 'extensible');
  const says = gone.map((value) => `${place}: ${show(value)} is gone from its values`);
  if (extensible && stored.enum !== undefined) return says;
  return says.concat(come.map((value) => `${place}: ${show(value)} is new among its values`));
}

function compareFields(at: string, stored: EventSchema, now: EventSchema): string[] {
  const before = stored.properties ?? {};
  const after = now.properties ?? {};
  const says: string[] = [];
  for (const [name, field] of Object.entries(before)) {
    const place = at === '' ? name : `${at}.${name}`;
    const wasRequired = stored.required?.includes(name) ?? false;
    const isRequired = now.required?.includes(name) ?? false;
    const current = after[name];
    if (current === undefined) {
      says.push(`${place} is gone`);
      continue;
    }
    if (wasRequired && !isRequired) says.push(`${place} is no longer required`);
    if (!wasRequired && isRequired) says.push(`${place} has become required`);
    says.push(...compareSchemas(place, field, current));
  }
  const come = Object.keys(after).filter((name) => !(name in before));
  const forced = come.filter((name) => now.required?.includes(name));
  return says.concat(forced.map((name) => `${at}${at && '.'}${name} is new and required`));
}

function compareItems(at: string, stored: EventSchema, now: EventSchema): string[] {
  if (stored.items === undefined && now.items === undefined) return [];
  return compareSchemas(`${at}[]`, stored.items ?? {}, now.items ?? {});
}

/** All that was ever published is valid now; what is published now was valid before. */
function checkSamples(stored: EventSnapshot, now: EventSnapshot): string[] {
  const accepts = validatorOf(now.schema);
  const accepted = validatorOf(stored.schema);
  const refused = stored.samples.filter((sample) => !accepts(sample));
  const foreign = now.samples.filter((sample) => !accepted(sample));
  return [
    ...refused.map((sample) => `a published sample is not valid any more: ${show(sample)}`),
    ...foreign.map((sample) => `readers of the stored schema refuse the sample ${show(sample)}`),
  ];
}

const ajv = addFormats.default(new Ajv2020({ strict: false }));

/** Whether data is what a schema promises. */
export function validatorOf({ $id: _id, ...schema }: EventSchema): (data: unknown) => boolean {
  const validate = ajv.compile(schema);
  return (data) => validate(data);
}

const show = (value: unknown) => JSON.stringify(value) ?? 'nothing';
