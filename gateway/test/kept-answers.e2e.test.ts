import { describe, expect, test } from '@jest/globals';
import { eventually, findFederation, head } from './federation.fixture.js';
import { aRegisteredOrganization } from './registered.fixture.js';

const federation = findFederation();
const profile = 'query ($id: ID!) { organization(id: $id) { id name status region { name } } }';

interface Seen {
  status: string | undefined;
  subgraphRequests: number;
}

/** Looks as anybody does, and takes what the gateway has kept. */
async function look(id: string): Promise<Seen> {
  const response = await fetch(`${federation.addresses.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: profile, variables: { id } }),
  });
  const { data } = (await response.json()) as { data: { organization: { status: string } | null } };
  const subgraphRequests = Number(response.headers.get('x-jejaring-subgraph-requests'));
  return { status: data.organization?.status, subgraphRequests };
}

describe('a public profile', () => {
  test('is told without asking the register, until the register says that it changed', async () => {
    const { id, version } = await aRegisteredOrganization(federation, '32.09.01.2014');
    const kept = await eventually(
      () => look(id),
      ({ subgraphRequests }) => subgraphRequests === 0,
    );
    expect(kept).toEqual({ status: 'ACTIVE', subgraphRequests: 0 });

    const decree = { id, expectedVersion: version, decreeNumber: 'SK/2/2026' };
    const shown = { type: 'Organization', fields: 'status' };
    await federation.command('suspendOrganization', head('32.09'), decree, shown);

    const { status } = await eventually(
      () => look(id),
      (seen) => seen.status === 'SUSPENDED',
    );
    expect(status).toBe('SUSPENDED');
  });
});
