import type { RequestContext } from '../front/request-context.js';
import type { GraphVersion } from '../graph/graph-version.js';
import type { Subject } from './feeds.rules.js';

/** Whether the caller of the context sees the subject now; null when its service cannot say. */
export async function sees(
  { sources }: GraphVersion,
  { service, typename, id }: Subject,
  context: RequestContext,
): Promise<boolean | null> {
  const source = sources.get(service);
  if (source === undefined) return null;
  const query = `query Sight($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} { id } } }`;
  const request = { query, variables: { representations: [{ __typename: typename, id }] } };
  const { data, errors = [] } = await source.process({ request, context } as never);
  if (errors.some(({ extensions }) => extensions?.['code'] === 'SUBGRAPH_UNAVAILABLE')) return null;
  const [found] = (data?.['_entities'] ?? []) as unknown[];
  return found !== null && found !== undefined && errors.length === 0;
}
