/** What came back through the gateway. */
export interface Answered {
  data: Record<string, unknown> | null;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  subgraphRequests: number;
  sqlStatements: number;
}

export interface Question {
  document: string;
  variables?: object;
  token?: string | null;
  requestId?: string;
  withinMs?: number;
}

/** Asks a gateway; throws when nothing that is GraphQL comes back in time. */
export async function ask(gatewayUrl: string, question: Question): Promise<Answered> {
  const { document, variables = {}, token, requestId, withinMs = 10_000 } = question;
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // What services do is looked at here, not what the gateway still knows.
      'cache-control': 'no-cache',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(requestId ? { 'x-request-id': requestId } : {}),
    },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.timeout(withinMs),
  });
  const answer = (await response.json()) as Partial<Answered>;
  return {
    data: answer.data ?? null,
    errors: answer.errors ?? [],
    subgraphRequests: Number(response.headers.get('x-jejaring-subgraph-requests')),
    sqlStatements: Number(response.headers.get('x-jejaring-sql-statements')),
  };
}
