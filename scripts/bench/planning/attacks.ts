import { manyPlansQuery } from '@jejaring/gateway/planning/many-plans.fixture';

export interface Attack {
  name: string;
  /** Another document each time, so that nothing of it is known. */
  document(turn: number): string;
}

const repeated = (text: string, times: number) =>
  Array.from({ length: times }, () => text).join(' ');

/** What somebody may send who wants to hold up others: as much as the limits allow. */
export const attacks: readonly Attack[] = [
  // Some 2 KB that take half a minute to plan.
  { name: 'many plans', document: (turn) => manyPlansQuery(4, 3, `Many${turn}`) },
  // As it was published, with 24 KB.
  { name: 'many plans, too long', document: (turn) => manyPlansQuery(4, 5, `Long${turn}`) },
  // As many plans as fit into the limits of depth and tokens.
  {
    name: 'many plans, as deep as may be',
    document: (turn) => manyPlansQuery(2, 6, `Deep${turn}`),
  },
  // Validation compares each with each.
  {
    name: 'one field many times',
    document: (turn) => `query Same${turn} { node { ${repeated('id', 980)} } }`,
  },
  {
    name: 'one object many times',
    document: (turn) => `query Objects${turn} { node { ${repeated('n0 { id }', 240)} } }`,
  },
];
