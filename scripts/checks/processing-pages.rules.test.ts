import { describe, expect, test } from '@jest/globals';
import type { PersonKind } from '@jejaring/trust/privacy/person-kind';
import { checkProcessing, printProcessing } from './processing-pages.js';

const kind = {
  table: 'somebody',
  basis: 'PUBLIC_TASK',
  source: 'UU 11/2009',
  purpose: { en: 'Help.', id: 'Bantuan.' },
  retention: {
    name: 'ended',
    months: 120,
    starts: { en: 'The end.', id: 'Akhir.' },
    source: 'UU 43/2009',
  },
  shownIn: ['Somebody'],
  holds: [{ table: 'somebody', fields: { name: 'personal' }, list: () => Promise.resolve([]) }],
} as unknown as PersonKind;
const sdl = `directive @classified(as: String!) on FIELD_DEFINITION
  type Query { somebody: Somebody }
  type Somebody { name: String @classified(as: "personal") code: String @classified(as: "internal") }`;
const graph = [{ name: 'one', sdl }];

describe('the register of processing', () => {
  test('tells of each kind of person why it is held, how long, and each field with its class', () => {
    const page = printProcessing([{ name: 'one', kinds: [kind], tables: [] }]);

    for (const told of [
      '`PUBLIC_TASK`: UU 11/2009',
      '120 months',
      '| somebody | name | personal |',
    ])
      expect(page).toContain(told);
  });

  test('finds a type that shows a person for whom no kind accounts, and is quiet otherwise', () => {
    expect(checkProcessing([{ name: 'one', kinds: [kind], tables: [] }], graph)).toEqual([]);
    expect(checkProcessing([], graph)).toMatchObject([{ place: 'one: Somebody' }]);
  });
});
