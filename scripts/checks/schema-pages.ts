import { argumentsOf } from '@jejaring/gateway/admission/linked-directives';
import type {
  ConstDirectiveNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeNode,
} from 'graphql';
import { isSpecifiedScalarType, isTypeDefinitionNode, Kind, parse, print } from 'graphql';
import type { Composed } from './composition.js';
import type { OperationFacts } from './operation-facts.js';
import { sayCaller } from './operation-pages.js';
import type { RecordedUsage } from './recorded-usage.js';
import { sayTimes } from './recorded-usage.js';
import { escapeHtml, framePage } from './schema-page-frame.js';
import { entityOwners } from './subgraphs.js';

const introduction =
  'Made from the graph by <code>npm run schema</code>: what can be asked, by whom, which service knows it, and which published operations ask it. Whose roles are not named may ask the field; which rows they then see: <a href="rights.md">rights</a>. What can go wrong: <a href="problems.md">problems</a>.';

/** The graph for who writes a client: one page, searchable, that needs nothing from elsewhere. */
export function printSchemaPage(
  { supergraph, api }: Pick<Composed, 'supergraph' | 'api'>,
  operations: readonly OperationFacts[],
  usage: RecordedUsage | null = null,
): string {
  const types = parse(supergraph, { noLocation: true })
    .definitions.filter(isTypeDefinitionNode)
    .filter(({ name }) => api.getType(name.value) !== undefined)
    .sort((one, other) => rankOf(one, api) - rankOf(other, api) || byName(one, other));
  const page = new SchemaPage(api, operations, usage);
  const main = [
    '<h2>Published operations</h2>',
    ...operations.map((facts) => sayOperation(facts, usage)),
    '<h2>Types</h2>',
    ...types.map((type) => page.sayType(type)),
  ];
  return framePage({
    title: 'Jejaring: the graph',
    introduction,
    main: main.join('\n'),
    searchFor: 'Search names, words, roles, services, operations',
  });
}

/** What can be asked first comes first; then everything by name. */
function rankOf({ name }: TypeDefinitionNode, api: GraphQLSchema): number {
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()];
  const rank = roots.findIndex((root) => root?.name === name.value);
  return rank < 0 ? roots.length : rank;
}

const byName = (one: TypeDefinitionNode, other: TypeDefinitionNode) =>
  one.name.value < other.name.value ? -1 : 1;

function sayOperation(facts: OperationFacts, usage: RecordedUsage | null): string {
  const { name, kind, purpose, text, cost, budget } = facts;
  const limits = budget
    ? `, at most ${budget.requests} requests to services and ${budget.statements} SQL statements; asked as ${sayCaller(facts)}`
    : '';
  return [
    `<details id="op-${name}"><summary><small>${kind}</small> <b>${name}</b> ${words(purpose)}</summary>`,
    `<p><small>${[`cost ${cost}${limits}`, ...sayUse('asked', usage?.operations[name], usage)].join(' · ')}</small></p><pre>${escapeHtml(text.trimEnd())}</pre></details>`,
  ].join('\n');
}

const kinds: Readonly<Record<string, string>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

class SchemaPage {
  private readonly users = new Map<string, string[]>();

  constructor(
    private readonly api: GraphQLSchema,
    operations: readonly OperationFacts[],
    private readonly usage: RecordedUsage | null,
  ) {
    for (const { name, coordinates } of operations)
      for (const coordinate of coordinates)
        this.users.set(coordinate, [...(this.users.get(coordinate) ?? []), name]);
  }

  sayType(type: TypeDefinitionNode): string {
    const { name, kind } = type;
    const members: readonly Member[] =
      'fields' in type ? (type.fields ?? []) : 'values' in type ? (type.values ?? []) : [];
    const list = members.map((member) => this.sayMember(type, member));
    const services = servicesOf(type.directives, 'join__type').join(', ');
    return [
      `<details id="${name.value}"><summary><small>${kinds[kind]}</small> <b>${name.value}</b> <small>${services}</small></summary>`,
      ...(type.description ? [`<p>${words(type.description.value)}</p>`] : []),
      ...this.sayRelations(type),
      ...(list.length > 0 ? ['<ul>', ...list, '</ul>'] : []),
      '</details>',
    ].join('\n');
  }

  private sayRelations(type: TypeDefinitionNode): string[] {
    const interfaces = 'interfaces' in type ? (type.interfaces ?? []) : [];
    const members = 'types' in type ? (type.types ?? []) : [];
    const say = (label: string, named: readonly TypeNode[]) =>
      named.length > 0
        ? [`<p><small>${label} ${named.map((each) => this.link(each)).join(', ')}</small></p>`]
        : [];
    return [...say('Is a', interfaces), ...say('One of', members)];
  }

