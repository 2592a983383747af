import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openRepeatBudget } from './repeat-budget.rules.js';

function spendAll(budget: ReturnType<typeof openRepeatBudget>): number {
  let spent = 0;
  while (budget.spend()) spent += 1;
  return spent;
}

describe('the budget of repeated calls', () => {
  test('never repeats more than its share of the calls, beside a reserve of ten', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.array(fc.boolean(), { maxLength: 2_000 }),
        (percent, fails) => {
          const budget = openRepeatBudget(percent);
          let repeated = 0;
          for (const failed of fails) {
            budget.earn();
            if (failed && budget.spend()) repeated += 1;
          }
          expect(repeated).toBeLessThanOrEqual(10 + (fails.length * percent) / 100);
        },
      ),
    );
  });

  test('earns one repetition with ten calls at ten percent', () => {
    const budget = openRepeatBudget(10);
    spendAll(budget);
    for (let call = 0; call < 9; call += 1) budget.earn();
    expect(budget.spend()).toBe(false);
    budget.earn();
    expect(budget.spend()).toBe(true);
  });

  test('keeps no hoard from quiet times', () => {
    const budget = openRepeatBudget(10);
    for (let call = 0; call < 10_000; call += 1) budget.earn();
    expect(spendAll(budget)).toBe(10);
  });

  test('repeats nothing at all at nought', () => {
    const budget = openRepeatBudget(0);
    budget.earn();
    expect(budget.spend()).toBe(false);
  });
});
