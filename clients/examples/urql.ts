import type { Operation } from '@urql/core';
import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core';
import { operationIds } from '@jejaring/client/operation-ids';
import { regionSearch } from '@jejaring/client/operations';
import { getOperationAST } from 'graphql';

/** Says the id of a published operation; the fetch exchange then leaves its text out. */
const askById = mapExchange({
  onOperation(operation: Operation): Operation {
    const name =
      'definitions' in operation.query ? getOperationAST(operation.query)?.name?.value : '';
    const sha256Hash = operationIds[name ?? ''];
    if (sha256Hash === undefined) return operation;
    const persistedQuery = { version: 1 as const, sha256Hash };
    return { ...operation, extensions: { ...operation.extensions, persistedQuery } };
  },
});

export const makeUrqlClient = (url: string, token?: string): Client =>
  new Client({
    url,
    preferGetMethod: false,
    exchanges: [cacheExchange, askById, fetchExchange],
    fetchOptions: { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } },
  });

/** Names and codes of regions, as urql keeps them. */
export async function suggestRegions(client: Client, text: string): Promise<string[]> {
  const { data, error } = await client.query(regionSearch, { text, first: 5 });
  if (error) throw error;
  const nodes = data?.regions?.nodes ?? [];
  return nodes.map(({ code, name }) => `${name} (${code})`);
}
