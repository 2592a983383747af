import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Equation } from './linear-program.fixture.js';
import { largest, solve } from './linear-program.fixture.js';
import type { CountTable, Dimension } from './suppression.rules.js';
import { cellOf, groupOf, hideSmall, totalOf } from './suppression.rules.js';

const dimensions: Dimension[] = [
  {
    name: 'CATEGORY',
    values: [
      { value: 'a', group: 'x' },
      { value: 'b', group: 'x' },
      { value: 'c', group: 'x' },
      { value: 'd', group: 'y' },
      { value: 'e', group: 'y' },
    ],
  },
  { name: 'SEX', values: ['f', 'm', 'n'].map((value) => ({ value, group: null })) },
];

/** One person: where, and which value in each dimension. */
interface Person {
  region: string;
  values: readonly string[];
}

const regionsOf = (shape: readonly number[]) => [
  { code: '', parent: null },
  ...shape.flatMap((parts, province) => [
    { code: `${province}`, parent: '' },
    ...Array.from({ length: parts }, (_none, part) => ({
      code: `${province}.${part}`,
      parent: `${province}`,
    })),
  ]),
];

const leavesOf = (regions: CountTable['regions']) =>
  regions.filter(({ code }) => code.includes('.')).map(({ code }) => code);

/** The numbers of a region that hold a value: its own, its group's, the total. */
const cellsAbout = (leaf: string, dimension: Dimension, value: string) => {
  const { group } = dimension.values.find((each) => each.value === value)!;
  return ['', leaf.split('.')[0]!, leaf].flatMap((region) => [
    cellOf(region, dimension.name, value),
    ...(group === null ? [] : [groupOf(region, dimension.name, group)]),
  ]);
};

function countTable(shape: readonly number[], people: readonly Person[]): CountTable {
  const counts = new Map<string, number>();
  const add = (cell: string) => counts.set(cell, (counts.get(cell) ?? 0) + 1);
  for (const { region, values } of people) {
    for (const code of ['', region.split('.')[0]!, region]) add(totalOf(code));
    dimensions.forEach((dimension, index) =>
      cellsAbout(region, dimension, values[index]!).forEach(add),
    );
  }
  return { regions: regionsOf(shape), dimensions, counts };
}

/** Somebody who knows every number that is shown, how they add up, and a way to solve equations. */
class Attacker {
  private readonly places = new Map<string, number[]>();
  private readonly solved: ReturnType<typeof solve>;

  constructor(
    readonly table: CountTable,
    readonly hidden: ReadonlySet<string>,
  ) {
    let variables = 0;
    for (const leaf of leavesOf(table.regions)) {
      for (const dimension of table.dimensions) {
        for (const { value } of dimension.values) {
          for (const cell of cellsAbout(leaf, dimension, value)) this.place(cell, variables);
          for (const code of ['', leaf.split('.')[0]!, leaf])
            this.place(`${totalOf(code)}${dimension.name}`, variables);
          variables += 1;
        }
      }
    }
    this.solved = solve(variables + this.totals.length, this.equations(variables));
  }

  private place(cell: string, variable: number) {
    this.places.set(cell, [...(this.places.get(cell) ?? []), variable]);
  }

  private get totals() {
    return this.table.regions.map(({ code }) => totalOf(code));
  }

  /** What is shown; and each total, shown or not, is the same in every dimension (a slack joins them). */
  private equations(variables: number): Equation[] {
    const counted = (cell: string) => this.table.counts.get(cell) ?? 0;
    const most = counted(totalOf(''));
    const shown = this.cells()
      .filter((cell) => !this.hidden.has(cell) && !cell.includes('|TOTAL|'))
      .map((cell) => ({ places: this.places.get(cell)!, sum: counted(cell) }));
    const totals = this.totals.flatMap((cell, index) =>
      this.table.dimensions.flatMap(({ name }) => {
        const places = this.places.get(`${cell}${name}`)!;
        // The slack is what is missing to a bound that no total exceeds: 1,000 where even that is hidden.
        const joined = { places: [...places, variables + index], sum: Math.max(most, 1_000) };
        return this.hidden.has(cell) ? [joined] : [joined, { places, sum: counted(cell) }];
      }),
    );
    return [...shown, ...totals];
  }

