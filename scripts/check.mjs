import { spawn } from 'node:child_process';
import path from 'node:path';
import { findNode24, projectEnvironment } from './stack/node24.mjs';
import { bin, root } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, runScript } from './stack/progress.mjs';

const built = (name) => path.join(root, 'scripts', 'dist', name);

/** Every check, in the order of what is quickest to mend. `node` marks a script of this project. */
const checks = () => [
  { name: 'format', program: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', program: bin('oxlint'), args: ['--type-aware'] },
  { name: 'types', program: bin('tsc'), args: ['-b'] },
  { name: 'schema', node: built('compose-schema.js'), args: ['--check'] },
  { name: 'events', node: built('check-events.js'), args: ['--check'] },
  { name: 'house', node: built('check-house.js'), args: [] },
];

async function check() {
  await prepare(createProgress());
  const results = [];
  for (const one of checks()) results.push(await perform(one));
  const failed = results.find(({ code }) => code !== 0);
  process.exitCode = failed ? failed.code : 0;
}

async function perform({ name, program, node, args }) {
  const began = Date.now();
  process.stdout.write(`--- ${name}\n`);
  const code = await run(node ? findNode24() : program, node ? [node, ...args] : args);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`--- ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return { name, code };
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
