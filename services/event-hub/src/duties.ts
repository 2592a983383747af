import type { Duty } from '@jejaring/trust/rights/duty';

/** No command needs another hand than one before it. */
export const duties: readonly Duty[] = [];
