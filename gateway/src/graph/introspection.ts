import type { DocumentNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { KnownOperation } from '../operations/known-operation.js';

/**
 * Whether an operation is about the schema itself. The schema answers those without the planner, which
 * does not know all that tools ask for (`isOneOf`) and has nothing to plan.
 */
export function asksOnlyTheSchema({ document, operation }: KnownOperation): boolean {
  return onlyTheSchema(operation.selectionSet, document);
}

function onlyTheSchema({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return onlyTheSchema(selection.selectionSet, document);
    const name = selection.name.value;
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return (
      fragment !== undefined &&
      'selectionSet' in fragment &&
      onlyTheSchema(fragment.selectionSet, document)
    );
  });
}
