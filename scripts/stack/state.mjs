import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stateDir } from './places.mjs';
import { Trouble } from './progress.mjs';

const fileOf = (dir) => path.join(dir, 'state.json');

/** Tells other scripts how to reach the running stack; it holds passwords, so nobody else may read it. */
export function writeState(dir, state) {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
}

export const removeState = (dir) => rmSync(fileOf(dir), { force: true });

export function readState(dir = stateDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dir), 'utf8'));
  } catch {
    throw new Trouble('No development stack runs here; start one with npm start.');
  }
}
