import { createHash } from 'node:crypto';
import type { SealableSheet } from './scoring.rules.js';
import { canonicalSheet } from './scoring.rules.js';

export interface Link {
  id: string;
  position: number;
  hash: string;
}

/**
 * The hashes of a stage's sheets in their order, each over the one before: who changes, adds or
 * takes away a sheet afterwards changes the last.
 */
export function chain(sheets: readonly SealableSheet[]): Link[] {
  let hash = '';
  return sheets.map((sheet, index) => {
    hash = createHash('sha256')
      .update(`${hash}\n${canonicalSheet(sheet)}`)
      .digest('hex');
    return { id: sheet.id, position: index + 1, hash };
  });
}

/** What speaks for the whole stage; that of no sheets at all is the hash of nothing. */
export const headOf = (links: readonly Link[]): string =>
  links.at(-1)?.hash ?? createHash('sha256').digest('hex');
