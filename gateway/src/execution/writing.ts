import type { GraphQLFormattedError } from 'graphql';

/** One answer as it is written. */
export interface Writing {
  errors: GraphQLFormattedError[];
  path: (string | number)[];
}

/** The JSON text of a value at a key of its parent; null when it is null, whose fault that may be. */
export type Write = (value: unknown, to: Writing, key: string | number) => string | null;

/** Its words may not quote the value, so only the place is told. */
export function breakAt(to: Writing, key: string | number): null {
  const message = 'A service answered with a value that the graph does not allow.';
  to.errors.push({ message, path: [...to.path, key], extensions: { code: 'INTERNAL' } });
  return null;
}
