import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareGenerated, writeGenerated } from './generated-files.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jejaring-generated-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a missing file is named with its remedy', () => {
  const found = compareGenerated(root, new Map([['a/b.graphql', 'type A']]), 'run: npm run x');

  expect(found).toEqual([{ place: 'a/b.graphql', says: 'is missing; run: npm run x' }]);
});

test('a stale file is shown line by line', () => {
  writeGenerated(root, new Map([['a.graphql', 'one\ntwo\nthree\n']]));

  const [found] = compareGenerated(root, new Map([['a.graphql', 'one\n2\nthree\n']]), 'run: it');

  expect(found?.says).toContain('is not what the code says; run: it');
  expect(found?.says).toContain('-two\n+2\n');
});

test('what is as it should be is neither named nor written again', () => {
  const files = new Map([['a.graphql', 'one\n']]);

  expect(writeGenerated(root, files)).toEqual(['a.graphql']);
  expect(writeGenerated(root, files)).toEqual([]);
  expect(compareGenerated(root, files, '')).toEqual([]);
  expect(readFileSync(path.join(root, 'a.graphql'), 'utf8')).toBe('one\n');
});
