import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runOnNode24 } from './stack/node24.mjs';
import { root, stateDir } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, runScript } from './stack/progress.mjs';

const projects = ['rules', 'service', 'e2e'];
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

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
  const summary = path.join(stateDir, `test-summary.${process.pid}.json`);
  const code = await runJest({ chosen, args, summary });
  process.exitCode = reportTotals(summary, code);
}

/** The one loud line about tests that need a broker, or null when they run. */
async function whyKafkaIsLeftOut() {
  if (process.env.KAFKA_BROKERS) return null;
  const { findKafkaTools } = await import('../infra/kafka/broker.mjs');
  const { missing } = findKafkaTools();
  if (!missing) return null;
  return `*** THE KAFKA SUITES ARE LEFT OUT: no KAFKA_BROKERS, and ${missing} was not found here ***`;
}

function runJest({ chosen, args, summary }) {
  mkdirSync(path.dirname(summary), { recursive: true });
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const selected = chosen ? ['--selectProjects', chosen] : [];
  const report = ['--json', `--outputFile=${summary}`];
  return runOnNode24(jest, [...report, ...args, ...selected], { flags });
}

/** Suites that could not even be loaded count as failed: none of their tests ran. */
function reportTotals(summary, code) {
  if (!existsSync(summary)) return code || 1;
  const found = JSON.parse(readFileSync(summary, 'utf8'));
  rmSync(summary);
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
  process.stdout.write(`${found.numPassedTests} passed, ${failed} failed\n`);
  return code || (failed > 0 ? 1 : 0);
}

await runScript(test);
