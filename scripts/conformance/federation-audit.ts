import { root } from '#machinery';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { finish, printTable } from '../proof/report.js';

/*
 * The Guild's audit of federation gateways, against our gateway as it is shipped. The suite is not on
 * npm and nothing of it is kept here: it runs from a checkout, with its own services and its own
 * judgement.
 */
const howToGetOne = `The audit runs from a checkout of github.com/graphql-hive/federation-gateway-audit:

  git clone https://github.com/graphql-hive/federation-gateway-audit
  cd federation-gateway-audit && npm install
  npm run conformance -- federation-audit --suite <that folder>

Other gateways that it lists (wgc, @graphql-hive/*) need not be installed: drop them from its package.json.
`;

// Stock Apollo Gateway 2.14 passes 193; no published gateway on Node more than 197.
const least = 197;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function prepare(folder: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = path.join(folder, 'gateway.private.pem');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const serve = path.join(import.meta.dirname, 'federation-audit', 'serve-suite.js');
  const script = path.join(folder, 'run.sh');
  writeFileSync(script, `exec "${process.execPath}" "${serve}" "$1"\n`);
  return script;
}

interface Outcome {
  passed: number;
  total: number;
  failed: string[];
}

/** The suite writes the name of each group and, below it, a point or a cross for each of its cases. */
function readOutcome(text: string): Outcome {
  const outcome: Outcome = { passed: 0, total: 0, failed: [] };
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (at === 0 || !/^[.X]+$/.test(line)) continue;
    for (const [number, mark] of [...line].entries()) {
      outcome.total += 1;
      if (mark === '.') outcome.passed += 1;
      else outcome.failed.push(`${lines[at - 1]} #${number + 1}`);
    }
  }
  return outcome;
}

async function audit(suite: string, only: string | undefined): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-audit-'));
  try {
    const [suitePort, gatewayPort] = [await freePort(), await freePort()];
    const script = prepare(folder);
    const gateway = `http://127.0.0.1:${gatewayPort}`;
    const options = Object.entries({
      port: suitePort,
      cwd: folder,
      'run-script': script,
      graphql: `${gateway}/graphql`,
      healthcheck: `${gateway}/livez`,
    }).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const command = only === undefined ? ['test'] : ['test-suite', '--test', only];
    const tsx = path.join(suite, 'node_modules', 'tsx', 'dist', 'cli.mjs');
    const child = spawn(process.execPath, [tsx, 'src/cli.ts', ...command, ...options], {
      cwd: suite,
      stdio: 'inherit',
      env: {
        ...process.env,
        GATEWAY_TIMEOUT: '60000',
        AUDIT_FOLDER: folder,
        AUDIT_PORT: String(suitePort),
        AUDIT_GATEWAY_PORT: String(gatewayPort),
      },
    });
    await once(child, 'exit');
    const results = path.join(folder, 'results.txt');
    return readOutcome(existsSync(results) ? readFileSync(results, 'utf8') : '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { suite: { type: 'string' }, test: { type: 'string' } } });
const suite = values.suite === undefined ? null : path.resolve(root, values.suite);
if (suite === null || !existsSync(path.join(suite, 'node_modules', 'tsx'))) {
  process.stderr.write(howToGetOne);
  process.exitCode = 2;
} else {
  const outcome = await audit(suite, values.test);
  if (outcome.failed.length > 0)
    printTable(
      'Cases that did not pass',
      outcome.failed.map((name) => ({ name })),
    );
  process.stdout.write('\n');
  const goal = `at least ${least} of ${outcome.total} cases pass: ${outcome.passed}`;
  if (values.test === undefined) finish(outcome, [{ name: goal, met: outcome.passed >= least }]);
}
