import { describe, expect, test } from '@jest/globals';
import { agree } from './consent.rules.js';

const texts = [
  { version: 1, validFrom: new Date('2014-01-01T00:00:00Z') },
  { version: 2, validFrom: new Date('2024-10-17T00:00:00Z') },
];
const today = new Date('2026-11-20T00:00:00Z');
const given = (fields: object) => ({
  givenBy: 'SELF',
  givenAt: today,
  textVersion: null,
  ...fields,
});

describe('agreeing', () => {
  test('is not for a child to do, and is for its parent or guardian', () => {
    expect(agree(given({}), 2010, texts)).toMatchObject({
      refused: 'invalid-input',
      field: 'givenBy',
    });
    for (const givenBy of ['PARENT', 'GUARDIAN'])
      expect(agree(given({ givenBy }), 2010, texts)).toMatchObject({ refused: null });
  });

  test('is for whoever comes of age in the year, and for whom no year is known', () => {
    expect(agree(given({}), 2008, texts)).toMatchObject({ refused: null });
    expect(agree(given({}), 2009, texts)).toMatchObject({ field: 'givenBy' });
    expect(agree(given({}), null, texts)).toMatchObject({ refused: null });
  });

  test('is judged by the age on the day of agreeing, not of entering', () => {
    const then = new Date('2020-05-05T00:00:00Z');

    expect(agree(given({ givenAt: then }), 2004, texts)).toMatchObject({ field: 'givenBy' });
  });

  test('is to the words of the day, or to older ones that are named', () => {
    expect(agree(given({}), 1990, texts)).toEqual({ refused: null, textVersion: 2 });
    expect(agree(given({ textVersion: 1 }), 1990, texts)).toEqual({
      refused: null,
      textVersion: 1,
    });
    const then = new Date('2020-05-05T00:00:00Z');
    expect(agree(given({ givenAt: then }), 1990, texts)).toEqual({ refused: null, textVersion: 1 });
  });

  test('is not to words that were not there yet, or never', () => {
    const then = new Date('2020-05-05T00:00:00Z');

    expect(agree(given({ givenAt: then, textVersion: 2 }), 1990, texts)).toMatchObject({
      field: 'textVersion',
    });
    expect(agree(given({ textVersion: 9 }), 1990, texts)).toMatchObject({ field: 'textVersion' });
    expect(agree(given({ givenAt: new Date('2013-01-01') }), 1990, texts)).toMatchObject({
      field: 'textVersion',
    });
  });
});
