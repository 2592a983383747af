import { GraphQLError } from 'graphql';

/** Codes a caller may see in `extensions.code`; anything else is answered as INTERNAL. */
export const faultCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'SUBGRAPH_UNAVAILABLE',
  'AUTH_UNAVAILABLE',
  'INTERNAL',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** Something that is not the business's answer: a malformed argument, a missing right, a failure. */
export const fault = (code: FaultCode, message: string, extensions: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { ...extensions, code } });

/** A malformed argument, named, so that a form can show it at its place. */
export const badInput = (argument: string, message: string) =>
  fault('BAD_USER_INPUT', message, { argument });
