import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runOnNode24, runsOnNode24 } from './stack/node24.mjs';
import { root } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, explain } from './stack/progress.mjs';

/**
 * Runs a script written in TypeScript: installs and builds what is missing first. The first
 * argument is its file, or a folder whose scripts are chosen by name.
 */
async function run(target, args) {
  // The results of a proof go to the standard output alone.
  const progress = createProgress({ write: (line) => process.stderr.write(line) });
  await prepare(progress, { build: runsOnNode24() });
  if (!runsOnNode24()) {
    return runOnNode24(fileURLToPath(import.meta.url), process.argv.slice(2));
  }
  const chosen = choose(target, args);
  if (chosen === null) return 2;
  process.argv = [process.argv[0], chosen.file, ...chosen.args];
  await import(pathToFileURL(chosen.file));
  return process.exitCode;
}

function choose(target, args) {
  const built = path.join(root, target.replace(/^scripts/, 'scripts/dist'));
  if (target.endsWith('.ts')) return { file: built.replace(/\.ts$/, '.js'), args };
  const [name, ...rest] = args;
  const known = namesIn(built);
  if (known.includes(name)) return { file: path.join(built, `${name}.js`), args: rest };
  const said = name === undefined ? 'Say which one' : `"${name}" is not known`;
  process.stderr.write(`${said}. Known: ${known.join(', ') || 'none yet'}.\n`);
  return null;
}

/** A folder's scripts are the files directly in it; what they share lies in folders below. */
function namesIn(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^[a-z-]+\.js$/.test(file));
  return files.map((file) => file.replace(/\.js$/, '')).sort();
}

const [target, ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(target, args);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
