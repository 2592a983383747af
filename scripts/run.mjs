import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runOnNode24, runsOnNode24 } from './stack/node24.mjs';
import { root } from './stack/places.mjs';
import { prepare } from './stack/prepare.mjs';
import { createProgress, explain, Trouble } from './stack/progress.mjs';

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
  if (target.endsWith('.ts')) return { file: builtFrom(target), args };
  const [name, ...rest] = args;
  const known = namesIn(target);
  if (known.includes(name)) return { file: builtFrom(`${target}/${name}.ts`), args: rest };
  const said = name === undefined ? 'Say which one' : `"${name}" is not known`;
  process.stderr.write(`${said}. Known: ${known.join(', ') || 'none yet'}.\n`);
  return null;
}

function builtFrom(source) {
  const file = source.replace(/^scripts/, 'scripts/dist').replace(/\.ts$/, '.js');
  if (existsSync(path.join(root, source))) return path.join(root, file);
  throw new Trouble(`There is no ${source}.`);
}

/** A folder's scripts are the files directly in it; what they share lies in folders below. */
function namesIn(folder) {
  const place = path.join(root, folder);
  const files = existsSync(place) ? readdirSync(place) : [];
  const scripts = files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file));
  return scripts.map((file) => file.replace(/\.ts$/, '')).sort();
}

const [target, ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(target, args);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
