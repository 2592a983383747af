import { describe, expect, test } from '@jest/globals';
import type { Data, Found } from './data.js';
import { findObjects, mergeInto, ownValue } from './data.js';

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

describe('the objects at a path', () => {
  const found = (root: Data, path: readonly string[], repeats = false) => {
    const objects: Data[] = [];
    findObjects(root, path, { repeats, found: (object) => void objects.push(object) });
    return objects;
  };

  test('are found in the order of the answer, in lists of lists too, but not where there is none', () => {
    const root = parsed(
      '{"posts":[{"by":[[{"id":1}],[{"id":2},null]]},null,{"by":null},{"by":[[{"id":3}]]}]}',
    );

    expect(found(root, ['posts', '@', 'by', '@', '@'])).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(found(root, ['posts', '@', 'title'])).toEqual([]);
    expect(found(root, [])).toEqual([root]);
  });

  test('are found once for each holder, however many ways lead to it', () => {
    const shared = { by: { id: 1 } };
    const root = { posts: [shared, { by: shared.by }, shared] };

    expect(found(root, ['posts', '@', 'by'], true)).toEqual([{ id: 1 }, { id: 1 }]);
  });

  test('may be replaced where they stand', () => {
    const root = parsed('{"posts":[{"by":{"id":1}},{"by":{"id":1}}]}');
    const one = { id: 1 };
    const replace: Found = (_object, holder, at) => void (holder[at] = one);

    findObjects(root, ['posts', '@', 'by'], { repeats: false, found: replace });

    const [first, second] = root['posts'] as Data[];
    expect(first!['by']).toBe(second!['by']);
  });
});
