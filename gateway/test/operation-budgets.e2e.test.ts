import { describe, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import {
  listQueries,
  publishedQueries,
  readOperation,
  variablesOf,
} from '../../scripts/proof/published-operations.js';
import { findFederation } from './federation.fixture.js';

const federation = findFederation();
const root = fileURLToPath(new URL('../..', import.meta.url));

const dataOf = async (document: string, claims: Record<string, string> | null) =>
  (await federation.ask(document, {}, claims)).data;

async function costOf(name: string, extra: object) {
  const query = publishedQueries[name]!;
  const variables = { ...(await variablesOf(query, dataOf)), ...extra };
  const answer = await federation.ask(readOperation(root, name), variables, query.claims);
  const { errors, subgraphRequests, sqlStatements } = answer;
  return { errors, subgraphRequests, sqlStatements };
}

describe('a published query', () => {
  const names = Object.keys(publishedQueries).sort();

  test('has a budget', () => {
    expect(listQueries(root).sort()).toEqual(names);
  });

  test.each(names)('stays within its budget: %s', async (name) => {
    const { requests, statements } = publishedQueries[name]!;

    const cost = await costOf(name, {});

    expect(cost.errors).toEqual([]);
    expect(cost.subgraphRequests).toBeLessThanOrEqual(requests);
    expect(cost.sqlStatements).toBeLessThanOrEqual(statements);
  });

  test.each(names.filter((name) => publishedQueries[name]!.paged))(
    'costs the same for a page of 5 and of 50: %s',
    async (name) => {
      expect(await costOf(name, { first: 5 })).toEqual(await costOf(name, { first: 50 }));
    },
  );
});
