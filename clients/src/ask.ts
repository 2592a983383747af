import type { PublishedDocument } from './published-document.js';

/** One thing that went wrong, as the gateway says it; `code` is one of those in docs/problems.md. */
export interface GraphProblem {
  readonly message: string;
  readonly code: string;
  /** Where in the answer nothing could be given; empty when nothing was answered at all. */
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What came back. A service that is down costs its own fields: data with problems beside it. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data; readonly problems: readonly GraphProblem[] }
  | { readonly ok: false; readonly data: null; readonly problems: readonly GraphProblem[] };

export interface AskOptions {
  /** The access token of who asks; nobody in particular when left out. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Body<Data> {
  data?: Data | null;
  errors?: readonly Partial<GraphProblem>[];
}

/**
 * Asks a published operation by its id. Refusals come back as problems; what throws is the network,
 * and it was then not said whether a mutation happened: ask again with the same idempotency key.
 */
export async function ask<Data, Variables extends object>(
  url: string,
  document: PublishedDocument<Data, Variables>,
  variables: NoInfer<Variables>,
  options: AskOptions = {},
): Promise<Answer<Data>> {
  const { fetch: send = fetch, signal } = options;
  const response = await send(url, {
    method: 'POST',
    headers: headersOf(options),
    body: JSON.stringify(requestOf(document, variables)),
    ...(signal ? { signal } : {}),
  });
  return readAnswer<Data>(response.status, await response.text());
}

const requestOf = ({ id, name }: { id: string; name: string }, variables: object) => ({
  operationName: name,
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: id } },
});

const headersOf = ({ token, headers }: AskOptions): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...headers,
});

function readAnswer<Data>(status: number, text: string): Answer<Data> {
  const body = parse<Data>(text);
  // Something between the gateway and here answered instead of it.
  if (body === null) return refused([toProblem({ extensions: { code: 'NOT_GRAPHQL', status } })]);
  const problems = (body.errors ?? []).map(toProblem);
  if (body.data === undefined || body.data === null) return refused(problems);
  return { ok: true, data: body.data, problems };
}

const refused = (problems: readonly GraphProblem[]) =>
  ({ ok: false, data: null, problems }) as const;

function parse<Data>(text: string): Body<Data> | null {
  try {
    const body: unknown = JSON.parse(text);
    const isAnswer =
      typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
    return isAnswer ? (body as Body<Data>) : null;
  } catch {
    return null;
  }
}

/** A problem as it stands in the `errors` of an answer. */
export function toProblem({ message, path, extensions = {} }: Partial<GraphProblem>): GraphProblem {
  const code = extensions['code'];
  return {
    message: message ?? 'The answer was not one of the graph.',
    code: typeof code === 'string' ? code : 'INTERNAL',
    path: path ?? [],
    extensions,
  };
}
