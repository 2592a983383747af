import type { Schema } from './schema.js';

/** Where a value first breaks a schema, and how, in words without the value; null where it does not. */
export function breachOf(schema: Schema, value: unknown, at: string): string | null {
  if (schema.type !== undefined && !hasType(schema.type, value))
    return `${at} is no ${schema.type}`;
  if (schema.const !== undefined && value !== schema.const) return `${at} is another constant`;
  if (schema.enum && !isListed(schema, value)) return `${at} is not among its values`;
  if (typeof value === 'string') return breachOfText(schema, value, at);
  if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    return `${at} is too small`;
  if (Array.isArray(value)) return breachOfItems(schema, value, at);
  return isObject(value) ? breachOfFields(schema, value, at) : null;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(type: string, value: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const isListed = ({ enum: values, $comment }: Schema, value: unknown): boolean =>
  $comment === 'extensible' || values!.includes(value);

function breachOfText({ pattern, format }: Schema, text: string, at: string): string | null {
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text))
    return `${at} is not as it is written`;
  const written = format === undefined ? undefined : formats[format];
  return written === undefined || written(text) ? null : `${at} is no ${format}`;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(`${text}T`);
}

const instant =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDay,
  'date-time': (text) => isDay(instant.exec(text)?.[1] ?? ''),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
};

function breachOfItems({ items }: Schema, list: readonly unknown[], at: string): string | null {
  if (items === undefined) return null;
  return first(list.keys(), (index) => breachOf(items, list[index], `${at}[${index}]`));
}

function breachOfFields(
  schema: Schema,
  fields: Record<string, unknown>,
  at: string,
): string | null {
  // As in JSON, which has no undefined: what is so is not there.
  const has = (name: string) => Object.hasOwn(fields, name) && fields[name] !== undefined;
  const missing = schema.required?.find((name) => !has(name));
  if (missing !== undefined) return `${at}.${missing} is missing`;
  const known = Object.entries(schema.properties ?? {}).filter(([name]) => has(name));
  return first(known, ([name, field]) => breachOf(field, fields[name], `${at}.${name}`));
}

function first<Item>(items: Iterable<Item>, judge: (item: Item) => string | null): string | null {
  for (const item of items) {
    const breach = judge(item);
    if (breach !== null) return breach;
  }
  return null;
}
