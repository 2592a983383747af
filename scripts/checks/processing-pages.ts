import type { PersonKind } from '@jejaring/trust/privacy/person-kind';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import { sayClauses } from '@jejaring/trust/rights/words.rules';
import { isObjectType } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { schemaOf } from './subgraphs.js';

/** What a service says of the persons that it holds, and of who reads their rows. */
export interface ServiceProcessing {
  name: string;
  kinds: readonly PersonKind[];
  tables: readonly TablePolicy[];
}

const introduction = [
  '# Register of processing',
  '',
  'The register of processing activities of UU 27/2022, article 31. Made from what each service says of its persons (`services/*/src/privacy`), its policies and the classes of its fields by `npm run schema`; `npm run check` refuses a field of a person without purpose, legal basis and retention.',
  '',
  'Periods are those that come with the software; the officer of the nation may set others (`set…RetentionPeriod`). Who reads what, field by field: [rights](rights.md).',
];

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function sayKind(kind: PersonKind, tables: readonly TablePolicy[]): string[] {
  const { table, purpose, basis, source, retention, holds, shownIn } = kind;
  const policy = tables.find((each) => each.table === table);
  return [
    '',
    `### \`${table}\``,
    '',
    `- **Purpose**: ${purpose.en} (${purpose.id})`,
    `- **Legal basis**: \`${basis}\`: ${source}`,
    `- **Retention** \`${retention.name}\`: ${retention.months} months from: ${retention.starts.en} Then the person is erased: key, fingerprints and what names them. Duty: ${retention.source}`,
    `- **Read by**: ${policy ? sayClauses(policy.read) : 'nobody'}`,
    `- **Shown in**: ${shownIn.map((type) => `\`${type}\``).join(', ') || 'no type of the graph'}`,
    '',
    '| table | field | class |',
    '| --- | --- | --- |',
    ...holds.flatMap((held) =>
      Object.entries(held.fields).map(
        ([field, as]) => `| ${held.table} | ${cell(field)} | ${as} |`,
      ),
    ),
  ];
}

/** The register as a page. */
export const printProcessing = (services: readonly ServiceProcessing[]): string =>
  [
    ...introduction,
    ...services.flatMap(({ name, kinds, tables }) => [
      '',
      `## ${name}`,
      ...kinds.flatMap((kind) => sayKind(kind, tables)),
    ]),
    '',
  ].join('\n');

/** Types of the graph that show something of a person. */
function personalTypes(subgraph: Subgraph): string[] {
  const types = Object.values(schemaOf(subgraph).getTypeMap()).filter(isObjectType);
  return types
    .filter((type) =>
      Object.values(type.getFields()).some(({ astNode }) =>
        astNode?.directives?.some(
          ({ name, arguments: given = [] }) =>
            name.value === 'classified' &&
            given.some(
              ({ value }) =>
                value.kind === 'StringValue' && ['personal', 'specific'].includes(value.value),
            ),
        ),
      ),
    )
    .map(({ name }) => name);
}

/** What is shown of persons without a purpose, a legal basis and an end. */
export function checkProcessing(
  services: readonly ServiceProcessing[],
  subgraphs: readonly Subgraph[],
): Finding[] {
  return subgraphs.flatMap((subgraph) => {
    const kinds = services.find(({ name }) => name === subgraph.name)?.kinds ?? [];
    const known = new Set(kinds.flatMap(({ shownIn }) => shownIn));
    return personalTypes(subgraph)
      .filter((type) => !known.has(type))
      .map((type) => ({
        place: `${subgraph.name}: ${type}`,
        says: 'shows personal data that no kind of person accounts for (purpose, basis, retention)',
      }));
  });
}
