import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../proof/report.js';

/** Installs the rivals into a folder of their own; nothing of them is a dependency of the repository. */
export const installRivals = (root: string): string => install(root, 'rivals', '', 680);

/** What makes the configuration of Cosmo Router, which is a program in Go. */
export const installCosmo = (root: string): string => install(root, 'cosmo', 'cosmo', 60);

function install(root: string, name: string, below: string, megabytes: number): string {
  const folder = path.join(root, '.jejaring', 'bench', name);
  const source = path.join(root, 'scripts', 'bench', 'gateway', 'rivals', below);
  const wanted = readFileSync(path.join(source, 'package.json'), 'utf8');
  const installed = path.join(folder, 'package.json');
  const same = existsSync(installed) && readFileSync(installed, 'utf8') === wanted;
  if (!same || !existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) {
    download({ folder, source, wanted, megabytes });
  }
  cpSync(source, folder, { recursive: true });
  return folder;
}

interface Download {
  folder: string;
  source: string;
  wanted: string;
  megabytes: number;
}

function download({ folder, source, wanted, megabytes }: Download): void {
  const { dependencies } = JSON.parse(wanted) as { dependencies: Record<string, string> };
  const names = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
  say(`Downloads from npm, into ${folder} (about ${megabytes} MB): ${names.join(', ')}`);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(source, 'package.json'), path.join(folder, 'package.json'));
  const args = ['install', '--no-audit', '--no-fund', '--no-progress'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm could not install the rivals.');
}
