import { describe, expect, test } from '@jest/globals';
import type { Data } from './data.js';
import { mergeInto, ownValue } from './data.js';

const parsed = (text: string) => JSON.parse(text) as Data;

describe('a property of the data itself', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not %s, which every object inherits',
    (name) => {
      expect(ownValue({}, name)).toBeUndefined();
    },
  );

  test('may have such a name', () => {
    expect(ownValue(parsed('{"constructor":"PT Bangun"}'), 'constructor')).toBe('PT Bangun');
  });
});

describe('merging', () => {
  test('never reaches what all objects share', () => {
    mergeInto({}, parsed('{"__proto__":{"polluted":1},"constructor":{"polluted":1}}'));

    expect(({} as Data)['polluted']).toBeUndefined();
    expect((Object as unknown as Data)['polluted']).toBeUndefined();
  });

  test('keeps what is known from null, and goes on within objects and lists', () => {
    const known = parsed('{"name":"A","region":{"code":"32"},"boards":[{"id":1},null]}');

    mergeInto(
      known,
      parsed('{"name":null,"region":{"name":"Jabar"},"boards":[{"from":2},{"id":2}]}'),
    );

    expect(known).toEqual({
      name: 'A',
      region: { code: '32', name: 'Jabar' },
      boards: [{ id: 1, from: 2 }, { id: 2 }],
    });
  });
});
