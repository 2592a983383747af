import type { Arc, Network } from './flow.rules.js';
import { cheapestCover, slack, toNetwork } from './flow.rules.js';

/** One way to break a number down; its values may be gathered in groups that are shown as well. */
export interface Dimension {
  name: string;
  values: readonly { value: string; group: string | null }[];
}

/** Everything that is counted about one population: a tree of regions, each broken down in every dimension. */
export interface CountTable {
  /** Regions, each behind its parent; the first has none. */
  regions: readonly { code: string; parent: string | null }[];
  dimensions: readonly Dimension[];
  /** Counts by `cellOf`; what is not there is nothing. */
  counts: ReadonlyMap<string, number>;
}

/** The name of a number in a table: a value of a dimension, a group, or the total of a region. */
export const cellOf = (region: string, dimension: string, value: string): string =>
  `${region}|${dimension}|${value}`;
export const totalOf = (region: string): string => cellOf(region, 'TOTAL', '');
export const groupOf = (region: string, dimension: string, group: string): string =>
  cellOf(region, `${dimension}.GROUP`, group);

const groupsOf = ({ values }: Dimension): string[] => [
  ...new Set(values.flatMap(({ group }) => (group === null ? [] : [group]))),
];

const valuesIn = ({ values }: Dimension, group: string): string[] =>
  values.filter((each) => each.group === group).map(({ value }) => value);

const cellsIn = (region: string, dimension: Dimension): string[] => [
  ...groupsOf(dimension).map((group) => groupOf(region, dimension.name, group)),
  ...dimension.values.map(({ value }) => cellOf(region, dimension.name, value)),
];

/**
 * Hides numbers until nobody can work out a small one. What is promised of the numbers left, for
 * whoever knows them all and how they add up:
 *
 * - a hidden number below `least` may be anything from nothing to `least - 1`;
 * - any other hidden number may be any of at least `least` neighbouring numbers.
 *
 * Why it holds. Whatever is hidden of a region is hidden of its parts, and whatever is hidden of a
 * group is hidden of its values; so a change among the parts of one region that keeps the numbers
 * of that region can be carried on into their own parts, unit by unit, without touching a number
 * shown. It is therefore enough to look at each region with its parts alone, in each dimension
 * alone, where the table is a network and `slack` is exact. Values hidden of the region itself are
 * looked at together there: one of them can take what the others have.
 */
export function hideSmall(
  table: CountTable,
  least: number,
  hiddenBefore: Iterable<string> = [],
): ReadonlySet<string> {
  const cover = new Cover(table, least);
  for (const cell of hiddenBefore) cover.hide(cell);
  cover.hideSmallCells();
  for (let before = -1; before !== cover.hidden.size;) {
    before = cover.hidden.size;
    for (const family of cover.families()) cover.settle(family);
  }
  return cover.hidden;
}

/** A region with its parts; the first region of all has nothing above it. */
interface Family {
  parent: string | null;
  parts: readonly string[];
}

/** A hidden number that could be known too well, and how much further it would have to reach. */
interface Want {
  arc: Arc;
  grows: boolean;
  amount: number;
}

class Cover {
  readonly hidden = new Set<string>();
  private readonly parts = new Map<string | null, string[]>();

  constructor(
    private readonly table: CountTable,
    private readonly least: number,
  ) {
    for (const { code, parent } of table.regions) {
      this.parts.set(parent, [...(this.parts.get(parent) ?? []), code]);
    }
  }

  private readonly count = (cell: string): number => this.table.counts.get(cell) ?? 0;

  /** Hides a number and whatever lies within it. */
  hide(cell: string): void {
    if (this.hidden.has(cell)) return;
    this.hidden.add(cell);
    const [region, kind, value] = cell.split('|') as [string, string, string];
    for (const part of this.parts.get(region) ?? []) this.hide(cellOf(part, kind, value));
    if (kind === 'TOTAL') for (const inner of this.cellsOf(region)) this.hide(inner);
    const dimension = this.table.dimensions.find(({ name }) => kind === `${name}.GROUP`);
    if (dimension === undefined) return;
    for (const inner of valuesIn(dimension, value))
      this.hide(cellOf(region, dimension.name, inner));
  }

  private cellsOf(region: string): string[] {
    return this.table.dimensions.flatMap((dimension) => cellsIn(region, dimension));
  }

  hideSmallCells(): void {
    for (const { code } of this.table.regions) {
      for (const cell of [totalOf(code), ...this.cellsOf(code)]) {
        if (this.count(cell) < this.least) this.hide(cell);
      }
    }
  }

  /** Where something is shown whose parts must be looked at; a lone part is its parent again. */
  *families(): Generator<Family> {
    for (const [parent, parts] of this.parts) {
      const shown = parent === null || !this.hidden.has(totalOf(parent));
      if (shown && (parent === null || parts.length > 1)) yield { parent, parts };
    }
  }

  settle(family: Family): void {
    for (const dimension of this.table.dimensions) {
      for (let want = this.firstWant(family, dimension); want;) {
        if (!this.meet(want) && !this.closeDimension(family, dimension))
          return this.withhold(family);
        want = this.firstWant(family, dimension);
      }
    }
  }

  /** Does not break the parts down in this dimension; says whether anything was left to hide. */
  private closeDimension({ parts }: Family, dimension: Dimension): boolean {
    const before = this.hidden.size;
    for (const part of parts) for (const cell of cellsIn(part, dimension)) this.hide(cell);
    return this.hidden.size > before;
  }

  /** Shows nothing of the parts: then any of them may have whatever their region has. */
  private withhold({ parts }: Family): void {
    for (const part of parts) this.hide(totalOf(part));
  }

