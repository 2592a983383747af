import type { Finding } from './findings.js';
import type { SourceFile } from './source-files.js';
import { countLines } from './source-files.js';

const most = 120;

/** Every deployable says what it is, shortly. */
export function checkReadmes(
  readmes: readonly SourceFile[],
  folders: readonly string[],
): Finding[] {
  const present = new Set(readmes.map(({ file }) => file));
  const expected = ['README.md', ...folders.map((folder) => `${folder}/README.md`)];
  const missing = expected.filter((file) => !present.has(file));
  const long = readmes.filter(({ text }) => countLines(text) >= most);
  return [
    ...missing.map((place) => ({ place, says: 'is missing' })),
    ...long.map(({ file, text }) => ({
      place: file,
      says: `has ${countLines(text)} lines; a README stays under ${most}`,
    })),
  ];
}
