import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@jejaring/chassis/process/log';
import { readManifest } from './manifest.rules.js';

export interface ManifestOptions {
  /** Files, or folders of `.json` files. */
  places: readonly string[];
  everyMs: number;
  log: Logger;
}

/** The documents of all manifests; throws when one of them cannot be read or believed. */
export const readManifests = (places: readonly string[]): string[] =>
  listFiles(places).flatMap((file) => {
    try {
      return readManifest(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
  });

/** Tells of the documents whenever a manifest changes; the last good ones stay. Returns how to stop. */
export function followManifests(
  { places, everyMs, log }: ManifestOptions,
  takeOver: (texts: readonly string[]) => void,
): () => void {
  if (places.length === 0) return () => undefined;
  let seen = stampOf(places);
  const look = (): void => {
    const stamp = stampOf(places);
    if (stamp === seen) return;
    seen = stamp;
    try {
      takeOver(readManifests(places));
      log.info('took over changed manifests of operations');
    } catch (error) {
      log.error({ err: error }, 'a changed manifest cannot be used; the last good ones stay');
    }
  };
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}

const listFiles = (places: readonly string[]): string[] =>
  places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place)
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => join(place, name))
      : [place],
  );

/** Changes whenever a file comes, goes or is written. */
function stampOf(places: readonly string[]): string {
  try {
    return listFiles(places)
      .map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`)
      .join('\n');
  } catch (error) {
    return `unreadable: ${String(error)}`;
  }
}
