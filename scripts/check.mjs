import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findNode24, projectEnvironment } from './stack/node24.mjs';
import { bin, root } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, explain, runScript } from './stack/progress.mjs';

/** Every check, in the order of what is quickest to mend. */
const checks = () => [
  { name: 'format', program: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: bin('oxlint'), args: ['--type-aware'] },
  { name: 'types', program: bin('tsc'), args: ['-b'] },
  { name: 'schema', script: 'compose-schema', args: ['--check'] },
  { name: 'events', script: 'check-events', args: ['--check'] },
  { name: 'house', script: 'check-house', args: [] },
];

async function check() {
  await prepare(createProgress(), { build: false });
  const results = [await timed('build', build)];
  for (const one of checks()) results.push(await timed(one.name, () => perform(one)));
  process.exitCode = results.find((code) => code !== 0) ?? 0;
}

/** The rest is checked even when the build fails, so that one run names all that is wrong. */
async function build() {
  try {
    await prepare(createProgress());
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

async function timed(name, work) {
  const began = Date.now();
  process.stdout.write(`--- ${name}\n`);
  const code = await work();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`--- ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return code;
}

function perform({ program, script, args }) {
  if (program) return run(program, args);
  const built = path.join(root, 'scripts', 'dist', `${script}.js`);
  if (existsSync(built)) return run(findNode24(), [built, ...args]);
  process.stderr.write(`scripts/${script}.ts is not there, or is not built.\n`);
  return 1;
}

function run(program, args) {
  const child = spawn(program, args, {
    cwd: root,
    env: projectEnvironment(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

await runScript(check);
