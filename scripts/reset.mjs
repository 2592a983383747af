import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { standInFor } from '../infra/postgres/account.mjs';
import { endAbandonedHolder, findStackHolder } from './stack/lock.mjs';
import { endLeftovers } from './stack/leftovers.mjs';
import { stateDir } from './stack/places.mjs';
import { runScript, Trouble } from './stack/progress.mjs';

async function reset() {
  await endAbandonedHolder(stateDir);
  const holder = findStackHolder(stateDir);
  if (holder) {
    throw new Trouble(
      `The stack runs under process ${holder.pid}; stop it first (kill ${holder.pid}).`,
    );
  }
  const ended = await endLeftovers(stateDir);
  if (ended.length > 0) process.stdout.write(`Ended what a killed run left: ${ended.join(', ')}\n`);
  for (const folder of [stateDir, standInFor(path.join(stateDir, 'postgres'))]) {
    if (!existsSync(folder)) continue;
    remove(folder);
    process.stdout.write(`Removed ${folder}\n`);
  }
}

function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    throw new Trouble(
      `${folder} cannot be removed (${error.code}); another user made it, remove it as that one.`,
    );
  }
}

await runScript(reset);
