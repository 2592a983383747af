import type { AsyncApiParts, AudienceOf } from './asyncapi.js';
import { readers } from './asyncapi.js';
import { envelope } from './event-envelope.js';
import { exampleEvent, exampleRecord } from './event-examples.js';
import { formOf } from './event-pages.js';
import type { EventField, EventSnapshot } from './event-snapshots.js';
import { listFields } from './event-snapshots.js';
import { escapeHtml, framePage } from './schema-page-frame.js';

/** Every event for people of a ministry, in both languages: one page that needs nothing from elsewhere. */
export function printEventPage({ snapshots, audienceOf }: AsyncApiParts): string {
  const topics = [...new Set(snapshots.map(({ topic }) => topic))].sort();
  const main = [
    ...sayEnvelope(),
    ...topics.flatMap((topic) => [
      `<h2 id="${topic}"><code>${topic}</code></h2>`,
      ...snapshots
        .filter((snapshot) => snapshot.topic === topic)
        .map((snapshot) => sayEvent(snapshot, audienceOf)),
    ]),
  ];
  return framePage({
    title: 'Jejaring: peristiwa · events',
    introduction: `${both(introduction)} ${both({ en: 'Topics:', id: 'Topik:' })} ${topics.map((topic) => `<a href="#${topic}">${topic}</a>`).join(', ')}.`,
    main: main.join('\n'),
    searchFor: 'Cari nama, kata, layanan, isian · Search names, words, services, fields',
    bilingual: true,
  });
}

interface Words {
  en: string;
  id: string;
}

const introduction: Words = {
  en: 'What the services say when something has happened. No event names a person. Within a version only optional fields are added: ignore fields that you do not know. An event may come twice: remember ids. For tools there is `asyncapi.json`.',
  id: 'Apa yang disampaikan layanan ketika sesuatu telah terjadi. Tidak ada peristiwa yang menyebut nama orang. Dalam satu versi hanya ditambahkan isian pilihan: abaikan isian yang tidak dikenal. Suatu peristiwa dapat datang dua kali: ingatlah pengenalnya. Untuk perangkat lunak tersedia `asyncapi.json`.',
};

const audiences: Readonly<Record<string, Words>> = {
  EVERYBODY: { en: 'every subscriber', id: 'setiap pelanggan' },
  CONCERNED: {
    en: 'offices whose region holds its place, and who acts for an organization that it names',
    id: 'instansi yang wilayahnya mencakup tempat peristiwa, dan wakil organisasi yang disebutnya',
  },
  RESTRICTED: {
    en: 'who works on cases, in their region or for an organization that it names, and only of cases that they may see',
    id: 'petugas yang menangani kasus, di wilayahnya atau bagi organisasi yang disebutnya, dan hanya kasus yang boleh dilihatnya',
  },
  NOBODY: { en: 'nobody', id: 'tidak seorang pun' },
};

const both = ({ en, id }: Words): string =>
  `<span lang="id">${words(id)}</span><span lang="en">${words(en)}</span>`;

const words = (text: string): string => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function sayEnvelope(): string[] {
  const title = { en: 'Around every event', id: 'Amplop setiap peristiwa' };
  const rows = envelope.map(
    ({ name, header, optional, en, id }) =>
      `<li><code><b>${name}</b></code> · Kafka <code>${header}</code>${optional ? sayOptional : ''} — ${both({ en, id })}</li>`,
  );
  return [
    `<details id="envelope"><summary><small>CloudEvents 1.0</small> <b>${both(title)}</b></summary>`,
    '<ul>',
    ...rows,
    '</ul></details>',
  ];
}

const sayOptional = ` · ${both({ en: 'optional', id: 'pilihan' })}`;

function sayEvent(snapshot: EventSnapshot, audienceOf: AudienceOf): string {
  const { type, description, descriptionId, schema } = snapshot;
  return [
    `<details id="${type}"><summary><code><b>${type}</b></code> ${both({ en: description, id: descriptionId })}</summary>`,
    `<p><small>${sayCircumstances(snapshot, audienceOf).join(' · ')}</small></p>`,
    '<ul>',
    ...listFields(schema).map((field) => sayField(snapshot, field)),
    '</ul>',
    ...sayExample(snapshot),
    '</details>',
  ].join('\n');
}

function sayCircumstances(snapshot: EventSnapshot, audienceOf: AudienceOf): string[] {
  const { owner, topic, key, dataClass, deprecated, type } = snapshot;
  const label = (words: Words) => `<b>${both(words)}</b>`;
  return [
    ...(deprecated ? [sayDeprecation(deprecated)] : []),
    `${label({ en: 'service', id: 'layanan' })} ${owner}`,
    `${label({ en: 'data class', id: 'kelas data' })} ${dataClass}`,
    `${label({ en: 'key', id: 'kunci' })} <code>${key}</code>`,
    `${label({ en: 'Kafka', id: 'Kafka' })} <code>${topic}</code>: ${both(readers[dataClass])}`,
    `${label({ en: 'through the graph and the event-hub', id: 'melalui graf dan event-hub' })}: ${both(audiences[audienceOf(type)]!)}`,
  ];
}

function sayDeprecation({ since, replacedBy }: NonNullable<EventSnapshot['deprecated']>): string {
  const instead = replacedBy
    ? `: ${both({ en: 'read', id: 'gunakan' })} <a href="#${replacedBy}">${replacedBy}</a>`
    : '';
  const words = { en: `deprecated since ${since}`, id: `usang sejak ${since}` };
  return `<span class="gone"><b>${both(words)}</b>${instead}</span>`;
}

function sayField(
  { type, fieldsId }: EventSnapshot,
  { path, field, required }: EventField,
): string {
  const values = field.enum ?? [];
  const form =
    values.length > 0 ? both({ en: 'one of', id: 'salah satu dari' }) : words(formOf(field));
  const listed = values.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(' ');
  const said = both({ en: field.description ?? '', id: fieldsId[path] ?? '' });
  return `<li id="${type}:${path}"><code><b>${path}</b></code> ${form}${required ? '' : sayOptional} — ${said}${listed && `<br><small>${listed}</small>`}</li>`;
}

function sayExample(snapshot: EventSnapshot): string[] {
  const sample = snapshot.samples.at(-1);
  const { headers, key } = exampleRecord(snapshot, sample);
  const record = [`key: ${key}`, ...Object.entries(headers).map((header) => header.join(': '))];
  const show = (title: Words, text: string) =>
    `<p><small>${both(title)}</small></p><pre>${escapeHtml(text)}</pre>`;
  return [
    show(
      { en: 'Example, as one document over HTTP', id: 'Contoh, sebagai satu dokumen melalui HTTP' },
      JSON.stringify(exampleEvent(snapshot, sample), null, 2),
    ),
    show(
      {
        en: 'The same on Kafka: headers, then the value',
        id: 'Yang sama pada Kafka: header, lalu isinya',
      },
      `${record.join('\n')}\n\n${JSON.stringify(sample)}`,
    ),
  ];
}
