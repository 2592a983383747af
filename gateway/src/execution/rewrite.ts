import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isData, ownValue } from './data.js';
import { isOfType } from './representation.js';

export type Rewrite = NonNullable<FetchNode['inputRewrites']>[number];

const onType = '... on ';

/** Changes data between what the plan calls it and what a service does. */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly Rewrite[],
  value: unknown,
): void {
  for (const rewrite of rewrites) rewriteAt(schema, rewrite, value, 0);
}

function rewriteAt(schema: GraphQLSchema, rewrite: Rewrite, value: unknown, step: number): void {
  if (Array.isArray(value)) return value.forEach((item) => rewriteAt(schema, rewrite, item, step));
  if (!isData(value)) return;
  const key = rewrite.path[step]!;
  if (key.startsWith(onType)) {
    const name = ownValue(value, '__typename');
    const applies = name === undefined || isOfType(schema, name, key.slice(onType.length));
    if (applies) rewriteAt(schema, rewrite, value, step + 1);
    return;
  }
  if (step < rewrite.path.length - 1)
    return rewriteAt(schema, rewrite, ownValue(value, key), step + 1);
  if (rewrite.kind === 'ValueSetter') {
    value[key] = rewrite.setValueTo;
  } else if (Object.hasOwn(value, key)) {
    value[rewrite.renameKeyTo] = value[key];
    delete value[key];
  }
}
