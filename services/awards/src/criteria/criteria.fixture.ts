import type { JudgingScheme } from './criteria.rules.js';

/** Two criteria and two stages, unequal in weight. */
export const aScheme = (fields: Partial<JudgingScheme> = {}): JudgingScheme => ({
  criteria: [
    { code: 'PROGRAM', title: 'Program', weightBp: 6_000, rubric: null },
    { code: 'KEMITRAAN', title: 'Kemitraan', weightBp: 4_000, rubric: null },
  ],
  stages: [
    { kind: 'PAPER', weightBp: 4_000 },
    { kind: 'FIELD_VERIFICATION', weightBp: 6_000 },
  ],
  minJurors: 3,
  dropsExtremes: false,
  ...fields,
});
