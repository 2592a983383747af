import type { Repository } from './coverage.js';
import { checkName, namesIn } from './coverage.js';
import type { Finding } from './findings.js';

/** What stands in the last column where no machine can prove it: who sees to it instead, or that it is missing. */
const unproven = /^(operator|issuer|office|open):/;

/**
 * A page that sets duties of a law or a standard against what fulfils them: each row of a table under
 * the heading `duty` names in its last column a test that is there, or says who answers for it.
 */
export function checkDuties(place: string, text: string, repository: Repository): Finding[] {
  return dutyRows(text).flatMap(({ duty, proof }) =>
    faultsOf(proof, repository).map((fault) => ({ place, says: `${duty}: ${fault}` })),
  );
}

function faultsOf(proof: string, repository: Repository): string[] {
  const files = namesIn(proof).filter(({ name }) => name.includes('/') || /^[A-Z]/.test(name));
  if (files.length === 0 && !unproven.test(proof)) return ['names no proof'];
  return files.flatMap(({ name, tests }) => checkName(name, tests, repository));
}

function dutyRows(text: string): { duty: string; proof: string }[] {
  const lines = text.split('\n').filter((line) => line.startsWith('| '));
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, duty = '']) => duty !== 'duty' && !duty.startsWith('---'))
    .map((cells) => ({ duty: cells[1] ?? '', proof: cells.at(-2) ?? '' }));
}
