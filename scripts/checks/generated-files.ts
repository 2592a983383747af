import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from './findings.js';

/** File (relative to the repository) → what the code says that it holds. */
export type GeneratedFiles = ReadonlyMap<string, string>;

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

/** Writes what differs and answers the names of what it wrote. */
export function writeGenerated(root: string, files: GeneratedFiles): string[] {
  const written: string[] = [];
  for (const [name, content] of files) {
    const file = path.join(root, name);
    if (read(file) === content) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    written.push(name);
  }
  return written;
}

/** Says which files are not what the code says, and how. */
export function compareGenerated(root: string, files: GeneratedFiles, remedy: string): Finding[] {
  return [...files].flatMap(([name, content]) => {
    const stored = read(path.join(root, name));
    if (stored === content) return [];
    if (stored === null) return [{ place: name, says: `is missing; ${remedy}` }];
    return [
      { place: name, says: `is not what the code says; ${remedy}\n${diff(stored, content)}` },
    ];
  });
}

/** What git would show a reviewer, without its first lines. */
function diff(stored: string, generated: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jejaring-diff-'));
  try {
    writeFileSync(path.join(folder, 'stored'), stored);
    writeFileSync(path.join(folder, 'generated'), generated);
    const args = ['diff', '--no-index', '--no-color', '--unified=2', 'stored', 'generated'];
    const { stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    // Without git the sentence before it has to do.
    return (stdout ?? '').split('\n').slice(4).join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
