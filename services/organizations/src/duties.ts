import type { Duty } from '@jejaring/trust/rights/duty';

/** Commands that need another hand than one before them. */
export const duties: readonly Duty[] = [
  {
    command: 'verifyRegistration',
    apart: 'Whoever applied does not verify.',
    test: 'services/organizations/src/organization/organization.test.ts',
  },
  {
    command: 'verifyClassification',
    apart: 'Whoever scored does not bear the scores out.',
    test: 'services/organizations/src/classification/classification.test.ts',
  },
  {
    command: 'determineClassification',
    apart: 'Whoever scored does not determine the class.',
    test: 'services/organizations/src/classification/classification.test.ts',
  },
  {
    command: 'makeAppointment',
    apart: 'Nobody appoints themselves.',
    test: 'services/organizations/src/appointment/appointment.test.ts',
  },
  {
    command: 'confirmBoard',
    apart: 'Whoever recorded the election does not confirm the board.',
    test: 'services/organizations/src/board/board.test.ts',
  },
  {
    command: 'verifyVenture',
    apart: 'Whoever proposed a venture does not verify it.',
    test: 'services/organizations/src/economic-venture/economic-venture.test.ts',
  },
  {
    command: 'evaluateWorkProgramme',
    apart: 'Whoever reported a work programme does not evaluate it.',
    test: 'services/organizations/src/work-programme/work-programme.test.ts',
  },
];
