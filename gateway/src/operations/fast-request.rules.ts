/** A request for an operation, of a form that leaves no doubt about what it means. */
export interface FastRequest {
  /** The document itself, or null when only its id was sent. */
  text: string | null;
  /** The id under which it is published, or null when none was sent. */
  id: string | null;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

type Body = Record<string, unknown>;

/**
 * Reads a body as GraphQL over HTTP has it. Null for anything with a fault or a doubt: Apollo Server
 * takes those, and has the words for what is wrong.
 */
export function readFastRequest(body: unknown): FastRequest | null {
  if (!isObject(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (!isAbsentOr(operationName, isString) || !isAbsentOr(variables, isObject)) return null;
  if (!isAbsentOr(extensions, isObject) || !isAbsentOr(query, isString)) return null;
  const text = isString(query) && query !== '' ? query : null;
  const id = readId(body);
  if (id === undefined || (text === null && id === null)) return null;
  return {
    text,
    id,
    operationName: isString(operationName) ? operationName : undefined,
    variables: isObject(variables) ? variables : {},
  };
}

/** The id by which a document is asked, null without one, undefined when it cannot be read. */
function readId({ query, extensions, documentId }: Body): string | null | undefined {
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (persisted !== undefined) {
    if (!isObject(persisted) || persisted['version'] !== 1) return undefined;
    const hash = persisted['sha256Hash'];
    return isString(hash) ? hash : undefined;
  }
  // An id beside a text says nothing that the text does not.
  if (query || documentId === undefined) return null;
  return isString(documentId) ? documentId.replace(/^sha256:/, '') : undefined;
}

const isString = (value: unknown): value is string => typeof value === 'string';

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || is(value);
