import { describe, expect, test } from '@jest/globals';
import { printOperationCosts } from './operation-pages.js';
import { budget, factsWith } from './schema-pages.fixture.js';

const rowsOf = (query: typeof budget) => printOperationCosts(factsWith(query)).split('\n');

describe('the page of costs', () => {
  test('tells of a query its cost with the defaults of its document, and its budget', () => {
    expect(rowsOf(budget)).toContain(
      '| `Juries` | Who judges \\| when, and where. | AUDITOR | `{"on":"2024-01-01"}` | 8 | 2 | 7 |',
    );
  });

  test('weighs what the example asks, not what the document would', () => {
    const [row] = rowsOf({ ...budget, variables: { first: 3 } }).filter((line) =>
      line.startsWith('| `Juries`'),
    );
    expect(row).toContain('| `{"first":3}` | 3 | 2 | 7 |');
  });

  test('weighs a command, which has no budget', () => {
    expect(rowsOf(budget)).toContain('| `Dismiss` | mutation |  | 10 |');
  });

  test('says where an id comes from, and names nobody of those who ask', () => {
    const text = rowsOf({
      ...budget,
      claims: { person: 'somebody' },
      idFrom: 'juries(first: 1)',
    }).join('\n');
    expect(text).toContain('`id` of the first of `juries(first: 1)`');
    expect(text).toContain('| a signed-in person |');
    expect(text).not.toContain('somebody');
  });
});
