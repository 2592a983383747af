import { afterEach, describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { composeSmallGraph } from './subgraph.fixture.js';
import { createGatewayMetrics } from '../src/metrics.js';
import { describeDocument, documentId } from '../src/operations/known-operation.js';
import { GraphPlanner } from '../src/planning/planner.js';

let planner: GraphPlanner;
afterEach(() => planner.close());

const open = (change: { waiting?: number; supergraph?: string } = {}) => {
  planner = new GraphPlanner(change.supergraph ?? composeSmallGraph(), {
    threads: 1,
    waiting: change.waiting ?? 100,
    memoryMb: 256,
    budgetMs: 10_000,
    keepBytes: 1_000_000,
    metrics: createGatewayMetrics('/nowhere'),
  });
  return planner;
};

const schema = buildSchema('type Query { openCases: Int }');
const operation = (text: string) =>
  describeDocument(schema, { id: documentId(text), text, document: parse(text) }).operations[0]!;

describe('the planner of a version', () => {
  test('says what callers may ask and which services answer', async () => {
    const { apiSchema, services } = await open().describe();

    expect(services).toEqual(
      expect.arrayContaining(['organizations', 'training', 'welfare-cases']),
    );
    expect(apiSchema).toContain('openCases: Int');
    expect(apiSchema).not.toContain('join__');
  });

  test('gives one plan for an operation, however often it is asked', async () => {
    const asked = operation('{ openCases }');

    const plan = await open().plan(asked);

    expect(plan).toMatchObject({ kind: 'QueryPlan', node: { serviceName: 'welfare-cases' } });
    expect(await planner.plan(asked)).toBe(plan);
  });

  test('plans the operation that the request has chosen', async () => {
    const text = 'query A { openCases } query B { trainings }';
    const document = parse(text);
    const [, second] = describeDocument(schema, {
      id: documentId(text),
      text,
      document,
    }).operations;

    expect(await open().plan(second!)).toMatchObject({ node: { serviceName: 'training' } });
  });

  test('refuses more than may wait, and says so', async () => {
    open({ waiting: 1 });

    const outcomes = await Promise.allSettled(
      ['A', 'B', 'C'].map((name) => planner.plan(operation(`query ${name} { openCases }`))),
    );

    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      reason: { extensions: { code: 'LIMIT_EXCEEDED', limit: 'planning', http: { status: 503 } } },
    });
  });

  test.each([
    ['no schema at all', 'this is not GraphQL'],
    ['a supergraph that is cut short', composeSmallGraph().slice(0, 900)],
    ['a schema without services', 'type Query { a: Int }'],
  ])('refuses %s', async (_name, supergraph) => {
    await expect(open({ supergraph }).describe()).rejects.toThrow();
  });

  test('lets nobody wait for it once it is closed', async () => {
    await open().close();

    await expect(planner.plan(operation('{ openCases }'))).rejects.toMatchObject({
      extensions: { limit: 'planning' },
    });
  });
});
