import { endProcess, identityOf } from '../../infra/postgres/process-identity.mjs';
import { isServerOf, readLockFile } from '../../infra/postgres/leftover.mjs';
import { postgresData, stopOrder } from './members.mjs';

const withinMs = 14_000;
/** What is kept back for PostgreSQL, which must write what it holds before it goes. */
const reserveMs = 4_000;
const perStageMs = 4_000;

/** Stops jobs, then the gateway, services, issuer, broker and last PostgreSQL, all in 15 seconds. */
export async function shutDown({ dir, members, running }) {
  const until = Date.now() + withinMs;
  const left = () => Math.max(500, until - Date.now());
  for (const child of running) child.kill('SIGTERM');
  for (const names of stopOrder(members)) {
    const present = names.map((name) => members[name]).filter(Boolean);
    const last = names.includes('postgres');
    const patience = last ? left() : Math.min(perStageMs, Math.max(500, left() - reserveMs));
    await Promise.all(present.map((member) => member.stop(patience)));
  }
  for (const child of running) child.kill('SIGKILL');
  if (members.postgres) await endServer(dir);
}

/** When the server's starter had to be killed, the server itself is still there. */
async function endServer(dir) {
  const data = postgresData(dir);
  const pid = readLockFile(data)?.pid;
  if (pid && isServerOf(pid, data))
    await endProcess(identityOf(pid), [
      ['SIGQUIT', 1_000],
      ['SIGKILL', 1_000],
    ]);
}
