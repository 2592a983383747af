type Cell = string | number;

/** A table for people: the columns are the keys of the first row. */
export function printTable(title: string, rows: readonly Record<string, Cell>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '')))];
  const widths = columns.map((_name, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const isNumber = columns.map((name) => typeof rows[0]?.[name] === 'number');
  const text = lines.map((line) =>
    line
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  text.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  process.stdout.write(`\n${title}\n\n${text.join('\n')}\n`);
}

/** What is going on, for somebody who watches. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

export interface Goal {
  /** Such as "p99 at most 50 ms". */
  name: string;
  met: boolean;
}

/** The last line of every proof; a goal that was missed makes the exit code 1. */
export function finish(result: object, goals: readonly Goal[]): void {
  for (const { name, met } of goals) process.stdout.write(`${met ? 'met   ' : 'MISSED'} ${name}\n`);
  process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  process.exitCode = goals.every(({ met }) => met) ? 0 : 1;
}
