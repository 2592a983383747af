import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask } from '@jejaring/client/ask';
import type { PublishedDocument } from '@jejaring/client/published-document';
import { acceptReferral, regionSearch } from '@jejaring/client/operations';
import { buildSchema, graphql } from 'graphql';
import type { World } from '../../gateway/test/world.fixture.js';
import { openWorld } from '../../gateway/test/world.fixture.js';
import * as apollo from '../examples/apollo-client.js';
import * as plain from '../examples/plain-fetch.js';
import * as urql from '../examples/urql.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const region = { __typename: 'Region', code: '32.79', name: 'Kota Banjar' };
const regions = {
  __typename: 'RegionConnection',
  totalCount: 1,
  nodes: [{ ...region, kind: 'KOTA', path: 'Jawa Barat, Kota Banjar' }],
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
};
const words = { __typename: 'LocalizedText', en: 'Not found.', id: 'Tidak ditemukan.' };
const acceptance = { __typename: 'NotFoundProblem', message: words };

const schema = buildSchema(readFileSync(`${root}/schema/released.graphql`, 'utf8'));
const rootValue = { regions, acceptReferral: acceptance };

/** Every service at once, with the same answer to the same question. */
async function startServices() {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { query: source = '{ __typename }', variables: variableValues } = JSON.parse(
      Buffer.concat(chunks).toString() || '{}',
    ) as { query?: string; variables?: Record<string, unknown> };
    const answer = await graphql({ schema, source, rootValue, variableValues });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { url, stop: () => server.close() };
}

let services: Awaited<ReturnType<typeof startServices>>;
let world: World;
let url: string;
beforeAll(async () => {
  services = await startServices();
  const names = readdirSync(`${root}/schema/subgraphs`).map((file) =>
    path.basename(file, '.graphql'),
  );
  world = await openWorld({
    SUPERGRAPH_FILE: `${root}/schema/supergraph.graphql`,
    OPERATIONS_FOLDER: `${root}/schema/operations`,
    SAFELIST_MODE: 'enforce',
    SAFELIST_MANIFESTS: `${root}/clients/persisted-operations.json`,
    SERVICE_URLS: names.map((name) => `${name}=${services.url}`).join(),
  });
  url = `${world.url}/graphql`;
  await world.untilReady();
});
afterAll(async () => {
  await world.close();
  services.stop();
});

describe('an example asks a gateway that answers listed operations only', () => {
  const found = ['Kota Banjar (32.79)'];

  test('with fetch', async () => {
    expect(await plain.suggestRegions(url, 'banjar')).toEqual(found);
  });

  test('with Apollo Client, which keeps what it was given', async () => {
    const client = apollo.makeApolloClient(url);

    expect(await apollo.suggestRegions(client, 'banjar')).toEqual(found);
    const kept = client.cache.extract() as Record<string, unknown>;
    expect(kept['Region:{"code":"32.79"}']).toMatchObject(region);
  });

  test('with urql', async () => {
    expect(await urql.suggestRegions(urql.makeUrqlClient(url), 'banjar')).toEqual(found);
  });
});

describe('ask', () => {
  const idempotencyKey = '0192f0a4-7c1e-7b5a-9d3e-2f6a8b4c1d0e';
  const input = { id: 'ref_1', expectedVersion: 1, idempotencyKey };

  test('answers a refusal of the business as data, by its type', async () => {
    const token = await world.issuer.token({ role: 'KT_OFFICER', region: '32.79.04.2006' });

    const answer = await ask(url, acceptReferral, { input }, { token });

    expect(answer).toEqual({ ok: true, data: { acceptReferral: acceptance }, problems: [] });
  });

  test('answers what the gateway refuses as problems with their codes', async () => {
    const answer = await ask(url, acceptReferral, { input });

    expect(answer.ok).toBe(false);
    expect(answer.problems.map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
  });

  test('says when something else answered than the graph', async () => {
    const proxy = async () => new Response('<html>Bad gateway</html>', { status: 502 });

    const answer = await ask(url, regionSearch, { text: 'b' }, { fetch: proxy });

    expect(answer.problems).toMatchObject([{ code: 'NOT_GRAPHQL', extensions: { status: 502 } }]);
  });
});

test('a wrong variable, a forgotten one and an unknown field of an answer do not compile', async () => {
  const nobody = async () => new Response('{"data":{"regions":null}}');
  const options = { fetch: nobody };
  // @ts-expect-error -- `text` is a string
  await ask(url, regionSearch, { text: 5 }, options);
  // @ts-expect-error -- `text` is required
  await ask(url, regionSearch, {}, options);
  // @ts-expect-error -- there is no such variable
  await ask(url, regionSearch, { text: 'b', limit: 3 }, options);
  const answer = await ask(url, regionSearch, { text: 'b' }, options);
  // @ts-expect-error -- regions have no budget
  if (answer.ok) expect(answer.data.regions?.nodes[0]?.budget).toBeUndefined();
  const typed: PublishedDocument<unknown, { text: string }> = regionSearch as never;
  expect(typed.name).toBe('RegionSearch');
});
