import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../proof/report.js';

const suite = { name: '@apollo/federation-subgraph-compatibility-tests', version: '1.2.1' };

/** Installs Apollo's suite into a folder of its own, without the programs that its packages would download. */
export function installSuite(root: string): string {
  const folder = path.join(root, '.jejaring', 'conformance', 'subgraph-compatibility');
  const place = path.join(folder, 'node_modules', suite.name);
  if (existsSync(path.join(place, 'package.json'))) return place;
  say(`Downloads from npm, into ${folder} (about 130 MB): ${suite.name}@${suite.version}`);
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: { [suite.name]: suite.version } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm could not install the suite.');
  return place;
}

export interface Outcome {
  passed: number;
  total: number;
  failed: string[];
}

interface JestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Runs the suite's own tests; they ask the four processes at the ports that the suite fixes. */
export async function runSuite(place: string): Promise<Outcome> {
  const modules = path.resolve(place, '..', '..');
  const file = path.join(modules, '..', 'report.json');
  const jest = path.join(modules, 'jest', 'bin', 'jest.js');
  const settings = ['--config', path.join(place, 'federation-jest.config.js')];
  const tests = ['--rootDir', path.join(place, 'dist', 'tests'), '--runInBand'];
  const report = ['--json', '--outputFile', file, '--silent'];
  // Not waited for in place: the products service answers from this process.
  const args = [jest, ...settings, ...tests, ...report];
  await once(spawn(process.execPath, args, { cwd: place, stdio: 'ignore' }), 'exit');
  return readReport(JSON.parse(readFileSync(file, 'utf8')) as JestReport);
}

function readReport({ numPassedTests, numTotalTests, testResults }: JestReport): Outcome {
  const assertions = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = assertions.filter(({ status }) => status !== 'passed');
  for (const { fullName, failureMessages } of failed)
    say(`${fullName}: ${failureMessages.join().slice(0, 500)}`);
  return {
    passed: numPassedTests,
    total: numTotalTests,
    failed: failed.map(({ fullName }) => fullName),
  };
}
