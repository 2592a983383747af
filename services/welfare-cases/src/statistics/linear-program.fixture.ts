/** One equation: the sum of some variables, by their places, is a number. */
export interface Equation {
  places: readonly number[];
  sum: number;
}

const tiny = 1e-7;

/** Gauss-Jordan step: the column leaves every row but one. */
function pivot(rows: number[][], at: number, column: number): void {
  const row = rows[at]!;
  const divisor = row[column]!;
  for (let place = 0; place < row.length; place += 1) row[place] = row[place]! / divisor;
  rows.forEach((other, index) => {
    const factor = other[column]!;
    if (index === at || Math.abs(factor) < 1e-12) return;
    for (let place = 0; place < other.length; place += 1)
      other[place] = other[place]! - factor * row[place]!;
  });
}

/** Bland's rule: the first column that helps, the first row that binds; it never runs in a circle. */
function improve(rows: number[][], basis: number[], columns: number): 'best' | 'endless' {
  const last = rows[0]!.length - 1;
  for (;;) {
    const goal = rows.at(-1)!;
    const column = goal.findIndex((value, place) => place < columns && value < -tiny);
    if (column === -1) return 'best';
    let at = -1;
    for (let index = 0; index < basis.length; index += 1) {
      if (rows[index]![column]! <= tiny) continue;
      const ratio = rows[index]![last]! / rows[index]![column]!;
      const best = at === -1 ? Infinity : rows[at]![last]! / rows[at]![column]!;
      if (ratio < best - tiny || (ratio < best + tiny && basis[index]! < basis[at]!)) at = index;
    }
    if (at === -1) return 'endless';
    pivot(rows, at, column);
    basis[at] = column;
  }
}

/** A first solution of the equations with no variable below nothing (two-phase simplex). */
export function solve(variables: number, equations: readonly Equation[]) {
  const width = variables + equations.length + 1;
  const rows = equations.map(({ places, sum }, index) => {
    const row = Array.from({ length: width }, () => 0);
    for (const place of places) row[place] = row[place]! + 1;
    row[variables + index] = 1;
    row[width - 1] = sum;
    return row;
  });
  const goal = Array.from({ length: width }, (_none, place) =>
    place >= variables && place < width - 1 ? 0 : -rows.reduce((sum, row) => sum + row[place]!, 0),
  );
  const basis = equations.map((_equation, index) => variables + index);
  improve([...rows, goal], basis, variables);
  return { rows, basis, variables, feasible: goal[width - 1]! > -1e-5 };
}

/** The largest sum of these variables that the equations allow. */
export function largest(solved: ReturnType<typeof solve>, weights: ReadonlyMap<number, number>) {
  const { variables } = solved;
  const rows = solved.rows.map((row) => [...row]);
  const basis = [...solved.basis];
  // What helped to begin must not come back: an equation that says nothing new keeps its helper at 0.
  basis.forEach((column, index) => {
    const other = rows[index]!.findIndex(
      (value, place) => place < variables && Math.abs(value) > tiny,
    );
    if (column < variables || other === -1) return;
    pivot(rows, index, other);
    basis[index] = other;
  });
  const width = rows[0]!.length;
  const goal = Array.from({ length: width }, (_none, place) => -(weights.get(place) ?? 0));
  basis.forEach((column, index) => {
    const factor = goal[column]!;
    if (factor !== 0)
      rows[index]!.forEach((value, place) => (goal[place] = goal[place]! - factor * value));
  });
  const end = improve([...rows, goal], basis, variables);
  return end === 'endless' ? Infinity : goal[width - 1]!;
}
