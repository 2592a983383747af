import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { gathered } from './gathered.js';

describe('gathered', () => {
  test('asks once for all who come while it is being asked, and after the last of them came', async () => {
    const answers: ((answer: number) => void)[] = [];
    const ask = gathered(() => new Promise<number>((resolve) => answers.push(resolve)));

    const first = ask();
    await turn();
    const [second, third] = [ask(), ask()];
    answers[0]!(1);
    await turn();
    answers[1]!(2);

    expect(await Promise.all([first, second, third])).toEqual([1, 2, 2]);
    expect(answers).toHaveLength(2);
  });

  test('asks anew after a failure', async () => {
    let fails = true;
    const ask = gathered(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve(1)));

    await expect(ask()).rejects.toThrow('away');
    fails = false;

    expect(await ask()).toBe(1);
  });
});
