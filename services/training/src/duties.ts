import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [
  {
    command: 'decideDelegation',
    apart: 'Whoever sent a letter of delegation does not decide on it.',
    test: 'services/training/src/delegation/delegation.test.ts',
  },
];
