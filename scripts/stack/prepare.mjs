import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { endLeftoverTools } from './leftovers.mjs';
import { waitForLock } from './lock.mjs';
import { stateDir } from './places.mjs';

/** Installs and builds what is missing; two scripts that want the same take turns. */
export async function prepare(progress, { build = true } = {}) {
  const file = path.join(stateDir, 'run', 'prepare.lock');
  const lock = await waitForLock(file, ({ pid }) =>
    progress.say(`Waiting for process ${pid}, which installs or builds here`),
  );
  try {
    await endLeftoverTools(stateDir);
    await ensureInstalled(progress);
    if (build) await ensureBuilt(progress);
  } finally {
    lock.release();
  }
}
