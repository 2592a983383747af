import { createHash } from 'node:crypto';
import { stripIgnoredCharacters } from 'graphql';
import { refusal } from '../errors.js';
import type { KnownOperation } from '../operations/known-operation.js';

export const safelistModes = ['off', 'log', 'enforce'] as const;
export type SafelistMode = (typeof safelistModes)[number];

/**
 * The documents that were looked at before anybody may ask them: the published ones and those of
 * clients' manifests. Layout and comments do not matter; a changed character of anything else does.
 */
export class Safelist {
  private listed: ReadonlySet<string> = new Set();
  /** Every listed document as it was written. */
  texts: readonly string[] = [];
  private found = new WeakMap<KnownOperation, boolean>();

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
    this.listed = hashesOf(this.texts);
    this.found = new WeakMap();
  }

  lists(known: KnownOperation): boolean {
    const found = this.found.get(known) ?? this.listsText(known.text);
    this.found.set(known, found);
    return found;
  }

  /** Where the list is enforced, nothing of another document is even parsed. */
  refuseUnlisted(text: string): void {
    if (this.mode === 'enforce' && !this.listsText(text)) throw notListed();
  }

  private listsText(text: string): boolean {
    const hash = hashOf(text);
    return hash !== null && this.listed.has(hash);
  }
}

export const notListed = () =>
  refusal(
    'OPERATION_NOT_LISTED',
    403,
    'Only operations that were published beforehand are answered here.',
  );

const hashesOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => hashOf(text) ?? []));

/** Null for what is not even made of the words of the language. */
function hashOf(text: string): string | null {
  try {
    return createHash('sha256').update(stripIgnoredCharacters(text)).digest('base64');
  } catch {
    return null;
  }
}
