import { expect, test } from '@jest/globals';

export const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
/** An operation so many fields deep. */
export const nested = (depth: number) =>
  `{ organizations { ${'parent { '.repeat(depth - 2)} id ${'} '.repeat(depth - 2)} } }`;
/** An operation of so many lists in one another. */
export const lists = (depth: number) =>
  `{ organizations { ${'units(first: 1) { '.repeat(depth - 1)} id ${'} '.repeat(depth - 1)} } }`;
const doubling = `{ organizations { ...f0 } } ${times(20, (i) => `fragment f${i} on Organization { ...f${i + 1} parent { ...f${i + 1} } }`)} fragment f20 on Organization { id }`;

/** Limit that must be named, what is too much, and the operation of somebody without a token. */
export const tooMuch: readonly [string, string, string][] = [
  ['depth', 'nine fields deep', nested(9)],
  [
    'depth',
    'nine fields deep through a fragment',
    `{ organizations { parent { ...f } } } fragment f on Organization { ${'parent { '.repeat(6)} id ${'}'.repeat(6)} }`,
  ],
  ['depth', 'fragments that double', doubling],
  ['listDepth', 'five lists in one another', lists(5)],
  [
    'listDepth',
    'five lists in one another through fragments',
    `{ organizations { ...f } } fragment f on Organization { units(first: 1) { ...g units(first: 1) { ...g } } } fragment g on Party { ... on Organization { units(first: 1) { units(first: 1) { id } } } }`,
  ],
  [
    'cost',
    'pages that multiply',
    '{ organizations { units(first: 100) { units(first: 100) { id } } } }',
  ],
  [
    'cost',
    'a page that is larger than any',
    '{ organizations { units(first: 2000000000) { id } } }',
  ],
  ['aliases', 'sixteen aliases', `{ organizations { ${times(16, (i) => `a${i}: id`)} } }`],
  [
    'aliases',
    'sixteen aliases in a fragment spread twice',
    `{ organizations { ...f parent { ...f } } } fragment f on Organization { ${times(8, (i) => `a${i}: id`)} }`,
  ],
  ['rootFields', 'eleven root fields', `{ ${times(11, () => 'openCases')} }`],
  [
    'directives',
    'eleven directives',
    `{ organizations { ${times(11, () => 'id @include(if: true)')} } }`,
  ],
  [
    'selections',
    'a thousand selections by spreading',
    `{ organizations { ${times(30, () => '...f')} } } fragment f on Organization { ${times(34, () => 'id')} }`,
  ],
  [
    'repeats',
    'one object two hundred times',
    `{ organizations { ${times(200, () => 'parent { id }')} } }`,
  ],
  ['tokens', 'more than a thousand tokens', `{ ${times(1_100, () => 'a')} }`],
  ['characters', 'more than ten thousand characters', `{ openCases } #${'x'.repeat(10_000)}`],
  [
    'root fields of a mutation',
    'two root fields of a mutation',
    'mutation { a: rename(id: 1, name: "x") { id } b: rename(id: 2, name: "x") { id } }',
  ],
  [
    'root fields of a mutation',
    'two root fields of a mutation in fragments',
    'mutation { ...a ... { rename(id: 1, name: "x") { id } } } fragment a on Mutation { rename(id: 1, name: "x") { id } }',
  ],
  ['the name __proto__', 'an alias that means something to objects', '{ __proto__: openCases }'],
  [
    'the name constructor',
    'an alias in a fragment',
    '{ organizations { ...f } } fragment f on Organization { constructor: id }',
  ],
  [
    'the name prototype',
    'a variable',
    'query ($prototype: ID!) { organization(id: $prototype) { id } }',
  ],
];

/** How an operation was refused; undefined when it was not. */
export type RefusalOf = (query: string) => Promise<Record<string, unknown> | undefined>;

/**
 * The same limits on every way in: what one transport forgot is how limits have been passed elsewhere
 * (CVE-2026-30241). `askedServices` counts what reached the services.
 */
export function refusesTooMuch(refusalOf: RefusalOf, askedServices: () => number): void {
  test.each(tooMuch)('is refused before any service is asked: %s, %s', async (limit, _n, query) => {
    const before = askedServices();
    expect(await refusalOf(query)).toMatchObject({ code: 'LIMIT_EXCEEDED', limit });
    expect(askedServices()).toBe(before);
  });
}
