import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import type { DocumentNode, SelectionSetNode } from 'graphql';
import { execute, Kind } from 'graphql';

/**
 * Answers questions about the schema itself from the schema, without the planner, which does not
 * know all that tools ask for (`isOneOf`) and has nothing to plan.
 */
export const answeringIntrospection =
  (executePlan: GatewayExecutor): GatewayExecutor =>
  async (request) => {
    const { schema, document, operation } = request;
    if (!asksOnlyTheSchema(operation.selectionSet, document)) return executePlan(request);
    const { operationName, variables } = request.request;
    return execute({
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
    });
  };

function asksOnlyTheSchema({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return asksOnlyTheSchema(selection.selectionSet, document);
    const name = selection.name.value;
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return (
      fragment !== undefined &&
      'selectionSet' in fragment &&
      asksOnlyTheSchema(fragment.selectionSet, document)
    );
  });
}
