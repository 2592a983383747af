import type { Finding } from './findings.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';
import { listFields } from './event-snapshots.js';

const keywords: ReadonlySet<string> = new Set<keyof EventSchema>([
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'enum',
  'const',
  'pattern',
  'format',
  'minimum',
  'items',
]);

const personal = new Set([
  'address',
  'birth',
  'born',
  'comment',
  'email',
  'name',
  'nik',
  'note',
  'notes',
  'phone',
  'reason',
  'remark',
  'text',
]);

/** What a single event must be, whatever stood before. */
export function checkPromise(snapshot: EventSnapshot): Finding[] {
  const { type, topic, owner, key, description, descriptionId, schema } = snapshot;
  const says: string[] = [];
  if (!/^[a-z-]+\.[a-z-]+\.[a-z-]+\.v[1-9]\d*$/.test(type)) {
    says.push('is not called <service>.<subject>.<past verb>.v<major>');
  }
  if (!`${topic}.`.startsWith(`jejaring.${type.split('.')[0]}.`)) says.push(`is sent on ${topic}`);
  if (description.trim() === '') says.push('has no description');
  if (descriptionId.trim() === '' || descriptionId === description)
    says.push('has no description in Indonesian (descriptionId)');
  if (owner !== type.split('.')[0]) says.push(`is owned by ${owner}`);
  if (!schema.required?.includes(key)) says.push(`its key ${key} is not a required field`);
  return [
    ...says,
    ...checkDeprecation(snapshot),
    ...checkFields('', schema),
    ...checkFieldWords(snapshot),
  ].map((one) => ({ place: type, says: one }));
}

function checkDeprecation({ type, deprecated }: EventSnapshot): string[] {
  if (deprecated === undefined) return [];
  const { since, replacedBy } = deprecated;
  const says: string[] = [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since)) says.push('is deprecated since no day');
  if (replacedBy === type) says.push('is replaced by itself');
  return says;
}

const checkFieldWords = ({ schema, fieldsId }: EventSnapshot): string[] =>
  listFields(schema)
    .filter(({ path }) => !fieldsId[path]?.trim())
    .map(({ path }) => `${path} has no words in Indonesian (schema/events/field-words.ts)`);

/** What only all of them together show. */
export function checkTogether(
  snapshots: readonly EventSnapshot[],
  words: Readonly<Record<string, string>>,
): Finding[] {
  const types = new Set(snapshots.map(({ type }) => type));
  const said = new Set(
    snapshots.flatMap(({ schema }) => listFields(schema).map(({ field }) => field.description)),
  );
  const successors = snapshots.flatMap(({ type, deprecated }) => {
    const next = deprecated?.replacedBy;
    return next === undefined || types.has(next)
      ? []
      : [{ place: type, says: `is replaced by ${next}, which is not there` }];
  });
  const idle = Object.keys(words).filter((each) => !said.has(each));
  return [
    ...successors,
    ...idle.map((each) => ({
      place: 'schema/events/field-words.ts',
      says: `no field is described as “${each}”`,
    })),
  ];
}

function checkFields(at: string, schema: EventSchema): string[] {
  const says = Object.keys(schema)
    .filter((keyword) => !keywords.has(keyword))
    .map((keyword) => `${at || 'the data'} uses ${keyword}, which cannot be compared`);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const place = at === '' ? name : `${at}.${name}`;
    if (!field.description?.trim()) says.push(`${place} has no description`);
    if (smellsPersonal(name)) says.push(`${place} sounds like data about a person`);
    says.push(...checkFields(place, field));
  }
  if (isFreeText(schema)) says.push(`${at} is free text: give a pattern, a format or an enum`);
  if (schema.items) says.push(...checkFields(`${at}[]`, schema.items));
  return says;
}

const smellsPersonal = (name: string) =>
  name.split(/(?=[A-Z])|_/).some((word) => personal.has(word.toLowerCase()));

const isFreeText = ({ type, pattern, format, enum: values, const: only }: EventSchema) =>
  type === 'string' && [pattern, format, values, only].every((bound) => bound === undefined);
