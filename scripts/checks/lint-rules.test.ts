import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jejaring-lint-'));
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Rules that the linter names for one file at one place of the tree. */
function findings(file: string, text: string): string[] {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  const linter = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const config = path.join(folder, '.oxlintrc.json');
  const args = [linter, '--config', config, '--format', 'unix', file];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return [...stdout.matchAll(/\[Error\/\w+\(([a-z-]+)\)\]/g)].map(([, rule]) => rule!);
}

const slice = 'services/training/src/seat';
const using = (specifier: string) => `import { a } from '${specifier}';\nexport const b = a;\n`;

test.each([
  ['schema/ids.ts', '@jejaring/chassis/work/refusal'],
  ['services/chassis/src/work/a.ts', '@jejaring/training/graph'],
  ['services/chassis/src/work/a.ts', '@apollo/gateway'],
  ['services/transports/src/a.ts', '@jejaring/chassis/process/log'],
  ['services/execution/src/a.ts', '@jejaring/chassis/process/log'],
  [`${slice}/seat.resolver.ts`, '@jejaring/awards/graph'],
  [`${slice}/seat.resolver.ts`, '@apollo/composition'],
  [`${slice}/seat.service.ts`, './seat.resolver.js'],
  [`${slice}/seat.service.ts`, '@jejaring/awards/graph'],
  [`${slice}/seat.rules.ts`, 'node:fs'],
  [`${slice}/seat.rules.ts`, './seat.service.js'],
  [`${slice}/seat.rules.ts`, '@jejaring/chassis/work/unit-of-work'],
  ['gateway/src/a.ts', '@jejaring/organizations/graph'],
])('%s does not import %s', (file, specifier) => {
  expect(findings(file, using(specifier))).toEqual(['no-restricted-imports']);
});

test.each([
  ['services/chassis/src/work/a.ts', '@jejaring/schema/roles'],
  ['services/chassis/src/work/a.ts', '@jejaring/transports/transport'],
  ['services/chassis/src/work/a.ts', '@jejaring/execution/plain-rows'],
  [`${slice}/seat.service.ts`, '@jejaring/chassis/work/unit-of-work'],
  [`${slice}/seat.service.ts`, './seat.entity.js'],
  [`${slice}/seat.rules.ts`, '../other/other.rules.js'],
  [`${slice}/seat.rules.ts`, '@jejaring/trust/rights/policy.rules'],
  [`${slice}/seat.rules.ts`, '@jejaring/schema/vocabulary'],
  ['gateway/src/a.ts', '@jejaring/chassis/process/log'],
])('%s may import %s', (file, specifier) => {
  expect(findings(file, using(specifier))).toEqual([]);
});

test('rules may import any type, but none of another service', () => {
  const text = (specifier: string) =>
    `import type { A } from '${specifier}';\nexport const b = (a: A) => a;\n`;

  expect(findings(`${slice}/seat.rules.ts`, text('./seat.entity.js'))).toEqual([]);
  expect(findings(`${slice}/seat.rules.ts`, text('@jejaring/awards/graph'))).toHaveLength(1);
});

test.each([
  ['export const a = process.env;\n', 'no-process-env'],
  ["console.log('a');\n", 'no-console'],
  ['export default 1;\n', 'no-default-export'],
  ['export const a: any = 1;\n', 'no-explicit-any'],
  [`// ${'to'}${'do'}: later\nexport const a = 1;\n`, 'no-warning-comments'],
  [`${'export const a = 1;\n'.replace('a', 'b')}${'// line\n'.repeat(400)}`, 'max-lines'],
  [`export function a() {\n${'  b();\n'.repeat(60)}}\n`, 'max-lines-per-function'],
])('%j breaks a rule of the house', (text, rule) => {
  expect(findings(`${slice}/seat.service.ts`, text)).toEqual([rule]);
});
