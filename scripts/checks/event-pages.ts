import type { EventSchema, EventSnapshot } from './event-snapshots.js';

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** All events for who subscribes, one table per service. */
export function printEvents(snapshots: readonly EventSnapshot[]): string {
  const topics = [...new Set(snapshots.map(({ topic }) => topic))].sort();
  return [
    '# Events',
    '',
    'Made from `schema/events` by `npm run events`; each event’s JSON Schema and samples are in `schema/events/snapshots`.',
    '',
    'Events are CloudEvents 1.0. On Kafka they are in binary mode: the attributes are headers `ce_…`, the value is the data. Records of one key stay in order. Within a major version only optional fields are added; a reader ignores fields that it does not know. No event names a person. For people, in both languages and with examples: [asyncapi.html](asyncapi.html); for tools: `schema/asyncapi.json`.',
    '',
    ...topics.flatMap((topic) => tableOf(topic, snapshots)),
  ].join('\n');
}

function tableOf(topic: string, snapshots: readonly EventSnapshot[]): string[] {
  const events = snapshots.filter((snapshot) => snapshot.topic === topic);
  const restricted = events.some(({ dataClass }) => dataClass === 'restricted');
  const readers = restricted
    ? 'Restricted: our own services and the event-hub, which hands on what a subscriber may see.'
    : 'Open to every subscriber.';
  return [
    `## \`${topic}\``,
    '',
    `${readers} Said by ${[...new Set(events.map(({ owner }) => owner))].join(', ')}.`,
    '',
    '| type | said when | key | fields |',
    '| --- | --- | --- | --- |',
    ...events.map(rowOf),
    '',
  ];
}

function rowOf(snapshot: EventSnapshot): string {
  const { type, key, schema } = snapshot;
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : ', optional';
    return `\`${name}\` (${formOf(field)}${optional}): ${cell(field.description ?? '')}`;
  });
  return `| \`${type}\` | ${sayWhen(snapshot)} | \`${key}\` | ${fields.join('<br>')} |`;
}

function sayWhen({ description, descriptionId, deprecated }: EventSnapshot): string {
  const words = `${cell(description)}<br>*${cell(descriptionId)}*`;
  if (!deprecated) return words;
  const { since, replacedBy } = deprecated;
  return `${words}<br>**Deprecated** since ${since}${replacedBy ? `: read \`${replacedBy}\`` : ''}.`;
}

export function formOf(field: EventSchema): string {
  if (field.enum) return field.enum.length > 6 ? 'one of a list' : field.enum.join(', ');
  const prefix = /^\^([a-z]+_)\[/.exec(field.pattern ?? '')?.[1];
  if (prefix) return `\`${prefix}…\``;
  return field.items ? `list of ${formOf(field.items)}` : (field.format ?? field.type ?? 'any');
}
