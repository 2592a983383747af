import { parse } from 'graphql';
import type { ConstDirectiveNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import type { TablePolicy } from '@jejaring/trust/rights/policy.rules';
import type { Duty } from '@jejaring/trust/rights/duty';
import { versionOf } from '@jejaring/trust/rights/row-policies';
import { nameRoles, sayClauses, sayCommands } from '@jejaring/trust/rights/words.rules';
import type { Subgraph } from './subgraphs.js';

/** What a service says of rights: its tables, and which hands must be two. */
export interface ServiceRights {
  name: string;
  tables: readonly TablePolicy[];
  duties: readonly Duty[];
}

const introduction = [
  '# Rights',
  '',
  'Made from the policies of each service and the graph by `npm run schema`.',
  '',
  'Each table of a service has one policy, which is data. From it come the row-level security of the database (the service logs in as a role that cannot get round it), the condition with which lists look for rows, and the answers of `viewerCan`. *Region holds* means: the region range of the caller’s role contains the place of the row, compared by whole segments. *Organization* is the one that the caller acts for. A role rests on a token and, where the register knows the person, on a running appointment or seat: when that ends, the next request is the public’s.',
  '',
  'The service itself (`SYSTEM`: consumers of events, chores, the loading of reference data) may do everything, for a purpose that the audit names; nobody from outside can be it. Rows are removed by the service alone.',
  '',
  'That the predicate, the condition, row-level security and an independent oracle agree: `npm run bench -- rights`. Which personal data is read for what purpose: the audit. What is counted and shown to whom: [suppression](decisions/0008-thresholds-of-suppression.md).',
];

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function sayTable(policy: TablePolicy): string[] {
  return [
    '',
    `### \`${policy.table}\` (${policy.access})`,
    '',
    `- **Read**: ${sayClauses(policy.read)}.`,
    `- **Add and change**: ${sayClauses(policy.write)}.`,
    ...sayCommands(policy).map(
      ({ commands, who }) => `- ${commands.map((command) => `\`${command}\``).join(' ')}: ${who}.`,
    ),
  ];
}

const strings = (directive: ConstDirectiveNode): string[] =>
  (directive.arguments ?? []).flatMap(({ value }) => {
    if (value.kind === 'StringValue') return [value.value];
    return value.kind === 'ListValue'
      ? value.values.map((each) => (each as { value: string }).value)
      : [];
  });

const directiveOf = ({ directives = [] }: FieldDefinitionNode, name: string) =>
  directives.find((directive) => directive.name.value === name);

const objectsOf = ({ sdl }: Subgraph) =>
  parse(sdl).definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === 'ObjectTypeDefinition',
  );

/** Fields that only some roles may ask at all. */
function sayFields(subgraph: Subgraph): string[] {
  const byWho = new Map<string, string[]>();
  for (const { name, fields = [] } of objectsOf(subgraph)) {
    for (const field of fields) {
      const access = directiveOf(field, 'access');
      if (!access) continue;
      const who = nameRoles(strings(access));
      byWho.set(who, [...(byWho.get(who) ?? []), `\`${name.value}.${field.name.value}\``]);
    }
  }
  return [...byWho].map(([who, fields]) => `| ${who} | ${fields.join(', ')} |`).sort();
}

/** Fields by how closely they are guarded (UU PDP 27/2022, article 4). */
function sayClasses(subgraph: Subgraph): string[] {
  const byClass = new Map<string, string[]>();
  for (const { name, fields = [] } of objectsOf(subgraph)) {
    for (const field of fields) {
      const classified = directiveOf(field, 'classified');
      if (!classified) continue;
      const [as = ''] = strings(classified);
      byClass.set(as, [...(byClass.get(as) ?? []), `\`${name.value}.${field.name.value}\``]);
    }
  }
  return [...byClass].map(([as, fields]) => `| ${as} | ${fields.join(', ')} |`).sort();
}

const tableOf = (title: string, head: string, rows: readonly string[]) =>
  rows.length === 0
    ? []
    : [
        '',
        `### ${title}`,
        '',
        `| ${head} |`,
        `| ${head.replace(/[^|]+/g, ' --- ').trim()} |`,
        ...rows,
      ];

const sayDuty = ({ command, apart, test }: Duty) =>
  `| \`${command}\` | ${cell(apart)} | \`${test}\` |`;

/** Who may do and see what, for an auditor: every table, command, guarded field and separated duty. */
export function printRights(
  services: readonly ServiceRights[],
  subgraphs: readonly Subgraph[],
): string {
  const sections = services.flatMap(({ name, tables, duties }) => {
    const subgraph = subgraphs.find((each) => each.name === name)!;
    const sorted = [...tables].sort((one, other) => (one.table < other.table ? -1 : 1));
    return [
      '',
      `## ${name}`,
      '',
      `Version \`${versionOf(tables)}\`: entries of the audit that were decided under these rights say so.`,
      ...tableOf('Fields for some roles', 'who | fields', sayFields(subgraph)),
      ...tableOf('Fields by class', 'class | fields', sayClasses(subgraph)),
      ...tableOf('Duties of two hands', 'command | apart | test', duties.map(sayDuty)),
      ...sorted.flatMap(sayTable),
    ];
  });
  return [...introduction, ...sections, ''].join('\n');
}