  private sayMember(type: TypeDefinitionNode, member: Member): string {
    const coordinate = `${type.name.value}.${member.name.value}`;
    const output = member.kind === Kind.FIELD_DEFINITION;
    const args = output ? (member.arguments ?? []) : [];
    const shown = args.map((each) => this.sayInput(each)).join(', ');
    const signature =
      member.kind === Kind.ENUM_VALUE_DEFINITION
        ? member.name.value
        : member.kind === Kind.FIELD_DEFINITION
          ? `<b>${member.name.value}</b>${shown ? `(${shown})` : ''}: ${this.link(member.type)}`
          : this.sayInput(member);
    const notes = [
      ...sayDeprecation(member.directives),
      ...(output ? this.sayRules(type, member, coordinate) : []),
    ];
    const told = args.filter(({ description }) => description);
    return [
      `<li id="${coordinate}"><code>${signature}</code> ${words(member.description?.value)}`,
      ...(notes.length > 0 ? [`<br><small>${notes.join(' · ')}</small>`] : []),
      ...told.map(
        ({ name, description }) =>
          `<br><small><code>${name.value}</code> ${words(description?.value)}</small>`,
      ),
      '</li>',
    ].join('');
  }

  private sayRules(type: TypeDefinitionNode, field: FieldDefinitionNode, coordinate: string) {
    const roles = stringsOf(field.directives, 'access', 'roles');
    const guarded = stringsOf(field.directives, 'classified', 'as');
    const users = this.users.get(coordinate) ?? [];
    return [
      `<b>service</b> ${ownersOf(type, field).join(', ')}`,
      ...(roles.length > 0 ? [`<b>only</b> ${roles.join(', ')}`] : []),
      ...(guarded.length > 0 ? [`<b>class</b> ${guarded.join(', ')}`] : []),
      ...(users.length > 0 ? [`<b>asked by</b> ${users.map(linkOperation).join(', ')}`] : []),
      ...sayUse('<b>used</b>', this.usage?.coordinates[coordinate], this.usage),
    ];
  }

  private sayInput({ name, type, defaultValue }: InputValueDefinitionNode): string {
    const fallback = defaultValue ? ` = ${escapeHtml(print(defaultValue))}` : '';
    return `${name.value}: ${this.link(type)}${fallback}`;
  }

  private link(type: TypeNode): string {
    if (type.kind === Kind.NON_NULL_TYPE) return `${this.link(type.type)}!`;
    if (type.kind === Kind.LIST_TYPE) return `[${this.link(type.type)}]`;
    const known = this.api.getType(type.name.value);
    const name = type.name.value;
    return known && !isSpecifiedScalarType(known) ? `<a href="#${name}">${name}</a>` : name;
  }
}

const sayUse = (verb: string, times: number | undefined, usage: RecordedUsage | null): string[] =>
  usage === null ? [] : [`${verb} ${sayTimes(times ?? 0, usage)}`];

const linkOperation = (name: string) => `<a href="#op-${name}">${name}</a>`;

type Directives = readonly ConstDirectiveNode[] | undefined;

const named = (directives: Directives, name: string) =>
  (directives ?? []).filter((each) => each.name.value === name).map(argumentsOf);

function stringsOf(directives: Directives, name: string, argument: string): string[] {
  return named(directives, name).flatMap((given) => given[argument] as string | string[]);
}

function sayDeprecation(directives: Directives): string[] {
  return named(directives, 'deprecated').map(
    ({ reason }) =>
      `<span class="gone"><b>deprecated</b> ${words(String(reason ?? 'without a reason'))}</span>`,
  );
}

/** `WELFARE_CASES` is how the supergraph writes `welfare-cases`. */
const servicesOf = (directives: Directives, name: string): string[] =>
  named(directives, name)
    .filter(({ graph, external }) => graph !== undefined && external !== true)
    .map(({ graph }) => String(graph).toLowerCase().replaceAll('_', '-'));

/** Who answers a field: those that say so, or of what all of them carry the owner of the entity. */
function ownersOf(type: TypeDefinitionNode, field: FieldDefinitionNode): string[] {
  const said = servicesOf(field.directives, 'join__field');
  if (said.length > 0) return said;
  const owner = entityOwners[type.name.value];
  return owner === undefined ? servicesOf(type.directives, 'join__type') : [owner];
}

/** Descriptions are Markdown of which only code is used. */
const words = (text: string | undefined): string =>
  escapeHtml((text ?? '').replace(/\s+/g, ' ').trim()).replace(/`([^`]+)`/g, '<code>$1</code>');
