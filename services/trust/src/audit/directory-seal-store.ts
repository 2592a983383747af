import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SealStore } from './seal-store.js';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Seals below a directory, for one machine: whole files, each linked into place once. */
export function directorySealStore(directory: string): SealStore {
  const placeOf = (name: string) => path.join(directory, ...name.split('/'));
  return {
    async add(name, text) {
      const place = placeOf(name);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const beside = `${place}.${randomUUID()}`;
      try {
        await writeDurably(beside, text);
        await link(beside, place);
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(beside, { force: true });
      }
    },
    async get(name) {
      try {
        return await readFile(placeOf(name), 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    async list(prefix, after) {
      try {
        const files = await readdir(placeOf(prefix));
        const names = files
          .filter((file) => /\.(json|pem)$/.test(file))
          .map((file) => prefix + file);
        return names
          .filter((name) => name > after)
          .sort()
          .slice(0, 1_000);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
  };
}
