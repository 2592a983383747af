import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { operationIds } from '@jejaring/client/operation-ids';
import { regionSearch } from '@jejaring/client/operations';
import type { DocumentNode } from 'graphql';
import { getOperationAST } from 'graphql';

const idOf = (document: DocumentNode): string =>
  operationIds[getOperationAST(document)?.name?.value ?? ''] ?? '';

/** An Apollo Client that asks published operations by their ids, and never sends their text. */
export const makeApolloClient = (url: string, token?: string): ApolloClient =>
  new ApolloClient({
    cache: new InMemoryCache({ typePolicies: { Region: { keyFields: ['code'] } } }),
    link: ApolloLink.from([
      // An id that the gateway does not know is a mistake: there is nothing to send again.
      new PersistedQueryLink({ generateHash: idOf, disable: () => false, retry: () => false }),
      new HttpLink({
        uri: url,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }),
    ]),
  });

/** Names and codes of regions, kept by Apollo Client under their codes. */
export async function suggestRegions(client: ApolloClient, text: string): Promise<string[]> {
  const { data } = await client.query({ query: regionSearch, variables: { text, first: 5 } });
  const nodes = data?.regions?.nodes ?? [];
  return nodes.map(({ code, name }) => `${name} (${code})`);
}
