import type { DocumentNode, FieldNode } from 'graphql';
import { execute, visit } from 'graphql';
import type { KnownOperation } from '../operations/known-operation.js';
import type { Data } from './data.js';
import { isAboutSchema, typename } from './data-keys.js';

/** No service can have said anything under such a key: names have no blanks. */
export const schemaKey = (responseKey: string): string => ` ${responseKey}`;

/** Answers what an operation asks about the schema beside all else, or null when that is nothing. */
export function describeBeside({
  document,
  operation,
  schema,
}: KnownOperation): ((variables: Readonly<Record<string, unknown>>) => Promise<Data>) | null {
  const asked = keepAboutSchema(document);
  if (asked === null) return null;
  const operationName = operation.name?.value ?? null;
  return async (variableValues) => {
    const { data } = await execute({ schema, document: asked, operationName, variableValues });
    return Object.fromEntries(
      Object.entries(data ?? {}).map(([key, value]) => [schemaKey(key), value]),
    );
  };
}

function keepAboutSchema(document: DocumentNode): DocumentNode | null {
  let found = false;
  const kept = visit(document, {
    Field(field): FieldNode | false {
      if (!isAboutSchema(field)) return typename;
      found = true;
      return false;
    },
  });
  return found ? kept : null;
}
