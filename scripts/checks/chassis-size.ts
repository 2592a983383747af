import type { SourceFile } from './source-files.js';
import { countLines } from './source-files.js';

export const mostChassisLines = 3_500;

/** Lines of the chassis that a service runs: neither tests nor what helps to test. */
export function chassisLines(sources: readonly SourceFile[]): number {
  return sources
    .filter(({ file }) => file.startsWith('services/chassis/src/'))
    .filter(({ file }) => !file.startsWith('services/chassis/src/testing/'))
    .filter(({ file }) => !file.endsWith('.test.ts'))
    .reduce((sum, { text }) => sum + countLines(text), 0);
}