  private isWithheld = ({ parent, parts }: Family): boolean =>
    parent !== null && parts.every((part) => this.hidden.has(totalOf(part)));

  private meet({ arc, grows, amount, network }: Want & { network: Network }): boolean {
    const cells = cheapestCover(network, arc, grows, amount);
    for (const cell of cells ?? []) this.hide(cell);
    return cells !== null && cells.length > 0;
  }

  private firstWant(family: Family, dimension: Dimension): (Want & { network: Network }) | null {
    if (this.isWithheld(family)) return null;
    const arcs = family.parts.flatMap((part) => this.arcsOf(family.parent, part, dimension));
    const network = toNetwork(arcs);
    for (const arc of arcs.filter(({ hidden }) => hidden)) {
      const want = isPool(arc)
        ? this.poolWant(network, arc, family.parent!, arcs)
        : this.wantOf(network, arc);
      if (want) return { ...want, network };
    }
    return null;
  }

  private wantOf(network: Network, arc: Arc): Want | null {
    const reach = this.least - 1;
    if (arc.value < this.least) {
      return (
        lacking(network, { arc, grows: true, amount: reach - arc.value }) ??
        lacking(network, { arc, grows: false, amount: arc.value })
      );
    }
    const up = slack(network, arc, true, reach);
    const down = slack(network, arc, false, reach - up);
    return up + down < reach ? { arc, grows: true, amount: reach } : null;
  }

  /**
   * What a part has of the values hidden of its region must be able to hold whatever one of them may
   * be. And a value can be large in a region and hidden there all the same: a part that has little of
   * it and much of the others must have some of it, unless the others can fill what the part has.
   */
  private poolWant(network: Network, arc: Arc, parent: string, arcs: readonly Arc[]): Want | null {
    const missing = Math.max(0, this.least - 1 - arc.value);
    const all = arcs.filter(({ to }) => to === arc.to).reduce((sum, { value }) => sum + value, 0);
    const cells = arc.to === 'pool' ? [...arc.cells, ...this.groupsAround(arc)] : arc.cells;
    const excess = cells.map((cell) => this.excessOf(cell, parent, arc.value, all));
    return (
      lacking(network, { arc, grows: true, amount: missing }) ??
      lacking(network, { arc, grows: false, amount: Math.max(0, ...excess) })
    );
  }

  /** By how much a part has more of all hidden values than the others but this one can be. */
  private excessOf(cell: string, parent: string, inPart: number, inAll: number): number {
    const [, kind, value] = cell.split('|') as [string, string, string];
    const ofValue = this.count(cellOf(parent, kind, value));
    if (ofValue < this.least || this.count(cell) >= this.least) return 0;
    // Above, the value may be smaller by what its promise leaves: the others then have that much more.
    return inPart - Math.max(inAll - ofValue, this.least - 1);
  }

  /** The numbers of one part as arcs: from its total over its groups to the columns of the family. */
  private arcsOf(parent: string | null, part: string, dimension: Dimension): Arc[] {
    const { name } = dimension;
    const above = (cell: (region: string) => string) =>
      parent !== null && this.hidden.has(cell(parent));
    const column = (value: string) => (parent === null ? 'ALL' : `column ${value}`);
    const arcs = [this.arc(totalOf(part), { from: 'TOTAL', to: part }, 20)];
    const pools = new Map<string, { from: string; cells: string[] }>();
    const pool = (to: string, from: string, cell: string) => {
      const known = pools.get(to) ?? { from, cells: [] };
      pools.set(to, { from, cells: [...known.cells, cell] });
    };
    for (const group of groupsOf(dimension)) {
      if (above((region) => groupOf(region, name, group))) continue;
      arcs.push(this.arc(groupOf(part, name, group), { from: part, to: `${part} ${group}` }, 4));
    }
    for (const { value, group } of dimension.values) {
      const cell = cellOf(part, name, value);
      const isFree = group !== null && above((region) => groupOf(region, name, group));
      const from = group === null || isFree ? part : `${part} ${group}`;
      if (!above((region) => cellOf(region, name, value)))
        arcs.push(this.arc(cell, { from, to: column(value) }, 1));
      else pool(isFree ? 'pool' : `pool ${group ?? ''}`, from, cell);
    }
    return [...arcs, ...this.poolArcs(pools)];
  }

  private poolArcs(pools: ReadonlyMap<string, { from: string; cells: readonly string[] }>): Arc[] {
    return [...pools].map(([to, { from, cells }]) => {
      const value = cells.reduce((sum, cell) => sum + this.count(cell), 0);
      return { from, to, value, hidden: true, cost: 0, cells };
    });
  }

  private arc(cell: string, ends: { from: string; to: string }, weight: number): Arc {
    const value = this.count(cell);
    const cost = (value + 1) * weight;
    return { ...ends, value, hidden: this.hidden.has(cell), cost, cells: [cell] };
  }

  /** The groups whose values share a pool: hidden of the region, like the values. */
  private groupsAround({ cells }: Arc): string[] {
    return cells.map((cell) => {
      const [region, kind, inner] = cell.split('|') as [string, string, string];
      const dimension = this.table.dimensions.find(({ name }) => name === kind)!;
      const { group } = dimension.values.find(({ value }) => value === inner)!;
      return groupOf(region, kind, group!);
    });
  }
}

/** A want that the hidden cells do not meet yet. */
const lacking = (network: Network, want: Want): Want | null =>
  slack(network, want.arc, want.grows, want.amount) < want.amount ? want : null;

const isPool = ({ to }: Arc): boolean => to.startsWith('pool');
