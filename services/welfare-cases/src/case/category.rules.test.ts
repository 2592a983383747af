import { describe, expect, test } from '@jest/globals';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { categoryNames } from './category-words.js';
import { findCategories, termOn } from './category.rules.js';

const find = (search: string) =>
  findCategories(search, (category) => Object.values(categoryNames[category]));

describe('a search for categories', () => {
  test.each(['', 'PMKS', 'ppks', 'Penyandang Masalah Kesejahteraan Sosial', 'pemerlu pelayanan'])(
    'finds all by the word %p',
    (word) => {
      expect(find(word)).toEqual(welfareCategories);
    },
  );

  test.each([
    ['lanjut usia', ['LANJUT_USIA_TELANTAR']],
    ['PMKS lanjut usia', ['LANJUT_USIA_TELANTAR']],
    ['street', ['ANAK_JALANAN']],
    ['odha', ['ODHA']],
    ['korban bencana', ['KORBAN_BENCANA_ALAM', 'KORBAN_BENCANA_SOSIAL']],
    ['gajah', []],
  ])('for %p finds %p', (search, found) => {
    expect(find(search)).toEqual(found);
  });
});

test('the people served are called PMKS in 2014 and PPKS in 2024', () => {
  expect(termOn('2014-06-25').short).toBe('PMKS');
  expect(termOn('2024-11-25').short).toBe('PPKS');
});
