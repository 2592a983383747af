import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearLeftover } from '../../infra/postgres/leftover.mjs';
import { baseOf } from '../../infra/postgres/account.mjs';
import {
  commandOf,
  endProcess,
  identityOf,
  isAlive,
} from '../../infra/postgres/process-identity.mjs';
import { Trouble } from './progress.mjs';

const folderOf = (dir) => path.join(dir, 'run');
const fileOf = (dir, name) => path.join(folderOf(dir), `${name}.json`);

/** Writes down a process that this one started, so that a later run can end it. */
export function noteProcess(dir, name, { pid, entry }) {
  mkdirSync(folderOf(dir), { recursive: true });
  writeFileSync(fileOf(dir, name), JSON.stringify({ ...identityOf(pid), entry }));
}

export function forgetProcess(dir, name) {
  rmSync(fileOf(dir, name), { force: true });
}

/**
 * Ends what a killed run left behind, PostgreSQL last, and answers the names. A pid that belongs
 * to a stranger by now is left alone: start time and command line must both be those noted.
 */
export async function endLeftovers(dir) {
  const noted = readNotes(dir).filter((note) => !isTool(note));
  const found = noted.filter(isOurs);
  const [last, first] = [found.filter(isPostgres), found.filter((note) => !isPostgres(note))];
  for (const group of [first, last]) await Promise.all(group.map(endOne));
  for (const { name } of noted) forgetProcess(dir, name);
  const base = baseOf(path.join(dir, 'postgres'));
  if (existsSync(base)) await clearServer(base);
  await clearBroker(path.join(dir, 'kafka'));
  return found.map(({ name }) => name);
}

/** Ends an install or a build whose script was killed; call it while holding their lock. */
export async function endLeftoverTools(dir) {
  const noted = readNotes(dir).filter(isTool);
  await Promise.all(noted.filter(isOurs).map(endOne));
  for (const { name } of noted) forgetProcess(dir, name);
}

const isTool = ({ name }) => name.startsWith('tool-');

async function clearServer(base) {
  try {
    await clearLeftover(base, path.join(base, 'data'));
  } catch (error) {
    throw new Trouble(error.message);
  }
}

/** A broker outlives its starter when that one was killed; it knows itself by its settings' file. */
async function clearBroker(folder) {
  const file = path.join(folder, 'broker.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  if (!commandOf(pid).includes(path.join(folder, 'server.properties'))) return;
  await endProcess(identityOf(pid), [
    ['SIGTERM', 10_000],
    ['SIGKILL', 2_000],
  ]);
}

const isPostgres = ({ name }) => name === 'postgres';

function readNotes(dir) {
  if (!existsSync(folderOf(dir))) return [];
  const files = readdirSync(folderOf(dir)).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    try {
      const note = JSON.parse(readFileSync(path.join(folderOf(dir), file), 'utf8'));
      return [{ ...note, name: path.basename(file, '.json') }];
    } catch {
      return [{ name: path.basename(file, '.json'), pid: 0, startedAt: null, entry: '' }];
    }
  });
}

const isOurs = (note) =>
  isAlive(note) && note.pid !== process.pid && commandOf(note.pid).includes(note.entry);

const endOne = (note) =>
  endProcess(note, [
    ['SIGTERM', isPostgres(note) ? 12_000 : 4_000],
    ['SIGKILL', 2_000],
  ]);
