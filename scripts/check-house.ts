import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chassisLines, mostChassisLines } from './checks/chassis-size.js';
import { checkCoverage } from './checks/coverage.js';
import { checkDuties } from './checks/proven-duties.js';
import { oddNames, withoutKind } from './checks/file-names.js';
import type { Finding } from './checks/findings.js';
import { report } from './checks/findings.js';
import { longFiles, longFunctions } from './checks/lengths.js';
import { checkReadmes } from './checks/readmes.js';
import { readOperations } from './checks/operations.js';
import { readSources } from './checks/source-files.js';

const root = path.resolve(import.meta.dirname, '..', '..');

const say = (line: string) => process.stdout.write(`${line}\n`);

function note(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  say(`note: ${title}`);
  for (const line of lines) say(`  ${line}`);
}

const read = (file: string): string | null => {
  const found = path.join(root, file);
  return existsSync(found) ? readFileSync(found, 'utf8') : null;
};

const dutyPages = ['docs/privacy.md', 'docs/security-controls.md'];

/** Pages that claim something of operations and tests, held against what is there. */
function claimFindings(): Finding[] {
  const names = readOperations(root).map(({ file }) => path.basename(file, '.graphql'));
  const repository = { operations: new Set(names), read };
  return [
    ...checkCoverage(read('docs/coverage.md') ?? '', repository),
    ...dutyPages.flatMap((page) => checkDuties(page, read(page) ?? '', repository)),
  ];
}

const inWords = ({ place, says }: Finding) => `${place}: ${says}`;

/** The house's rules that the linter cannot see; what only warns is printed as a note. */
function checkHouse(): boolean {
  const sources = readSources(root, /\.(ts|mts|mjs)$/);
  const files = sources.map(({ file }) => file);
  const chassis = chassisLines(sources);
  const services = readdirSync(path.join(root, 'services')).map((name) => `services/${name}`);
  const findings = [
    ...longFiles(sources, 400),
    ...longFunctions(sources, 60),
    ...oddNames(files),
    ...checkReadmes(readSources(root, /(^|\/)README\.md$/), [...services, 'gateway', 'clients']),
    ...claimFindings(),
  ];
  if (chassis > mostChassisLines) {
    const says = `has ${chassis} lines; more than ${mostChassisLines}: something has to leave`;
    findings.push({ place: 'services/chassis', says });
  }
  const failing = new Set(findings.map(({ place }) => place));
  const warned = [...longFiles(sources, 250), ...longFunctions(sources, 40)];
  note('long', warned.filter(({ place }) => !failing.has(place)).map(inWords));
  note('named after what they are, without a kind', withoutKind(files));
  say(`the chassis has ${chassis} of ${mostChassisLines} lines`);
  return report(findings, `${files.length} files are as the house wants them`);
}

process.exitCode = checkHouse() ? 0 : 1;
