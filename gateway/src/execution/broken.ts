import type { GraphQLFormattedError } from 'graphql';
import type { Broken } from './writing.js';

/**
 * The errors for values that the graph does not allow. What is missing because a service failed was
 * told by that service; a second error would call a sick service a liar.
 */
export function listBroken(
  broken: readonly Broken[],
  told: readonly GraphQLFormattedError[],
): GraphQLFormattedError[] {
  return broken
    .filter(({ path, missing }) => !missing || !told.some((error) => explains(error, path)))
    .map(({ path }) => ({
      // Its words may not quote the value, so only the place is told.
      message: 'A service answered with a value that the graph does not allow.',
      path,
      extensions: { code: 'INTERNAL' },
    }));
}

/** An error of a whole call names one place of all that it left empty. */
function explains({ path, extensions }: GraphQLFormattedError, at: Broken['path']): boolean {
  if (path === undefined || extensions?.['entities'] !== undefined) return true;
  return at.every((key, step) => step >= path.length || path[step] === key);
}
