import { rounded } from '../../proof/figures.js';
import type { Measured } from './measure.js';
import type { Where } from './watch.js';

const rows: readonly [name: string, waited: keyof Where | null, worked: keyof Where | null][] = [
  ['gateway', 'gatewayMs', 'cpuGateway'],
  ['between', 'betweenMs', null],
  ['services', 'servicesMs', 'cpuServices'],
  ['SQL', 'sqlMs', null],
  ['PostgreSQL', null, 'cpuPostgres'],
];

/** The shares of one request of each operation; null where nobody looked. */
export function sumUp(measured: readonly Measured[]) {
  if (measured.some(({ gatewayMs }) => gatewayMs === undefined)) return null;
  const sum = (part: keyof Where) => measured.reduce((so, each) => so + each[part]!, 0);
  const shareOf = (part: keyof Where | null, among: 1 | 2) => {
    if (part === null) return '';
    const all = rows.flatMap((row) => row[among] ?? []).reduce((so, each) => so + sum(each), 0);
    return `${rounded((100 * sum(part)) / all)} %`;
  };
  return rows.map(([layer, waited, worked]) => ({
    layer,
    'of the time': shareOf(waited, 1),
    'of the processor time': shareOf(worked, 2),
  }));
}
