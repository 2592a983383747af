import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runJob } from './jobs.mjs';
import { root } from './places.mjs';
import { Trouble } from './progress.mjs';

export const profiles = ['demo', 'empty'];

const loader = path.join(root, 'scripts', 'dist', 'load-demo.js');
const markerOf = (dir) => path.join(dir, 'loaded');

export function assertProfile(profile) {
  if (profiles.includes(profile)) return;
  throw new Trouble(`There is no profile "${profile}"; choose ${profiles.join(' or ')}.`);
}

export const isLoaded = (dir) => existsSync(markerOf(dir));

/** Data of one profile stay until npm run reset; another profile cannot be laid over them. */
export function assertSameProfile(dir, profile) {
  if (!isLoaded(dir)) return;
  const loaded = readFileSync(markerOf(dir), 'utf8').trim();
  if (loaded === profile) return;
  throw new Trouble(
    `This stack holds the profile "${loaded}"; run npm run reset before starting "${profile}".`,
  );
}

/** Loads reference data, and for `demo` the demo data, once in the life of the data folder. */
export async function loadOnce({ dir, profile, env, stateFile, progress, running }) {
  if (isLoaded(dir)) return;
  if (!existsSync(loader)) {
    progress.say('No data are loaded: scripts/dist/load-demo.js is not there yet');
    return;
  }
  const loading = { ...env, JEJARING_STATE_FILE: stateFile, JEJARING_PROFILE: profile };
  await progress.during(`Loading the ${profile} data`, () =>
    runJob({ dir, name: 'load-demo', entry: loader, env: loading, running }),
  );
  writeFileSync(markerOf(dir), `${profile}\n`);
}
