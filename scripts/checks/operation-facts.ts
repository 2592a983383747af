import { costOf } from '@jejaring/gateway/admission/cost';
import type { CostRules } from '@jejaring/gateway/admission/cost-rules';
import { readCostRules } from '@jejaring/gateway/admission/cost-rules';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { parse, TypeInfo, valueFromASTUntyped, visit, visitWithTypeInfo } from 'graphql';
import type { PublishedQuery } from '../proof/published-operations.js';
import { operationOf } from './client-package.js';
import type { Composed } from './composition.js';
import type { OperationFile } from './operations.js';

/** What can be known of a published operation before anybody asks it. */
export interface OperationFacts {
  name: string;
  kind: string;
  /** What it is for, in the words of its file. */
  purpose: string;
  text: string;
  /** What admission weighs it with, asked with its example. */
  cost: number;
  /** How the demo data is asked and what that may take; null for what is no query. */
  budget: PublishedQuery | null;
  /** `Type.field` of all that it asks. */
  coordinates: ReadonlySet<string>;
}

/** The published operations by name, as the graph and their budgets have them. */
export function readFacts(
  files: readonly OperationFile[],
  { supergraph, api }: Pick<Composed, 'supergraph' | 'api'>,
  budgets: Readonly<Record<string, PublishedQuery>>,
): OperationFacts[] {
  const rules = readCostRules(supergraph);
  return files.map(({ text }) => {
    const document = parse(text);
    const operation = operationOf(document);
    const name = operation.name?.value ?? '';
    const budget = budgets[name] ?? null;
    return {
      name,
      kind: operation.operation,
      purpose: purposeOf(text),
      text,
      cost: weigh(rules, api, document, { ...defaultsOf(operation), ...budget?.variables }),
      budget,
      coordinates: coordinatesOf(document, api),
    };
  });
}

function weigh(
  rules: CostRules,
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
): number {
  return costOf(rules, { document, operation: operationOf(document), schema }, variables);
}

/** The comment that the file begins with. */
function purposeOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

function coordinatesOf(document: DocumentNode, api: GraphQLSchema): ReadonlySet<string> {
  const coordinates = new Set<string>();
  const types = new TypeInfo(api);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (parent) coordinates.add(`${parent.name}.${name.value}`);
      },
    }),
  );
  return coordinates;
}
