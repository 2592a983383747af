import type { ApolloServerPlugin } from '@apollo/server';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

const json = 'application/json; charset=utf-8';
const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

export type MediaType = typeof json | typeof graphqlResponse;

// Clients send a few headers again and again.
const chosen = new LRUCache<string, { type: MediaType | null }>({ max: 100 });

/** How the answer is to be written, or null when the client reads neither way. */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (!accept) return json;
  const known = chosen.get(accept);
  if (known !== undefined) return known.type;
  const negotiator = new Negotiator({ headers: { accept } });
  const type = (negotiator.mediaType([json, graphqlResponse]) ?? null) as MediaType | null;
  if (accept.length <= 500) chosen.set(accept, { type });
  return type;
}

/** Codes of what is wrong with an operation itself, told before any of it is executed. */
const faultsOfOperation = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/**
 * Whether the status of a refusal is 200: a client that asks for `application/json` by name may
 * take any other for a fault of something between us (GraphQL over HTTP, section 6.4.1). One that
 * takes anything gets the status that says more.
 */
export function hidesStatus(
  accept: string | undefined,
  errors: readonly { extensions?: Record<string, unknown> | undefined }[],
): boolean {
  if (accept === undefined || !/\bapplication\/json\b/i.test(accept)) return false;
  if (chooseMediaType(accept) !== json) return false;
  return errors.every(({ extensions }) => faultsOfOperation.includes(String(extensions?.['code'])));
}

/** The same for what goes through Apollo Server. */
export const statusByMediaType: ApolloServerPlugin = {
  requestDidStart: async () => ({
    async willSendResponse({ request, document, response: { body, http } }) {
      if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
      const { errors = [] } = body.singleResult;
      const parsed = document !== undefined || errors[0]?.extensions?.['code'] !== 'BAD_USER_INPUT';
      const accept = request.http?.headers.get('accept');
      if (parsed && hidesStatus(accept, errors)) http.status = 200;
    },
  }),
};
