import type { Finding } from './findings.js';

const place = 'docs/coverage.md';

/** How many facts each article gave, and how many join several. */
export const facts = { S1: 24, S2: 18, S3: 27, S4: 18, S5: 20, X: 9 } as const;

export interface CoverageRow {
  id: string;
  /** The operations, files and tests that answer the fact, or `open:` and why. */
  answer: string;
}

export interface Repository {
  operations: ReadonlySet<string>;
  /** The text of a file, or null when there is none. */
  read(file: string): string | null;
}

const factIds = (): string[] =>
  Object.entries(facts).flatMap(([article, count]) =>
    Array.from({ length: count }, (_none, at) => `${article}-${String(at + 1).padStart(2, '0')}`),
  );

/** Rows of facts: `| S1-01 | what it is | what answers it |`. */
export function rowsOf(text: string): CoverageRow[] {
  return [...text.matchAll(/^\| ((?:S\d|X)-\d\d) \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, id = '', answer = '']) => ({ id, answer: answer.trim() }),
  );
}

const isOpen = ({ answer }: CoverageRow) => answer.startsWith('open:');

/** What a page on coverage claims, held against what is there. */
export function checkCoverage(text: string, repository: Repository): Finding[] {
  const rows = rowsOf(text);
  return [
    ...checkIds(rows.map(({ id }) => id)),
    ...rows.flatMap((row) => checkAnswer(row, repository)),
    ...checkCounts(text, rows),
  ].map((says) => ({ place, says }));
}

function checkIds(ids: readonly string[]): string[] {
  const expected = factIds();
  const missing = expected.filter((id) => !ids.includes(id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const unknown = ids.filter((id) => !expected.includes(id));
  return [
    ...missing.map((id) => `has no row ${id}`),
    ...twice.map((id) => `has ${id} twice`),
    ...unknown.map((id) => `has a row ${id} that no list of facts has`),
  ];
}

/** Everything in backticks is a file or an operation; a quoted text after a file stands in it. */
function checkAnswer(row: CoverageRow, repository: Repository): string[] {
  if (row.answer === 'open:') return [`${row.id} is open without a reason`];
  const named = namesIn(row.answer);
  if (named.length === 0 && !isOpen(row)) return [`${row.id} names nothing that answers it`];
  return named.flatMap(({ name, tests }) =>
    checkName(name, tests, repository).map((fault) => `${row.id}: ${fault}`),
  );
}

/** What stands in backticks, each with the quoted texts after it. */
export const namesIn = (text: string): { name: string; tests: string[] }[] =>
  [...text.matchAll(/`([^`]+)`((?:,? "[^"]+")*)/g)].map(([, name = '', quoted = '']) => ({
    name,
    tests: [...quoted.matchAll(/"([^"]+)"/g)].map(([, test = '']) => test),
  }));

/** Whether a file or operation is there, and the tests stand in it. */
export function checkName(
  name: string,
  tests: readonly string[],
  repository: Repository,
): string[] {
  if (!name.includes('/'))
    return repository.operations.has(name) ? [] : [`there is no operation ${name}`];
  const text = repository.read(name);
  if (text === null) return [`there is no file ${name}`];
  return tests
    .filter((test) => !text.includes(test))
    .map((test) => `${name} has no test "${test}"`);
}

/** The summary per article: `| S1 | answered | open |`. */
function checkCounts(text: string, rows: readonly CoverageRow[]): string[] {
  return Object.keys(facts).flatMap((article) => {
    const own = rows.filter(({ id }) => id.startsWith(`${article}-`));
    const open = own.filter(isOpen).length;
    const line = `| ${article} | ${own.length - open} | ${open} |`;
    return text.includes(line) ? [] : [`does not say of ${article} what its rows say: ${line}`];
  });
}
