import type { Chore } from '@jejaring/chassis/process/housekeeping';

/** Forgets what was counted in windows that are long over. */
export const forgetBudgets: Chore = {
  name: 'forget-budgets',
  everyMs: 60 * 60_000,
  async act(work) {
    await work.sql("delete from budget_use where since < $1::timestamptz - interval '3 days'", [
      work.now,
    ]);
  },
};
