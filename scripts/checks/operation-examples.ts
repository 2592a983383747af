import type { Example } from '@jejaring/gateway/front/ready-operations';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import {
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  parse,
  typeFromAST,
} from 'graphql';
import type { OperationFacts } from './operation-facts.js';
import { sayCaller } from './operation-pages.js';
import type { Subgraph } from './subgraphs.js';
import { schemaOf } from './subgraphs.js';

/** What people want of the service that a query begins at. */
const wishes: Readonly<Record<string, string>> = {
  organizations: 'Look up regions, organizations and offices',
  'welfare-cases': 'Care for cases and referrals',
  training: 'Follow trainings and who is sent',
  awards: 'Follow competitions and how they are judged',
};

/** Of each published operation how to try it: what the explorer offers. */
export function printExamples(
  operations: readonly OperationFacts[],
  services: readonly Subgraph[],
  api: GraphQLSchema,
): string {
  const groups = new Map(services.flatMap((service) => [...groupsOf(service)]));
  const examples = operations.map((facts): [string, Example] => [
    facts.name,
    {
      group: groupOf(facts, groups),
      purpose: facts.purpose,
      hint: sayHint(facts),
      variables: facts.budget ? variablesOf(facts.budget) : placeholdersOf(facts, api),
    },
  ]);
  return JSON.stringify(Object.fromEntries(examples), null, 2) + '\n';
}

function groupsOf(service: Subgraph): [coordinate: string, group: string][] {
  const fields = Object.keys(schemaOf(service).getQueryType()?.getFields() ?? {});
  return fields.map((field) => [`Query.${field}`, wishes[service.name] ?? service.name]);
}

function groupOf({ kind, coordinates }: OperationFacts, groups: ReadonlyMap<string, string>) {
  if (kind === 'mutation') return 'Say or change something (with a token)';
  if (kind === 'subscription') return 'Watch as it happens';
  return [...coordinates].map((each) => groups.get(each)).find(Boolean) ?? 'Look up';
}

function sayHint(facts: OperationFacts): string {
  const { budget } = facts;
  if (budget === null) return '';
  const id = budget.idFrom ? ` The id: first of ${budget.idFrom}.` : '';
  return `As ${sayCaller(facts)}.${id}`;
}

const variablesOf = ({ variables, idFrom }: NonNullable<OperationFacts['budget']>) =>
  idFrom ? { id: '', ...variables } : variables;

/** What has to be given, to be filled in. */
function placeholdersOf({ text }: OperationFacts, api: GraphQLSchema): Record<string, unknown> {
  const given = getOperationAST(parse(text))?.variableDefinitions ?? [];
  return Object.fromEntries(
    given.flatMap(({ variable, type: node, defaultValue }) => {
      const type = typeFromAST(api, node) as GraphQLInputType;
      return isNonNullType(type) && !defaultValue ? [[variable.name.value, placeholder(type)]] : [];
    }),
  );
}

const scalars: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: false };

function placeholder(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return placeholder(type.ofType);
  if (isListType(type)) return [placeholder(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name] ?? '';
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, placeholder(field.type)]));
}
