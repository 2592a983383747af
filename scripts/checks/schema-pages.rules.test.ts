import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { budget, factsWith, graph } from './schema-pages.fixture.js';
import { printSchemaPage } from './schema-pages.js';

const page = printSchemaPage(graph, factsWith(budget));
const lineOf = (id: string) => page.split('\n').find((line) => line.includes(`id="${id}"`)) ?? '';

describe('the page of the graph', () => {
  test('tells of a field its arguments, who answers it and who asks it', () => {
    const line = lineOf('Query.juries');
    for (const told of [
      '<b>juries</b>(first: Int! = 20, on: <a href="#Date">Date</a>): [<a href="#Juror">Juror</a>!]',
      'Juries.',
      '<code>first</code> How many.',
      '<b>service</b> awards ·',
      '<b>asked by</b> <a href="#op-Juries">Juries</a>',
    ])
      expect(line).toContain(told);
  });

  test('tells who may ask it, how it is guarded, and that it goes', () => {
    const line = lineOf('Juror.nik');
    for (const told of [
      '<b>service</b> welfare-cases ·',
      '<b>only</b> AUDITOR',
      '<b>class</b> specific',
      '<b>deprecated</b> Ask <code>id</code>; gone in 2030.',
    ])
      expect(line).toContain(told);
  });

  test('tells of an entity that its owner knows what all carry', () => {
    expect(lineOf('Juror.id')).toContain('<b>service</b> awards ·');
    expect(page).toContain('Is a <a href="#Node">Node</a>');
  });

  test('begins with what can be asked, and leaves out how the graph is joined', () => {
    const ids = [...page.matchAll(/<details id="(\w+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      'Query',
      'Mutation',
      'Date',
      'DismissInput',
      'Juror',
      'Node',
      'Part',
      'Reason',
    ]);
  });

  test('tells how much of it is used, where that was recorded', () => {
    const usage = {
      from: '2030-01-01T00:00:00.000Z',
      until: '2030-02-15T00:00:00.000Z',
      released: '',
      unknown: [],
      operations: { Juries: 1204 },
      coordinates: { 'Query.juries': 1204 },
    };
    const used = printSchemaPage(graph, factsWith(budget), usage);

    expect(used).toContain(
      'SQL statements; asked as AUDITOR · asked 1,204 times in 45 days until 2030-02-15',
    );
    expect(used).toMatch(/id="Query\.juries".*<b>used<\/b> 1,204 times in 45 days/);
    expect(used).toMatch(/id="Juror\.nik".*<b>deprecated<\/b>.*<b>used<\/b> 0 times in 45 days/);
    expect(page).not.toContain('<b>used</b>');
  });

  test('gives each operation with its cost and budget', () => {
    expect(page).toContain('cost 8, at most 2 requests to services and 7 SQL statements');
    expect(page).toContain('id="op-Dismiss"');
  });

  test('lets no description become markup', () => {
    expect(page).toContain('A day of &lt;the calendar>, with <code>-</code>.');
  });

  test('runs its own script alone, and loads nothing', () => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}'`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<(link|img|iframe)\b|\ssrc=|https?:\/\//);
  });

  test('leads nowhere that is not on it', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const lost = [...page.matchAll(/href="#([^"]+)"/g)].filter(([, to]) => !ids.has(to));
    expect(lost).toEqual([]);
  });
});
