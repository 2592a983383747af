import { HeaderMap } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { currentRequestId } from './front/request-context.js';
import { describeVariable } from './variable-words.rules.js';

export const internalMessage =
  'Something went wrong inside. The request id tells an operator where to look.';

/** Codes that may leave, each with how the gateway's other names for it are translated. */
const codes: ReadonlyMap<unknown, string> = new Map([
  ...[
    'UNAUTHENTICATED',
    'AUTH_UNAVAILABLE',
    'FORBIDDEN',
    'BAD_USER_INPUT',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'LIMIT_EXCEEDED',
    'OPERATION_NOT_LISTED',
    'RATE_LIMITED',
    'SUBGRAPH_UNAVAILABLE',
    'LIVE_UNAVAILABLE',
    'SCHEMA_CHANGED',
    'PERSISTED_QUERY_NOT_FOUND',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'INTERNAL',
  ].map((code): [string, string] => [code, code]),
  ['BAD_REQUEST', 'BAD_USER_INPUT'],
  ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
]);

const shownExtensions = [
  'service',
  'reason',
  'coordinate',
  'argument',
  'limit',
  'allowed',
  'asked',
  'entities',
  'retryAfter',
];

/** Anything that is refused: a typed error with the HTTP status that belongs to it. */
export function refusal(
  code: string,
  status: number,
  message: string,
  details: Record<string, unknown> = {},
  told: readonly (readonly [string, string])[] = [],
): GraphQLError {
  const headers = new HeaderMap();
  for (const [name, value] of told) headers.set(name, value);
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="jejaring"');
  const extensions: Record<string, unknown> = { ...details, code, http: { status, headers } };
  return new GraphQLError(message, { extensions });
}

export const limitExceeded = (limit: string, allowed: number, asked?: number): GraphQLError =>
  refusal('LIMIT_EXCEEDED', 400, `The operation exceeds a limit: ${limit} (${allowed} allowed).`, {
    limit,
    allowed,
    ...(asked === undefined ? {} : { asked }),
  });

export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
) => GraphQLFormattedError;

/** Formats errors as Apollo Server does, with the status and the headers that they ask for. */
export function formatErrors(causes: readonly unknown[], format: FormatError) {
  const http: { status?: number; headers: Map<string, string> } = { headers: new Map() };
  const errors = causes.map((cause) => {
    const error = cause instanceof GraphQLError ? cause : wrap(cause);
    const { http: own, code = 'INTERNAL_SERVER_ERROR', ...shown } = error.extensions;
    const { status, headers = [] } = (own ?? {}) as unknown as Partial<typeof http>;
    if (status !== undefined) http.status = status;
    for (const [name, value] of headers) http.headers.set(name, value);
    return format({ ...error.toJSON(), extensions: { ...shown, code } }, error);
  });
  return { errors, http };
}

const wrap = (cause: unknown): GraphQLError =>
  new GraphQLError(
    cause instanceof Error ? cause.message : 'Unexpected.',
    cause instanceof Error ? { originalError: cause } : {},
  );

/** Lets known codes out with their message and hides everything else behind a request id. */
export function createErrorFormat(log: Logger): FormatError {
  return (formatted, error) => {
    const code = codes.get(formatted.extensions?.['code']);
    if (code === undefined) return mask(formatted, error, log);
    if (isTokenLimit(formatted)) return answer(limitExceeded('tokens', 1_000).toJSON());
    return answer(nameVariable({ ...formatted, extensions: { ...formatted.extensions, code } }));
  };
}

/** Names the variable at fault and leaves out what it held. */
function nameVariable(error: GraphQLFormattedError): GraphQLFormattedError {
  const variable = describeVariable(error.message);
  if (variable === null) return error;
  const { argument, words } = variable;
  return {
    ...error,
    message: `${argument}: ${words}`,
    extensions: { ...error.extensions, argument },
  };
}

function mask(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const requestId = currentRequestId();
  const cause = unwrapResolverError(error);
  log.error({ err: cause, requestId, path: formatted.path }, 'failed inside');
  // Words may quote what a person typed, so they stay out of an ordinary log.
  log.debug({ requestId, text: formatted.message }, 'failed inside, in words');
  return answer({ ...formatted, message: internalMessage, extensions: { code: 'INTERNAL' } });
}

function answer(error: GraphQLFormattedError): GraphQLFormattedError {
  const shown = shownExtensions
    .map((name) => [name, error.extensions?.[name]])
    .filter(([, value]) => value !== undefined);
  return {
    message: error.message,
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: {
      code: error.extensions?.['code'],
      ...Object.fromEntries(shown),
      requestId: currentRequestId(),
    },
  };
}

// The parser has no code of its own for this.
const isTokenLimit = ({ message, extensions }: GraphQLFormattedError): boolean =>
  extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' && /more tha[nt] \d+ tokens/.test(message);
