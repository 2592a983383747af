export const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** Where an operation of a kind begins: what of organizations it asks stands in `wrap`. */
export interface Root {
  kind: 'query' | 'subscription';
  /** Fields and lists around what is asked of an organization. */
  depth: number;
  lists: number;
  /** The plainest root field. */
  field: string;
  wrap(selection: string): string;
}

export const query: Root = {
  kind: 'query',
  depth: 1,
  lists: 1,
  field: 'openCases',
  wrap: (selection) => `{ organizations { ${selection} } }`,
};

export const subscription: Root = {
  kind: 'subscription',
  depth: 2,
  lists: 0,
  field: 'organizationChanged { cursor }',
  wrap: (selection) => `subscription { organizationChanged { organization { ${selection} } } }`,
};

/** An operation so many fields deep. */
export function nested(depth: number, root = query): string {
  const parents = depth - root.depth - 1;
  return root.wrap(`${'parent { '.repeat(parents)} id ${'} '.repeat(parents)}`);
}

/** An operation of so many lists in one another. */
export function lists(depth: number, root = query): string {
  const units = depth - root.lists;
  return root.wrap(`${'units(first: 1) { '.repeat(units)} id ${'} '.repeat(units)}`);
}

const fields = (root: Root, selection: string) =>
  `${root.kind === 'query' ? '' : 'subscription '}{ ${selection} }`;

const doubling = times(
  20,
  (i) => `fragment f${i} on Organization { ...f${i + 1} parent { ...f${i + 1} } }`,
);
const listsInFragments =
  'fragment f on Organization { units(first: 1) { ...g units(first: 1) { ...g } } } fragment g on Party { ... on Organization { units(first: 1) { units(first: 1) { units(first: 1) { id } } } } }';

interface TooMuch {
  limit: string;
  name: string;
  ask(root: Root): string;
  /** Why it is refused where it is no subscription at all; the limit, when left out. */
  ofSubscription?: 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT';
}

/** What somebody without a token may not ask, the limit that must be named, and how it is asked. */
export const tooMuch: readonly TooMuch[] = [
  { limit: 'depth', name: 'nine fields deep', ask: (root) => nested(9, root) },
  {
    limit: 'depth',
    name: 'nine fields deep through a fragment',
    ask: (root) =>
      `${root.wrap('parent { ...f }')} fragment f on Organization { ${'parent { '.repeat(6)} id ${'}'.repeat(6)} }`,
  },
  {
    limit: 'depth',
    name: 'fragments that double',
    ask: (root) => `${root.wrap('...f0')} ${doubling} fragment f20 on Organization { id }`,
  },
  { limit: 'listDepth', name: 'five lists in one another', ask: (root) => lists(5, root) },
  {
    limit: 'listDepth',
    name: 'five lists in one another through fragments',
    ask: (root) => `${root.wrap('...f')} ${listsInFragments}`,
  },
  {
    limit: 'cost',
    name: 'pages that multiply',
    ask: (root) => root.wrap('units(first: 100) { units(first: 100) { id } }'),
  },
  {
    limit: 'cost',
    name: 'a page that is larger than any',
    ask: (root) => root.wrap('units(first: 2000000000) { id }'),
  },
  {
    limit: 'aliases',
    name: 'sixteen aliases',
    ask: (root) => root.wrap(times(16, (i) => `a${i}: id`)),
  },
  {
    limit: 'aliases',
    name: 'sixteen aliases in a fragment spread twice',
    ask: (root) =>
      `${root.wrap('...f parent { ...f }')} fragment f on Organization { ${times(8, (i) => `a${i}: id`)} }`,
  },
  {
    limit: 'rootFields',
    name: 'eleven root fields',
    ask: (root) =>
      fields(
        root,
        times(11, () => root.field),
      ),
  },
  {
    limit: 'directives',
    name: 'eleven directives',
    ask: (root) => root.wrap(times(11, () => 'id @include(if: true)')),
  },
  {
    limit: 'selections',
    name: 'a thousand selections by spreading',
    ask: (root) =>
      `${root.wrap(times(30, () => '...f'))} fragment f on Organization { ${times(34, () => 'id')} }`,
  },
  {
    limit: 'repeats',
    name: 'one object two hundred times',
    ask: (root) => root.wrap(times(200, () => 'parent { id }')),
  },
  {
    limit: 'tokens',
    name: 'more than a thousand tokens',
    ask: (root) =>
      fields(
        root,
        times(1_100, () => 'a'),
      ),
  },
  {
    limit: 'characters',
    name: 'more than ten thousand characters',
    ask: (root) => `${fields(root, root.field)} #${'x'.repeat(10_000)}`,
  },
  {
    limit: 'root fields of a mutation',
    name: 'two root fields of a mutation',
    ask: () => 'mutation { a: rename(id: 1, name: "x") { id } b: rename(id: 2, name: "x") { id } }',
    ofSubscription: 'BAD_USER_INPUT',
  },
  {
    limit: 'root fields of a mutation',
    name: 'two root fields of a mutation in fragments',
    ask: () =>
      'mutation { ...a ... { rename(id: 1, name: "x") { id } } } fragment a on Mutation { rename(id: 1, name: "x") { id } }',
    ofSubscription: 'BAD_USER_INPUT',
  },
  {
    limit: 'the name __proto__',
    name: 'an alias that means something to objects',
    ask: (root) => fields(root, `__proto__: ${root.field}`),
  },
  {
    limit: 'the name constructor',
    name: 'an alias in a fragment',
    ask: (root) => `${root.wrap('...f')} fragment f on Organization { constructor: id }`,
  },
  {
    limit: 'the name prototype',
    name: 'a variable',
    ask: ({ kind }) =>
      kind === 'query'
        ? 'query ($prototype: ID!) { organization(id: $prototype) { id } }'
        : 'subscription ($prototype: ID) { organizationChanged(id: $prototype) { cursor } }',
  },
];
