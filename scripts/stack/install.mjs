import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, stateDir } from './places.mjs';
import { Trouble } from './progress.mjs';
import { runTool } from './tool.mjs';

/** Installs what package-lock.json asks for when node_modules is missing or holds something else. */
export async function ensureInstalled(progress) {
  if (isInstalled()) return;
  await progress.during('Installing the npm packages (about a minute)', runNpm);
  if (!isInstalled()) {
    throw new Trouble(
      'npm ci ended well, and yet packages are missing; see .jejaring/logs/npm.log.',
    );
  }
}

/** Compares what npm says it installed with the lock file, so that no marker can be out of date. */
function isInstalled() {
  const installed = readPackages(path.join('node_modules', '.package-lock.json'));
  if (installed === null) return false;
  const wanted = Object.entries(readPackages('package-lock.json'));
  return wanted.every(([place, entry]) => {
    if (!place.startsWith('node_modules/'))
      return place === '' || existsSync(path.join(root, place));
    const found = installed[place];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

async function runNpm() {
  const file = path.join(stateDir, 'logs', 'npm.log');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  const [program, ...start] = findNpm();
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  await runTool({
    name: 'npm',
    program,
    args: [...start, ...options],
    cwd: root,
    failure: `npm ci failed (all of it: ${file}):`,
    onOutput: (chunk) => appendFileSync(file, chunk),
  });
}

/** The npm that started this script, else the one on the path. */
function findNpm() {
  const started = process.env.npm_execpath;
  if (started?.endsWith('npm-cli.js') && existsSync(started)) return [process.execPath, started];
  return ['npm'];
}
