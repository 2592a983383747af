/**
 * A table whose sums are known, as a network: each cell is an arc, and what enters a node (a row, a
 * group of a row, a column) leaves it. Where the hidden cells form a circle, one of them can be
 * larger and its neighbours smaller or larger without changing a single number that is shown.
 */
export interface Arc {
  from: string;
  to: string;
  value: number;
  hidden: boolean;
  /** What hiding it would cost those who read the table. */
  cost: number;
  /** The cells it stands for. */
  cells: readonly string[];
}

export type Network = ReadonlyMap<string, readonly Arc[]>;

export function toNetwork(arcs: readonly Arc[]): Network {
  const network = new Map<string, Arc[]>();
  const at = (node: string) => {
    const known = network.get(node) ?? [];
    network.set(node, known);
    return known;
  };
  for (const arc of arcs) {
    at(arc.from).push(arc);
    at(arc.to).push(arc);
  }
  return network;
}

/** Along an arc its cell grows, against it the cell shrinks. */
interface Leg {
  arc: Arc;
  grows: boolean;
}

const endOf = ({ arc, grows }: Leg) => (grows ? arc.to : arc.from);
const startOf = ({ arc, grows }: Leg) => (grows ? arc.from : arc.to);

interface Trip {
  start: string;
  goal: string;
}

/** The rest of the circle that a change of this cell would have to run through. */
const around = (arc: Arc, grows: boolean): Trip =>
  grows ? { start: arc.to, goal: arc.from } : { start: arc.from, goal: arc.to };

const legsFrom = (network: Network, node: string): Leg[] =>
  (network.get(node) ?? []).map((arc) => ({ arc, grows: arc.from === node }));

function backtrack(reached: ReadonlyMap<string, Leg>, { start, goal }: Trip): Leg[] {
  const path: Leg[] = [];
  for (let node = goal; node !== start;) {
    const leg = reached.get(node)!;
    path.push(leg);
    node = startOf(leg);
  }
  return path;
}

function findPath(network: Network, trip: Trip, open: (leg: Leg) => boolean): Leg[] | null {
  const reached = new Map<string, Leg>();
  const queue = [trip.start];
  for (let next = 0; next < queue.length; next += 1) {
    for (const leg of legsFrom(network, queue[next]!)) {
      const node = endOf(leg);
      if (node === trip.start || reached.has(node) || !open(leg)) continue;
      reached.set(node, leg);
      if (node === trip.goal) return backtrack(reached, trip);
      queue.push(node);
    }
  }
  return null;
}

/**
 * How far a cell can grow or shrink, up to what is needed, while everything shown stays as it is:
 * a flow through the hidden cells, none of which falls below nothing.
 */
export function slack(network: Network, cell: Arc, grows: boolean, needed: number): number {
  const values = new Map<Arc, number>();
  const valueOf = (arc: Arc) => values.get(arc) ?? arc.value;
  const open = ({ arc, grows: up }: Leg) => arc !== cell && arc.hidden && (up || valueOf(arc) > 0);
  let moved = 0;
  while (moved < needed) {
    const path = findPath(network, around(cell, grows), open);
    if (path === null) break;
    const shrinking = path.filter((leg) => !leg.grows).map(({ arc }) => valueOf(arc));
    const amount = Math.min(needed - moved, ...shrinking);
    for (const leg of path) values.set(leg.arc, valueOf(leg.arc) + (leg.grows ? amount : -amount));
    moved += amount;
  }
  return moved;
}

/** The cells whose hiding would let this one grow or shrink so far, as cheap as can be; null when none would. */
export function cheapestCover(
  network: Network,
  cell: Arc,
  grows: boolean,
  amount: number,
): string[] | null {
  const trip = around(cell, grows);
  const costs = new Map<string, number>([[trip.start, 0]]);
  const reached = new Map<string, Leg>();
  const waiting = new Set([trip.start]);
  while (waiting.size > 0) {
    const nearest = [...waiting].reduce((a, b) => (costs.get(b)! < costs.get(a)! ? b : a));
    if (nearest === trip.goal) break;
    waiting.delete(nearest);
    for (const leg of legsFrom(network, nearest)) {
      const { arc } = leg;
      if (arc === cell || (!leg.grows && arc.value < amount)) continue;
      const cost = costs.get(nearest)! + (arc.hidden ? 0 : arc.cost);
      const node = endOf(leg);
      if (cost >= (costs.get(node) ?? Infinity)) continue;
      costs.set(node, cost);
      reached.set(node, leg);
      waiting.add(node);
    }
  }
  if (!reached.has(trip.goal)) return null;
  return backtrack(reached, trip).flatMap(({ arc }) => (arc.hidden ? [] : arc.cells));
}
