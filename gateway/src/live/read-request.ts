import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt } from 'jose';
import { most } from '../admission/limits.js';
import type { Rates } from '../admission/rates.js';
import type { FindCaller } from '@jejaring/callers/token-check';
import { identify } from '../caller/identify.js';
import { readPurpose } from '../caller/purpose.js';
import { limitExceeded, refusal } from '../errors.js';
import type { LiveRequest } from './live-operation.js';
import type { Subscriber } from './live.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const malformed = (argument: string) =>
  refusal('BAD_USER_INPUT', 400, `${argument} is not what a request has there.`, { argument });

/** What a client asks, in the form that it has over every transport. */
export function readRequest(body: unknown): { request: LiveRequest; lastEventId: string | null } {
  if (!isRecord(body)) throw malformed('body');
  const { query, operationName = null, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') throw malformed('query');
  if (query.length > most.characters)
    throw limitExceeded('characters', most.characters, query.length);
  if (operationName !== null && typeof operationName !== 'string') throw malformed('operationName');
  const given = recordOr(variables, 'variables');
  const { lastEventId = null } = recordOr(extensions, 'extensions');
  if (lastEventId !== null && typeof lastEventId !== 'string') throw malformed('lastEventId');
  return { request: { query, operationName, variables: given }, lastEventId };
}

function recordOr(value: unknown, argument: string): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw malformed(argument);
  return value;
}

/** The parameters of an address, in which objects are JSON. */
export function readAddress(parameters: unknown): Record<string, unknown> {
  if (!isRecord(parameters)) return {};
  const { variables, extensions, ...rest } = parameters;
  return {
    ...rest,
    variables: readJson(variables, 'variables'),
    extensions: readJson(extensions, 'extensions'),
  };
}

function readJson(text: unknown, argument: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw malformed(argument);
  }
}

export interface Credentials {
  address: string;
  authorization: readonly string[];
  purpose: readonly string[];
}

/** Who subscribes, and how long that may be believed. */
export async function readSubscriber(
  { authorization, purpose, address }: Credentials,
  { requestId, longestSeconds, ...parts }: SubscriberCheck,
): Promise<Omit<Subscriber, 'cursor'>> {
  const caller = await identify(parts, { authorization, requestId, address });
  const named = readPurpose(purpose);
  return {
    address,
    caller: named === undefined ? caller : { ...caller, purpose: named },
    expiresAt: caller.role === 'PUBLIC' ? null : expiryOf(authorization, longestSeconds),
  };
}

export interface SubscriberCheck {
  findCaller: FindCaller;
  rates: Rates;
  requestId: string;
  /** How long a token counts whatever it says itself. */
  longestSeconds: number;
}

/** The token was found good; it says itself until when. */
function expiryOf([value = '']: readonly string[], longestSeconds: number): Date {
  const { exp, iat } = decodeJwt(value.replace(/^bearer /i, ''));
  const latest = iat === undefined ? Infinity : iat + longestSeconds;
  return new Date(Math.min(exp ?? 0, latest) * 1_000);
}

/** One value of a header that may come once. */
export const headerOf = (headers: IncomingHttpHeaders, name: string): readonly string[] => {
  const value = headers[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
