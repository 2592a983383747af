import type { Finding } from './findings.js';

const kinds = 'rules|entity|types|resolver|service|consumer|fixture|rules\\.test|test|e2e\\.test';
const ofKind = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*\\.(${kinds})\\.ts$`);
const namedAfterWhatItIs = /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(d\.ts|ts|d\.mts|mjs)$/;
const shelves = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'lib']);

const inSlice = (file: string) =>
  /^services\/(?!chassis\/|transports\/|callers\/|upkeep\/|execution\/|register\/|evidence\/)[^/]+\/src\/(?!migrations\/)[^/]+\//.test(
    file,
  );
const baseOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/** Names that say nothing, or not what kind of thing is inside. */
export function oddNames(files: readonly string[]): Finding[] {
  return files.flatMap((file) => whatIsOdd(file).map((says) => ({ place: file, says })));
}

function whatIsOdd(file: string): string[] {
  const base = baseOf(file);
  const odd: string[] = [];
  if (!kebab.test(base)) odd.push('is not written in kebab-case');
  if (/^index\.(ts|mjs)$/.test(base)) odd.push('is an index: import the file that has the name');
  const words = file.replace(/\.[^/]*$/, '').split('/');
  odd.push(...words.filter((word) => shelves.has(word)).map((word) => `"${word}" says nothing`));
  if (!inSlice(file)) return odd;
  const depth = file.split('/').length;
  if (depth > 5) odd.push('lies deeper than its slice');
  const known = ofKind.test(base) || namedAfterWhatItIs.test(base);
  return known ? odd : [...odd, `is of no known kind (${kinds.replaceAll('\\', '')})`];
}

/** Files of a slice that carry no kind: right only when each is named after what it is. */
export const withoutKind = (files: readonly string[]): string[] =>
  files.filter((file) => inSlice(file) && namedAfterWhatItIs.test(baseOf(file)));
