import { expect, test } from '@jest/globals';
import { ownTurn } from './own-turn.js';

test('turns of the loop are given one to each, in order', async () => {
  const begun: string[] = [];
  let turn = 0;
  const count = (): void => {
    turn += 1;
    if (begun.length < 3) setImmediate(count);
  };
  setImmediate(count);

  await Promise.all(
    ['first', 'second', 'third'].map(async (name) => {
      await ownTurn();
      begun.push(`${name} ${turn}`);
    }),
  );

  const turns = begun.map((each) => Number(each.split(' ')[1]));
  expect(begun.map((each) => each.split(' ')[0])).toEqual(['first', 'second', 'third']);
  expect(new Set(turns).size).toBe(3);
});
