import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runOnNode24 } from './stack/node24.mjs';
import { root, stateDir } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, runScript } from './stack/progress.mjs';

const projects = ['rules', 'service', 'e2e'];
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/**
 * What runs side by side. Whole federations come last and one at a time: beside them, tests that
 * watch deadlines of seconds would measure the machine.
 */
const rounds = [
  { levels: ['rules', 'service'], options: [] },
  { levels: ['e2e'], options: ['--maxWorkers=1'] },
];

async function test() {
  const args = process.argv.slice(2);
  const chosen = projects.includes(args[0]) ? args.shift() : null;
  await prepare(createProgress());
  const left = chosen === 'rules' ? null : await whyKafkaIsLeftOut();
  if (left !== null) process.stdout.write(`${left}\n`);
  if (left !== null && process.env.JEJARING_REQUIRE_KAFKA === '1') {
    process.exitCode = 1;
    return;
  }
  const totals = { passed: 0, failed: 0, code: 0 };
  for (const { levels, options } of rounds) {
    const asked = chosen === null ? levels : levels.filter((level) => level === chosen);
    if (asked.length > 0) add(totals, await runJest(asked, [...options, ...args]));
  }
  process.exitCode = reportTotals(totals);
}

/** The one loud line about tests that need a broker, or null when they run. */
async function whyKafkaIsLeftOut() {
  if (process.env.KAFKA_BROKERS) return null;
  const { findKafkaTools } = await import('../infra/kafka/broker.mjs');
  const { missing } = findKafkaTools();
  if (!missing) return null;
  return `*** THE KAFKA SUITES ARE LEFT OUT: no KAFKA_BROKERS, and ${missing} was not found here ***`;
}

async function runJest(levels, args) {
  const summary = path.join(stateDir, `test-summary.${process.pid}.json`);
  mkdirSync(path.dirname(summary), { recursive: true });
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // A path may be of one level alone; that nothing at all ran is noticed at the end.
  const report = ['--json', `--outputFile=${summary}`, '--passWithNoTests'];
  const selected = ['--selectProjects', ...levels];
  const heard = [];
  const listen = (piece) => heard.push(piece);
  const colour = process.stdout.isTTY ? ['--colors'] : [];
  const all = [...report, ...colour, ...args, ...selected];
  const code = await runOnNode24(jest, all, { flags, listen });
  return { code: code || (await whoWasNamed(Buffer.concat(heard))), ...readSummary(summary, code) };
}

/** What tests write is read by many: a person of the demo in it fails the run, as anywhere else. */
async function whoWasNamed(output) {
  // Only now: what it needs was installed by this run, perhaps.
  const { canariesIn } = await import('./test/canaries.mjs');
  const names = canariesIn(output.toString('utf8'));
  if (names.length === 0) return 0;
  process.stdout.write(`*** The output names persons: ${names.slice(0, 5).join(', ')} ***\n`);
  return 1;
}

/** Suites that could not even be loaded count as failed: none of their tests ran. */
function readSummary(summary, code) {
  if (!existsSync(summary)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const found = JSON.parse(readFileSync(summary, 'utf8'));
  rmSync(summary);
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
  };
}

function add(totals, { code, passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.code ||= code;
}

function reportTotals({ passed, failed, code }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return code || (failed > 0 || passed === 0 ? 1 : 0);
}

await runScript(test);
