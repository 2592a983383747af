import type { GraphQLSchema } from 'graphql';
import { Representation } from './representation.js';
import type { Condition, PlannedFetch } from './fetches.js';
import { Unsupported } from './fetches.js';
import type { EntityPart, PlannedRequest } from './requests.js';
import { printRequest } from './requests.js';
import type { Rewrite } from './rewrite.js';
import { applyRewrites } from './rewrite.js';

/** Changes data in place. */
export type Change = (data: unknown) => void;

/** Entities at one place of the operation. */
export interface CompiledFetch {
  path: readonly (string | number)[];
  conditions: readonly Condition[];
  representation: Representation;
  changeInput: Change | null;
  changeOutput: Change | null;
}

export interface CompiledPart {
  selection: string;
  fetches: readonly CompiledFetch[];
}

export interface CompiledRequest extends Omit<PlannedRequest, 'root' | 'parts' | 'declares'> {
  /** For a request that does not ask for entities. */
  root: Pick<CompiledFetch, 'path' | 'conditions' | 'changeOutput'> | null;
  parts: readonly CompiledPart[];
  /** The text that asks these parts, by their numbers. */
  textOf(parts: readonly number[]): string;
}

export function compileRequest(schema: GraphQLSchema, request: PlannedRequest): CompiledRequest {
  // It would be declared twice.
  if (request.uses.some((name) => name.startsWith('representations')))
    throw new Unsupported('variables');
  const { root } = request;
  return {
    ...request,
    root: root && {
      path: root.path,
      conditions: root.conditions,
      changeOutput: changeBy(schema, root.node.outputRewrites),
    },
    parts: request.parts.map((part) => compilePart(schema, part)),
    textOf: root ? () => root.node.operation : rememberTexts(request),
  };
}

const compilePart = (schema: GraphQLSchema, { selection, fetches }: EntityPart): CompiledPart => ({
  selection,
  fetches: fetches.map((fetch) => compileFetch(schema, fetch)),
});

const compileFetch = (
  schema: GraphQLSchema,
  { node, path, conditions }: PlannedFetch,
): CompiledFetch => ({
  path,
  conditions,
  representation: new Representation(schema, node.requires ?? []),
  changeInput: changeBy(schema, node.inputRewrites),
  changeOutput: changeBy(schema, node.outputRewrites),
});

const changeBy = (
  schema: GraphQLSchema,
  rewrites: readonly Rewrite[] | undefined,
): Change | null =>
  rewrites === undefined || rewrites.length === 0
    ? null
    : (data) => applyRewrites(schema, rewrites, data);

/** Which parts are asked depends on the data; few combinations occur. */
function rememberTexts(request: PlannedRequest): (parts: readonly number[]) => string {
  const texts = new Map<string, string>();
  return (parts) => {
    const key = parts.join();
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = printRequest(
      request,
      parts.map((at) => ({ at, part: request.parts[at]! })),
    );
    texts.set(key, text);
    return text;
  };
}
