import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where the development stack keeps everything it makes. */
export const stateDir = path.join(root, '.jejaring');

export const bin = (name) => path.join(root, 'node_modules', '.bin', name);
