import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [
  {
    command: 'closeCase',
    apart: 'Whoever proposed that a case ends does not close it.',
    test: 'services/welfare-cases/src/case/case.test.ts',
  },
  {
    command: 'sealCase',
    apart: 'Whoever reported a case does not seal it.',
    test: 'services/welfare-cases/src/case/case-seal.rules.test.ts',
  },
  {
    command: 'unsealCase',
    apart: 'Whoever reported a case does not unseal it.',
    test: 'services/welfare-cases/src/case/case-seal.rules.test.ts',
  },
  {
    command: 'reviewBreakGlass',
    apart:
      'Whoever opened a case in an emergency, or found it unjustified before, does not review it.',
    test: 'services/welfare-cases/src/break-glass/break-glass.rules.test.ts',
  },
];
