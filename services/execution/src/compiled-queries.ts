import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type {
  ASTNode,
  ASTVisitor,
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  execute,
  getNamedType,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

export interface Asked<Context> {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  context: Context;
  variables: Record<string, unknown>;
}

type Compiled<Context> = (
  root: unknown,
  context: Context,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * What the compiler gets wrong: types that are found asynchronously (an entity's is known at once),
 * and variables within a written list or object.
 */
function isBeyondCompiler(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isBeyond = false;
  const visitor: ASTVisitor = {
    Field() {
      const type = getNamedType(types.getType());
      isBeyond ||= isAbstractType(type) && type.name !== '_Entity';
    },
    Variable(_node, _key, parent) {
      isBeyond ||= Array.isArray(parent) || (parent as ASTNode).kind === Kind.OBJECT_FIELD;
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return isBeyond;
}

/** A query as a program; null for what has to be interpreted. */
export function compile<Context>(
  schema: GraphQLSchema,
  { document, operation }: Pick<Asked<Context>, 'document' | 'operation'>,
): Compiled<Context> | null {
  if (operation.operation !== 'query' || isBeyondCompiler(schema, document)) return null;
  const compiled = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(compiled) ? compiled.query : null;
}

const mostPrograms = 500;

/**
 * Executes what is asked: a query that comes again is compiled. Commands, and what cannot be compiled,
 * are interpreted, and so are variables that do not fit, for the words that clients know.
 */
export function createExecutor<Context>(schema: GraphQLSchema, { compileAtOnce = false } = {}) {
  const known = new Map<OperationDefinitionNode, Compiled<Context> | null>();
  const seen = new WeakSet<OperationDefinitionNode>();
  const find = (asked: Asked<Context>): Compiled<Context> | null => {
    const { operation } = asked;
    const comesAgain = compileAtOnce || seen.has(operation);
    if (known.has(operation)) return known.get(operation) ?? null;
    seen.add(operation);
    if (!comesAgain) return null;
    // A program takes more room than its text, and whoever asks chooses how many there are.
    if (known.size >= mostPrograms) known.delete(known.keys().next().value!);
    const compiled = compile(schema, asked);
    known.set(operation, compiled);
    return compiled;
  };
  return async (asked: Asked<Context>): Promise<ExecutionResult> => {
    const { document, operation, context, variables } = asked;
    const answer = await find(asked)?.(undefined, context, variables);
    if (answer !== undefined && 'data' in answer) return answer;
    return execute({
      schema,
      document,
      operationName: operation.name?.value,
      contextValue: context,
      variableValues: variables,
    });
  };
}

/** Apollo Server takes an executor of one's own only from what it believes to be a gateway. */
export function executing<Context extends BaseContext>(
  schema: GraphQLSchema,
): ApolloServerOptionsWithGateway<Context>['gateway'] {
  const executor = createExecutor<Context>(schema);
  return {
    load: async () => ({
      executor: async ({ document, operation, context, request: { variables = {} } }) =>
        (await executor({
          document,
          operation: operation!,
          context: context as Context,
          variables,
        })) as never,
    }),
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
