import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireBuilt, runJob } from './jobs.mjs';
import { root } from './places.mjs';
import { Trouble } from './progress.mjs';

/** What each profile loads, one after the other. */
const loadersOf = {
  demo: ['load-demo'],
  empty: ['load-demo'],
  national: ['load-demo', 'load-national'],
};

export const profiles = Object.keys(loadersOf);

const entryOf = (loader) => path.join(root, 'scripts', 'dist', `${loader}.js`);
const markerOf = (dir) => path.join(dir, 'loaded');

export function assertProfile(profile) {
  if (profiles.includes(profile)) return;
  throw new Trouble(`There is no profile "${profile}"; choose demo, empty or national.`);
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

/** Loads the data of a profile, once in the life of the data folder. */
export async function loadOnce({ dir, profile, env, stateFile, progress, running }) {
  if (isLoaded(dir)) return;
  const loading = { ...env, JEJARING_STATE_FILE: stateFile, JEJARING_PROFILE: profile };
  const load = (name) =>
    runJob({
      dir,
      name,
      entry: requireBuilt(entryOf(name)),
      env: loading,
      running,
      // What takes minutes says how far it has come.
      onLine: name === 'load-national' ? progress.say : undefined,
    });
  await progress.during(`Loading the ${profile} data`, async () => {
    for (const name of loadersOf[profile]) await load(name);
  });
  writeFileSync(markerOf(dir), `${profile}\n`);
}
