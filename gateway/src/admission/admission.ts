import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { Requirement } from './access.js';
import { collectRequirements, findRefusal } from './access.js';
import { limitExceeded, refusal } from '../errors.js';
import type { Graph } from '../graph/graph.js';
import { findExcess } from './limits.js';
import type { RequestContext } from '../front/request-context.js';
import { readVariables } from '../operations/answering.js';
import type { KnownOperation } from '../operations/known-operation.js';
import { chooseOperation } from '../operations/known-operation.js';
import type { OperationBook } from '../operations/operation-book.js';

type Checked = WeakMap<KnownOperation, readonly Requirement[]>;

export interface Admission {
  /**
   * Throws a refusal unless this caller may ask this operation with these variables now. They are as
   * the schema reads them, and none where they cannot be read: that is refused later, in other words.
   */
  admit(
    operation: KnownOperation,
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<void> | void;
}

/** What may pass: refuses an operation that is too large or not this caller's, before it is planned. */
export function createAdmission(graph: Graph): Admission {
  const checked: Checked = new WeakMap();
  return {
    admit(known, _variables, { caller: { role } }) {
      const excess = findExcess(known.document, known.operation, role);
      if (excess !== null) throw limitExceeded(excess.limit, excess.allowed, excess.asked);
      refuseUnlessAllowed(requirementsOf(checked, graph, known), role);
    },
  };
}

/** Enters into the book what Apollo Server found valid, and lets admission look at it. */
export function admitting(
  admission: Admission,
  book: OperationBook,
): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation(asked) {
      const { schema, queryHash, source, document, request, contextValue } = asked;
      requireOperation(asked.operation);
      const entered = book.enter(schema, { id: queryHash, text: source, document });
      const known = chooseOperation(entered, request.operationName)!;
      const variables = readVariables(known, request.variables);
      const read = 'coerced' in variables ? variables.coerced : {};
      await admission.admit(known, read, contextValue);
    },
  };
  return { requestDidStart: async () => listener };
}

function requireOperation(
  operation: OperationDefinitionNode | undefined | null,
): OperationDefinitionNode {
  if (!operation) {
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'The document has no operation of this name, or several and no name.',
    );
  }
  if (operation.operation === 'subscription') {
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'Subscriptions are served at /graphql/stream and over WebSocket.',
    );
  }
  return operation;
}

/** Documents are kept parsed, so each is walked once per version of the graph. */
function requirementsOf(
  checked: Checked,
  graph: Graph,
  known: KnownOperation,
): readonly Requirement[] {
  const found = checked.get(known);
  if (found !== undefined) return found;
  const { schema, document, operation } = known;
  const requirements = collectRequirements(graph.rulesOf(schema), schema, document, operation);
  checked.set(known, requirements);
  return requirements;
}

function refuseUnlessAllowed(requirements: readonly Requirement[], role: string): void {
  const refused = findRefusal(requirements, role);
  if (refused === null) return;
  const { coordinate } = refused;
  if (role === 'PUBLIC') {
    throw refusal('UNAUTHENTICATED', 401, `Sign in to ask ${coordinate}.`, { coordinate });
  }
  throw refusal('FORBIDDEN', 403, `The role ${role} may not ask ${coordinate}.`, { coordinate });
}
