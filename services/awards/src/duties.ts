import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [
  {
    command: 'reviewNomination',
    apart: 'Whoever nominated does not review.',
    test: 'services/awards/src/nomination/nomination.test.ts',
  },
  {
    command: 'submitScoreSheet',
    apart:
      'A juror who sits or sat on a board of the nominee, acts or acted for it, or lives or serves in its village or district within two years, is recused from it.',
    test: 'services/awards/src/jury/jury.test.ts',
  },
  {
    command: 'appointJuror',
    apart: 'Who acts for the organizing organization does not judge.',
    test: 'services/awards/src/jury/jury.test.ts',
  },
];
