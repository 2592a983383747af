import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { ResolveReference } from '@jejaring/execution/entities';
import { entitiesOf } from '@jejaring/execution/entities';
import { callPlainly, readPlainFields } from '@jejaring/execution/plain-fields';
import { houseHeader } from '@jejaring/schema/directives';
import type { GraphQLSchema } from 'graphql';
import { isObjectType, lexicographicSortSchema, parse } from 'graphql';
import type { ClassType, NonEmptyArray } from 'type-graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';

import { checkAccess } from './access.js';
import type { GraphContext } from './context.js';
import { Instant } from './scalars.js';

/** What a service puts into the graph. */
export interface SubgraphDefinition {
  resolvers: NonEmptyArray<ClassType>;
  /** Types that no resolver mentions, such as entities that only others point to. */
  types?: ClassType[];
  references: Record<string, ResolveReference<GraphContext>>;
}

/** The field by which what one service adds to a type of all services is called. */
export const fieldOf = (service: string): string =>
  service.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

function buildClasses({ resolvers, types }: SubgraphDefinition): GraphQLSchema {
  readPlainFields();
  return buildSchemaSync({
    resolvers,
    ...(types ? { orphanedTypes: types } : {}),
    authChecker: checkAccess,
    authMode: 'error',
    // A failed check must not repeat the input, which may be personal.
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
    scalarsMap: [{ type: Date, scalar: Instant }],
    skipCheck: true,
  });
}

/** The SDL that composition reads, sorted so that a diff shows only what changed. */
export function printSubgraph(definition: SubgraphDefinition, header = houseHeader): string {
  const sorted = lexicographicSortSchema(buildClasses(definition));
  return `${header}${printSchemaWithDirectives(sorted)}\n`;
}

/** The executable subgraph. */
export function buildSubgraph(definition: SubgraphDefinition, header = houseHeader): GraphQLSchema {
  const schema = buildClasses(definition);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const name of Object.keys(definition.references)) {
    if (!isObjectType(schema.getType(name)))
      throw new Error(`No type ${name} to resolve references of.`);
  }
  callPlainly(resolvers, definition.resolvers);
  resolvers.Query = { ...resolvers.Query, _entities: entitiesOf(definition.references) };
  const typeDefs = parse(header + printSchemaWithDirectives(schema));
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}
