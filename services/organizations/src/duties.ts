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
];
