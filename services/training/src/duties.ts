import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [];
