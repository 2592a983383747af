import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNode24, projectEnvironment } from './node24.mjs';
import { root, stateDir } from './places.mjs';
import { runTool } from './tool.mjs';

const stampFile = path.join(stateDir, 'build.stamp');
const skipped = new Set(['node_modules', 'dist', '.turbo', '.git', '.jejaring', 'coverage']);

/** Builds all workspaces and the scripts, unless nothing changed since the last time. */
export async function ensureBuilt(progress) {
  const stamp = stampOf();
  if (readStamp() === stamp && projects().every(isBuilt)) return;
  rmSync(stampFile, { force: true });
  await progress.during('Building', build);
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(stampFile, stamp);
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

/** Every folder with a tsconfig.json of its own that the root one names. */
function projects() {
  const { references } = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8'));
  return references.map(({ path: folder }) => folder);
}

const isBuilt = (folder) =>
  ['dist/.tsbuildinfo', 'tsconfig.tsbuildinfo'].some((file) =>
    existsSync(path.join(root, folder, file)),
  );

/** A hash over the content of everything that the compiler reads. */
function stampOf() {
  const hash = createHash('sha256');
  const files = [
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    'turbo.json',
  ];
  for (const folder of projects()) files.push(...sourcesIn(folder));
  for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function sourcesIn(folder) {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.sort(byName).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesIn(place);
    return /\.(m?ts|json)$/.test(entry.name) && !entry.name.endsWith('.tsbuildinfo') ? [place] : [];
  });
}

const byName = (one, other) => (one.name < other.name ? -1 : 1);

async function build() {
  const turbo = path.join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const quietly = ['--output-logs=errors-only', '--log-order=grouped', '--no-color', '--ui=stream'];
  await run([turbo, 'run', 'build', ...quietly]);
  await run([tsc, '-b', 'scripts']);
}

const run = (args) =>
  runTool({
    name: args[0],
    program: findNode24(),
    args,
    cwd: root,
    env: projectEnvironment(),
    failure: 'The build failed:',
  });
