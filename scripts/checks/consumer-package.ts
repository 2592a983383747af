import { envelope } from './event-envelope.js';
import type { EventSchema, EventSnapshot } from './event-snapshots.js';

const notice = '// Made from schema/events by `npm run events`; never edited by hand.\n';

/** The files of the workspace `consumers` that follow from the contracts. */
export const printConsumers = (snapshots: readonly EventSnapshot[]): [string, string][] => [
  ['consumers/src/types.ts', printTypes(snapshots)],
  ['consumers/src/envelope-schema.ts', printEnvelopeSchema()],
  ['consumers/src/catalogue.ts', printCatalogue(snapshots)],
];

function printTypes(snapshots: readonly EventSnapshot[]): string {
  const names = snapshots.map(({ type }) => `  '${type}': ${nameOf(type)};`);
  return [
    notice,
    '/** The data of each event, by its type. */',
    `export interface EventData {\n${names.join('\n')}\n}`,
    '',
    'export type EventType = keyof EventData;',
    '',
    '/** What stands around the data: attributes of CloudEvents 1.0. */',
    `export interface Envelope {\n${envelope.map(attributeOf).join('\n')}\n}`,
    '',
    '/** One event, or any of several; `type` tells which. */',
    'export type EventOf<Type extends EventType = EventType> = {',
    '  [Each in Type]: Envelope & { readonly type: Each; readonly data: EventData[Each] };',
    '}[Type];',
    '',
    ...snapshots.map(printData),
  ].join('\n');
}

function attributeOf({ name, schema, optional, en, id }: (typeof envelope)[number]): string {
  const form = schema.const === undefined ? 'string' : `'${schema.const}'`;
  return `  ${comment(en, id)}\n  readonly ${name}${optional ? '?' : ''}: ${form};`;
}

const comment = (en: string, id: string) => `/** ${en} · ${id} */`;

/** `welfare-cases.case.followed-up.v1` → `WelfareCasesCaseFollowedUpV1`. */
const nameOf = (type: string): string =>
  type
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function printData(snapshot: EventSnapshot): string {
  const { type, description, descriptionId, deprecated, schema } = snapshot;
  const instead = deprecated?.replacedBy ? ` Read \`${deprecated.replacedBy}\`.` : '';
  return [
    '/**',
    ` * ${description}`,
    ' *',
    ` * ${descriptionId}`,
    ...(deprecated ? [` * @deprecated Since ${deprecated.since}.${instead}`] : []),
    ' */',
    `export interface ${nameOf(type)} ${objectOf(schema, snapshot, '', '')}`,
    '',
  ].join('\n');
}

function objectOf(schema: EventSchema, snapshot: EventSnapshot, at: string, indent: string) {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${at}${name}`;
    const optional = schema.required?.includes(name) ? '' : '?';
    return [
      `${indent}  ${comment(field.description ?? '', snapshot.fieldsId[path] ?? '')}`,
      `${indent}  readonly ${name}${optional}: ${formOf(field, snapshot, path, `${indent}  `)};`,
    ];
  });
  return `{\n${fields.join('\n')}\n${indent}}`;
}

function formOf(field: EventSchema, snapshot: EventSnapshot, at: string, indent: string): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return unionOf(field.enum, field.$comment === 'extensible');
  if (field.items) return `ReadonlyArray<${formOf(field.items, snapshot, `${at}[]`, indent)}>`;
  if (field.properties) return objectOf(field, snapshot, `${at}.`, indent);
  const prefix = /^\^([a-z]+_)\[/.exec(field.pattern ?? '')?.[1];
  if (prefix) return `\`${prefix}\${string}\``;
  return field.type === 'integer' ? 'number' : (field.type ?? 'unknown');
}

/** A list that may grow within a major leaves room for what is not on it yet. */
function unionOf(values: readonly unknown[], extensible: boolean): string {
  const listed = values.map((value) => JSON.stringify(value)).join(' | ');
  return extensible ? `${listed} | (string & {})` : listed;
}

function printEnvelopeSchema(): string {
  const schema = {
    type: 'object',
    required: envelope.filter(({ optional }) => !optional).map(({ name }) => name),
    properties: Object.fromEntries(
      envelope.map(({ name, schema: bounds }) => [name, { type: 'string', ...bounds }]),
    ),
  };
  const headers = envelope.map(({ name, header }) => [header, name]);
  return [
    notice,
    "import type { Schema } from './schema.js';",
    '',
    '/** What bounds the attributes around the data. */',
    `export const envelopeSchema: Schema = ${JSON.stringify(schema, null, 2)};`,
    '',
    '/** The attribute that a header of a record of Kafka carries. */',
    `export const attributeOfHeader: ReadonlyMap<string, string> = new Map(${JSON.stringify(headers, null, 2)});`,
    '',
  ].join('\n');
}

function printCatalogue(snapshots: readonly EventSnapshot[]): string {
  const entries = snapshots.map(
    ({ type, ...rest }) => `  ${JSON.stringify(type)}: ${JSON.stringify(rest)},`,
  );
  return [
    notice,
    "import type { Catalogue } from './schema.js';",
    '',
    '/** What was promised of each event: its topic and key, words in both languages, schema and samples. */',
    `export const catalogue: Catalogue = {\n${entries.join('\n')}\n};`,
    '',
  ].join('\n');
}
