import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [
  {
    command: 'closeCase',
    apart: 'Whoever proposed that a case ends does not close it.',
    test: 'services/welfare-cases/src/case/case.test.ts',
  },
  {
    command: 'reviewBreakGlass',
    apart: 'Whoever opened a case in an emergency does not review it.',
    test: 'services/welfare-cases/src/break-glass/break-glass.rules.test.ts',
  },
];
