import type { GraphQLFormattedError } from 'graphql';
import type { Shape } from './answer-shape.js';
import { fits } from './answer-shape.js';
import { internalMessage } from '../errors.js';

/** Why a service's part of an answer is missing. */
export type Reason =
  | 'timeout'
  | 'connection'
  | 'too-large'
  | 'not-json'
  | 'malformed'
  | 'status'
  | 'refused'
  | 'busy'
  | 'circuit-open';

/** A service did not give a usable answer. Carries nothing of what it said. */
export class Unavailable extends Error {
  /** Speaks against the address, so that enough of them open its circuit. */
  readonly fault: boolean;
  /** Nothing of the call can have arrived, so that even a mutation may go elsewhere. */
  readonly neverLeft: boolean;
  /** A query may be asked a second time. */
  readonly repeatable: boolean;

  constructor(
    readonly reason: Reason,
    { fault = false, neverLeft = false, repeatable = false }: Partial<Blame> = {},
  ) {
    super(reason);
    this.fault = fault;
    this.neverLeft = neverLeft;
    this.repeatable = repeatable;
  }

  /** The same, but nobody's fault. */
  excused(): Unavailable {
    return new Unavailable(this.reason, { ...this, fault: false });
  }
}

type Blame = Pick<Unavailable, 'fault' | 'neverLeft' | 'repeatable'>;

export interface RawAnswer {
  status: number;
  contentType: string;
  sqlStatements: number;
  retryAfter: string | undefined;
  text: string;
}

export interface Answer {
  data: Record<string, unknown> | null;
  errors: readonly GraphQLFormattedError[];
}

/** How many entities were asked for under each key of the answer. */
export type EntityCounts = readonly (readonly [key: string, expected: number])[];

const json = /^application\/(json|graphql-response\+json)\b/i;
/** A character of a name, or its code as JSON may write it (RFC 8259, 7). */
function eitherWay(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return `(?:${character}|\\\\u00${code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
}

/** The name of an object's prototype as a key, however it is written. */
const pollution = new RegExp(`"${[...'__proto__'].map(eitherWay).join('')}"\\s*:`);

/** Reads a service's answer, or throws `Unavailable`: a lie is treated like silence. */
export function readAnswer(
  raw: RawAnswer,
  { shape, entities, service }: { shape: Shape; entities: EntityCounts; service: string },
): Answer {
  if (raw.status >= 500) throw new Unavailable('status');
  // The token that the gateway signed was not accepted: never the caller's fault.
  if (raw.status === 401 || raw.status === 403) throw new Unavailable('refused');
  if (!json.test(raw.contentType)) throw new Unavailable('not-json');
  const body = readJson(raw.text);
  const { data = null, errors = [] } = body as { data?: unknown; errors?: unknown };
  const shaped = (data === null || isPlainObject(data)) && Array.isArray(errors);
  if (!shaped || (data === null && errors.length === 0)) throw new Unavailable('malformed');
  if (!fits(data, shape)) throw new Unavailable('malformed');
  if (data !== null) requireEntities(data as Record<string, unknown>, entities);
  return {
    data: data as Record<string, unknown> | null,
    errors: errors.filter(isPlainObject).map((error) => clean(error, service)),
  };
}

function readJson(text: string): Record<string, unknown> {
  if (pollution.test(text)) throw new Unavailable('malformed');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Unavailable('not-json');
  }
  if (!isPlainObject(body)) throw new Unavailable('malformed');
  return body;
}

function requireEntities(data: Record<string, unknown>, counts: EntityCounts): void {
  for (const [key, expected] of counts) {
    const list = data[key];
    if (!Array.isArray(list) || list.length !== expected) throw new Unavailable('malformed');
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Our services' own words to a caller: what is wrong with an argument, what a role may not do. */
const spoken = ['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'LIMIT_EXCEEDED'];

/** What a service says of itself when it answers but cannot work: its database is away, or too slow. */
const ownTroubles = ['database', 'timeout'];

function clean(error: Record<string, unknown>, service: string): GraphQLFormattedError {
  const extensions = isPlainObject(error['extensions']) ? error['extensions'] : {};
  const path = error['path'];
  const reason = String(extensions['reason']);
  if (extensions['code'] === 'SUBGRAPH_UNAVAILABLE' && ownTroubles.includes(reason)) {
    return {
      message: `The service ${service} cannot work at present; its part of the answer is missing.`,
      ...(isPath(path) ? { path } : {}),
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service, reason },
    };
  }
  const code = codeOf(extensions);
  const argument = extensions['argument'];
  return {
    message: code === 'INTERNAL' ? internalMessage : String(error['message']),
    ...(isPath(path) ? { path } : {}),
    extensions: { code, ...(typeof argument === 'string' ? { argument } : {}) },
  };
}

function codeOf({ code, argument }: Record<string, unknown>): string {
  if (typeof code === 'string' && spoken.includes(code)) return code;
  // The gateway's own scalars accept any literal, so the service is the first to see a malformed one.
  const malformedLiteral = code === 'GRAPHQL_VALIDATION_FAILED' && typeof argument === 'string';
  return malformedLiteral ? 'BAD_USER_INPUT' : 'INTERNAL';
}

const isPath = (path: unknown): path is (string | number)[] =>
  Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number');
