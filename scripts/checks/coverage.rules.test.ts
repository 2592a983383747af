import { describe, expect, test } from '@jest/globals';
import type { Repository } from './coverage.js';
import { checkCoverage, facts } from './coverage.js';

const repository: Repository = {
  operations: new Set(['CaseList']),
  read: (file) => (file === 'a/b.test.ts' ? "test('counts')" : null),
};

const ids = Object.entries(facts).flatMap(([article, count]) =>
  Array.from({ length: count }, (_none, at) => `${article}-${String(at + 1).padStart(2, '0')}`),
);

/** A page on which every fact is answered, but for what is given. */
function page(answers: Record<string, string> = {}, { open = 0 } = {}): string {
  const rows = ids.map((id) => `| ${id} | a fact | ${answers[id] ?? '`CaseList`'} |`);
  const counts = Object.entries(facts).map(([article, count]) => {
    const unanswered = article === 'S1' ? open : 0;
    return `| ${article} | ${count - unanswered} | ${unanswered} |`;
  });
  return [...counts, ...rows, ''].join('\n');
}

const said = (text: string) => checkCoverage(text, repository).map(({ says }) => says);

describe('the page on coverage', () => {
  test('is quiet when every fact is answered, or open for a reason', () => {
    expect(said(page())).toEqual([]);
    expect(said(page({ 'S1-02': '`a/b.test.ts` "counts", with `CaseList`' }))).toEqual([]);
    expect(said(page({ 'S1-02': 'open: nobody keeps it' }, { open: 1 }))).toEqual([]);
  });

  test.each([
    ['a file', '`a/c.test.ts`', 'S1-02: there is no file a/c.test.ts'],
    ['a test', '`a/b.test.ts` "counts", "adds"', 'S1-02: a/b.test.ts has no test "adds"'],
    ['an operation', '`CaseLists`', 'S1-02: there is no operation CaseLists'],
    ['anything at all', 'it is so', 'S1-02 names nothing that answers it'],
  ])('names %s that is not there', (_what, answer, finding) => {
    expect(said(page({ 'S1-02': answer }))).toEqual([finding]);
  });

  test('asks for a reason, and for counts that are those of its rows', () => {
    expect(said(page({ 'S1-02': 'open:' }, { open: 1 }))).toEqual([
      'S1-02 is open without a reason',
    ]);
    expect(said(page({ 'S1-02': 'open: half of it by `CaseLists`' }, { open: 1 }))).toEqual([
      'S1-02: there is no operation CaseLists',
    ]);
    expect(said(page({ 'S1-02': 'open: later' }))).toEqual([
      'does not say of S1 what its rows say: | S1 | 23 | 1 |',
    ]);
  });

  test('has every fact once', () => {
    const row = '| S1-02 | a fact | `CaseList` |\n';

    expect(said(page().replace(row, ''))).toContain('has no row S1-02');
    expect(said(page() + row)).toContain('has S1-02 twice');
    expect(said(page() + row.replace('02', '99'))).toContain(
      'has a row S1-99 that no list of facts has',
    );
  });
});
