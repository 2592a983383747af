import { describe, expect, test } from '@jest/globals';
import type { Example } from '@jejaring/gateway/front/ready-operations';
import { printExamples } from './operation-examples.js';
import { budget, factsWith, graph } from './schema-pages.fixture.js';

const services = [{ name: 'awards', sdl: 'type Query { juries: String }' }];

const examplesOf = (query: typeof budget) =>
  JSON.parse(printExamples(factsWith(query), services, graph.api)) as Record<string, Example>;

describe('the example of an operation', () => {
  test('of a query is what its budget is measured with, where its service is looked for', () => {
    expect(examplesOf(budget)['Juries']).toEqual({
      group: 'Follow competitions and how they are judged',
      purpose: 'Who judges | when, and where.',
      hint: 'As AUDITOR.',
      variables: { on: '2024-01-01' },
    });
  });

  test('says where an id comes from that only the data knows', () => {
    expect(examplesOf({ ...budget, idFrom: 'juries(first: 1)' })['Juries']).toMatchObject({
      hint: 'As AUDITOR. The id: first of juries(first: 1).',
      variables: { id: '' },
    });
  });

  test('of a command has all that must be given, and nothing else', () => {
    expect(examplesOf(budget)['Dismiss']).toMatchObject({
      group: 'Say or change something (with a token)',
      variables: { input: { id: '', why: 'AGE', parts: [{ share: 1 }] } },
    });
  });
});
