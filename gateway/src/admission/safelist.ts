import { createHash } from 'node:crypto';
import { stripIgnoredCharacters } from 'graphql';
import { refusal } from '../errors.js';
import type { KnownOperation } from '../operations/known-operation.js';
import { documentId } from '../operations/known-operation.js';

export const safelistModes = ['off', 'log', 'enforce'] as const;
export type SafelistMode = (typeof safelistModes)[number];

/**
 * The documents that were looked at before anybody may ask them: the published ones and those of
 * clients' manifests. Layout and comments do not matter; a changed character of anything else does.
 */
export class Safelist {
  private listed: ReadonlyMap<string, string> = new Map();
  /** Every listed document as it was written. */
  texts: readonly string[] = [];
  private found = new WeakMap<KnownOperation, string | null>();

  constructor(
    readonly mode: SafelistMode,
    private readonly published: readonly string[],
    manifests: readonly string[] = [],
  ) {
    this.takeOver(manifests);
  }

  /** Takes the place of the manifests before; published documents stay. */
  takeOver(manifests: readonly string[]): void {
    this.texts = [...this.published, ...manifests];
    this.listed = idsOf(this.texts);
    this.found = new WeakMap();
  }

  lists(known: KnownOperation): boolean {
    return this.listedAs(known) !== null;
  }

  /** The id of the listed document that this is, however it is laid out here; null when none is. */
  listedAs(known: KnownOperation): string | null {
    const kept = this.found.get(known);
    if (kept !== undefined) return kept;
    const found = this.findText(known.text);
    this.found.set(known, found);
    return found;
  }

  /** Where the list is enforced, nothing of another document is even parsed. */
  refuseUnlisted(text: string): void {
    if (this.mode === 'enforce' && this.findText(text) === null) throw notListed();
  }

  private findText(text: string): string | null {
    const hash = hashOf(text);
    return hash === null ? null : (this.listed.get(hash) ?? null);
  }
}

export const notListed = () =>
  refusal(
    'OPERATION_NOT_LISTED',
    403,
    'Only operations that were published beforehand are answered here.',
  );

/** Of texts that differ in their layout alone, the first gives the id: published ones stand first. */
function idsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const text of texts) {
    const hash = hashOf(text);
    if (hash !== null && !ids.has(hash)) ids.set(hash, documentId(text));
  }
  return ids;
}

/** Null for what is not even made of the words of the language. */
function hashOf(text: string): string | null {
  try {
    return createHash('sha256').update(stripIgnoredCharacters(text)).digest('base64');
  } catch {
    return null;
  }
}
