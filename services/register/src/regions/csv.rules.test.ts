import { describe, expect, test } from '@jest/globals';
import { readCsvLine } from './csv.rules.js';

describe('a line of the official list', () => {
  test.each([
    ['11.01,11,"Kota ""Baru"", Utara"', ['11.01', '11', 'Kota "Baru", Utara']],
    ['32.79.04,32.79,Langensari', ['32.79.04', '32.79', 'Langensari']],
    ['a,,c', ['a', '', 'c']],
  ])('%s', (line, fields) => {
    expect(readCsvLine(line)).toEqual(fields);
  });
});
