import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Requirement } from './access.js';
import { collectRequirements, findRefusal } from './access.js';
import { limitExceeded, refusal } from '../errors.js';
import type { Graph } from '../graph/graph.js';
import { findExcess } from './limits.js';
import type { RequestContext } from '../front/request-context.js';

type Checked = WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, readonly Requirement[]>>;

/** What may pass: refuses an operation that is too large or not this caller's, before it is planned. */
export function admission(graph: Graph): ApolloServerPlugin<RequestContext> {
  const checked: Checked = new WeakMap();
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation({ schema, document, operation, contextValue }) {
      const chosen = requireOperation(operation);
      const { role } = contextValue.caller;
      const excess = findExcess(document, chosen, role);
      if (excess !== null) throw limitExceeded(excess.limit, excess.allowed, excess.asked);
      refuseUnlessAllowed(requirementsOf(checked, graph, schema, document, chosen), role);
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
    throw refusal('BAD_USER_INPUT', 400, 'Subscriptions are not served here.');
  }
  return operation;
}

/** Documents are kept parsed, so each is walked once per version of the graph. */
function requirementsOf(
  checked: Checked,
  graph: Graph,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Requirement[] {
  const known =
    checked.get(schema) ?? new WeakMap<OperationDefinitionNode, readonly Requirement[]>();
  checked.set(schema, known);
  const requirements =
    known.get(operation) ?? collectRequirements(graph.rulesOf(schema), schema, document, operation);
  known.set(operation, requirements);
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