  cells(): string[] {
    return [...this.places.keys()].filter((cell) => !/\|TOTAL\|./.test(cell)).concat(this.totals);
  }

  feasible = () => this.solved.feasible;

  bounds(cell: string): [number, number] {
    const places = this.places.get(cell) ?? this.places.get(`${cell}${dimensions[0]!.name}`)!;
    const weigh = (weight: number) => new Map(places.map((place) => [place, weight]));
    return [-largest(this.solved, weigh(-1)), largest(this.solved, weigh(1))];
  }
}

const shape = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });

/** Few or many people, evenly or all in one corner. */
const tables = shape.chain((parts) => {
  const leaves = leavesOf(regionsOf(parts));
  const skewed = <Value>(values: readonly Value[]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...values) },
      { weight: 2, arbitrary: fc.constant(values[0]!) },
    );
  const person = fc.record({
    region: skewed(leaves),
    values: fc.tuple(...dimensions.map(({ values }) => skewed(values.map(({ value }) => value)))),
  });
  return fc
    .array(person, { maxLength: 160, size: 'max' })
    .map((people) => countTable(parts, people));
});

function checkPromise(table: CountTable, hidden: ReadonlySet<string>, least: number): void {
  const attacker = new Attacker(table, hidden);
  expect(attacker.feasible()).toBe(true);
  for (const cell of attacker.cells().filter((each) => hidden.has(each))) {
    const count = table.counts.get(cell) ?? 0;
    const [low, high] = attacker.bounds(cell);
    const about = { cell, count, low, high };
    if (count < least)
      expect(about).toEqual({ cell, count, low: expect.closeTo(0, 4), high: expect.any(Number) });
    expect({ ...about, wide: high - low > least - 1 - 1e-4 }).toEqual({ ...about, wide: true });
  }
}

const runs = { numRuns: 25 };

describe('numbers left after hiding', () => {
  test('are none below the threshold', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 5), (table, least) => {
        const hidden = hideSmall(table, least);
        for (const [cell, count] of table.counts)
          if (count < least) expect(hidden.has(cell)).toBe(true);
      }),
    );
  });

  test('let no solver pin a hidden one down: a small one may be anything below the threshold', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 5), (table, least) =>
        checkPromise(table, hideSmall(table, least), least),
      ),
      runs,
    );
  });

  test('of a stricter view tell nothing more than those of the wider one', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const officials = hideSmall(table, 2);
        const everybody = hideSmall(table, 4, officials);

        for (const cell of officials) expect(everybody.has(cell)).toBe(true);
        checkPromise(table, everybody, 4);
      }),
      runs,
    );
  });

  test('are the same whoever computes them again', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect([...hideSmall(table, 3)]).toEqual([...hideSmall(table, 3)]);
      }),
    );
  });

  test('are all of them where nothing is small', () => {
    const leaves = ['0.0', '0.1', '1.0'];
    const people = leaves.flatMap((region) =>
      ['a', 'b', 'c', 'd', 'e'].flatMap((category) =>
        ['f', 'm', 'n'].map((sex) => ({ region, values: [category, sex] })),
      ),
    );

    expect(hideSmall(countTable([2, 1], people), 3)).toEqual(new Set());
  });

  test('spare a table all but the cells that one small one needs around it', () => {
    const many = (region: string, value: string, times: number) =>
      Array.from({ length: times }, () => ({ region, values: [value, 'f'] }));
    const people = ['0.0', '0.1', '0.2'].flatMap((region) =>
      ['a', 'b', 'c', 'd', 'e'].flatMap((value) =>
        many(region, value, region === '0.1' && value === 'b' ? 1 : 9),
      ),
    );

    const hidden = hideSmall(countTable([3], people), 5);

    const ofCategories = [...hidden].filter((cell) => cell.includes('CATEGORY|'));
    expect(ofCategories).toHaveLength(4);
    expect(hidden.has(cellOf('0.1', 'CATEGORY', 'b'))).toBe(true);
  });
});
