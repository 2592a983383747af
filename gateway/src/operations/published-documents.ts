import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of every document in the folder of published operations; none when it is not there. */
export function readPublishedDocuments(folder: string): string[] {
  return listDocuments(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
}

function listDocuments(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
