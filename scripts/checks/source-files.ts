import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the repository, its path with slashes from the root. */
export interface SourceFile {
  file: string;
  text: string;
}

const skipped = new Set(['node_modules', 'dist', 'coverage']);
/** What a script wrote, and no rule of writing is for. */
const generated = new Set([
  'clients/src/operation-types.ts',
  'clients/src/operations.ts',
  'consumers/src/catalogue.ts',
  'consumers/src/types.ts',
]);

/** What people wrote: everything but what is installed, built or hidden. */
export function readSources(root: string, extensions: RegExp): SourceFile[] {
  return listFiles(root, '')
    .filter((file) => extensions.test(file) && !generated.has(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

function listFiles(root: string, folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(root, place);
    return entry.isFile() ? [place] : [];
  });
}

export function countLines(text: string): number {
  const lines = text.split('\n').length;
  return text.endsWith('\n') ? lines - 1 : lines;
}
