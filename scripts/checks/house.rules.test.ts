import { describe, expect, test } from '@jest/globals';
import { chassisLines } from './chassis-size.js';
import { oddNames, withoutKind } from './file-names.js';
import { functionsIn, longFiles, longFunctions } from './lengths.js';
import { checkReadmes } from './readmes.js';

const lines = (count: number, line = 'a();\n') => line.repeat(count);

describe('functions are measured', () => {
  const measured = (text: string, file = 'a.ts') =>
    functionsIn({ file, text }).map(({ name, line, lines: length }) => `${name}:${line}:${length}`);

  test('wherever they stand, also behind letters of several bytes', () => {
    const text = `// é – ü\n\nexport function one() {\n}\nclass A {\n  @Mark()\n  two() {\n    return () => {\n    };\n  }\n}\nconst three = () => {\n};\n`;

    expect(measured(text)).toEqual(['one:3:2', 'two:6:5', 'two:8:2', 'three:12:2']);
    expect(measured(text)).toEqual(['one:3:2', 'two:6:5', 'two:8:2', 'three:12:2']);
  });

  test('in plain modules too', () => {
    expect(measured('export async function run() {\n}\n', 'a.mjs')).toEqual(['run:1:2']);
  });

  test('but `describe` is a heading', () => {
    const inside = `test('b', () => {\n  a();\n});\n`;
    const expected = ['a function:2:3'];

    expect(measured(`describe('a', () => {\n${inside}});`)).toEqual(expected);
    expect(measured(`describe.each([1])('a', () => {\n${inside}});`)).toEqual(expected);
  });

  test('and one line more than allowed is found', () => {
    const text = `function long() {\n${lines(59)}}\n`;

    expect(longFunctions([{ file: 'a.ts', text }], 61)).toEqual([]);
    expect(longFunctions([{ file: 'a.ts', text }], 60)).toEqual([
      { place: 'a.ts:1', says: 'long has 61 lines; more than 60' },
    ]);
  });
});

test('files are measured', () => {
  const sources = [{ file: 'a.ts', text: lines(401) }];

  expect(longFiles(sources, 401)).toEqual([]);
  expect(longFiles(sources, 400)).toHaveLength(1);
});

describe('names', () => {
  test.each([
    'services/training/src/seat/seat.rules.ts',
    'services/training/src/seat/seat-inputs.types.ts',
    'services/training/src/seat/seat.rules.test.ts',
    'services/training/src/seat/seat-words.ts',
    'services/training/src/migrations/1764000000000-create-training.ts',
    'services/chassis/src/work/unit-of-work.ts',
    'gateway/test/shutdown.e2e.test.ts',
    'infra/postgres/server.d.mts',
  ])('%s is fine', (file) => {
    expect(oddNames([file])).toEqual([]);
  });

  test.each([
    ['services/training/src/seat/seat.helper.ts', 'no known kind'],
    ['services/training/src/seat/seat.repository.ts', 'no known kind'],
    ['services/training/src/seat/parts/seat.rules.ts', 'deeper than its slice'],
    ['services/training/src/seat/Seat.rules.ts', 'kebab-case'],
    ['services/training/src/index.ts', 'is an index'],
    ['services/training/src/seat/utils.ts', '"utils" says nothing'],
    ['services/training/src/common/seat.rules.ts', '"common" says nothing'],
    ['gateway/src/helpers/token.ts', '"helpers" says nothing'],
  ])('%s is odd', (file, reason) => {
    expect(
      oddNames([file])
        .map(({ says }) => says)
        .join(),
    ).toContain(reason);
  });

  test('a file of a slice without a kind is listed', () => {
    const files = [
      'services/training/src/seat/seat-words.ts',
      'services/training/src/seat/seat.rules.ts',
      'services/training/src/main.ts',
    ];

    expect(withoutKind(files)).toEqual(['services/training/src/seat/seat-words.ts']);
  });
});

test('the chassis is counted without its tests and what helps to test', () => {
  const source = (file: string) => ({ file: `services/${file}`, text: lines(10) });

  expect(
    chassisLines([
      source('chassis/src/work/scope.ts'),
      source('chassis/src/work/scope.test.ts'),
      source('chassis/src/testing/database.ts'),
      source('training/src/main.ts'),
    ]),
  ).toBe(10);
});

test('a README is there and short', () => {
  const readmes = [
    { file: 'README.md', text: lines(119) },
    { file: 'gateway/README.md', text: lines(120) },
  ];

  expect(checkReadmes(readmes, ['gateway', 'services/training'])).toEqual([
    { place: 'services/training/README.md', says: 'is missing' },
    { place: 'gateway/README.md', says: 'has 120 lines; a README stays under 120' },
  ]);
});
