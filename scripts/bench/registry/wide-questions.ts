import type { PublishedQuery } from '../../proof/published-operations.js';

const cost = { requests: 4, statements: 30 };
const province = { role: 'DINSOS_PROVINCE_STAFF', region: '32' };
const ministry = { role: 'KEMENSOS_STAFF', region: '' };

/**
 * Published queries as the offices of a whole province or of the nation ask them, where the demo has
 * hundreds of rows and the nation a million. By name of the measurement, with the operation it asks.
 */
export const wideQuestions: Record<string, { operation: string; query: PublishedQuery }> = {
  'BoardsExpiring of a province': {
    operation: 'BoardsExpiring',
    query: { claims: null, variables: { region: '32', withinDays: 800 }, ...cost },
  },
  'CaseList of a province': {
    operation: 'CaseList',
    query: { claims: province, variables: { region: '32' }, ...cost },
  },
  'CoverageGaps of a province': {
    operation: 'CoverageGaps',
    query: { claims: province, variables: { region: '32' }, ...cost },
  },
  'RegencyDashboard of a province': {
    operation: 'RegencyDashboard',
    query: { claims: province, variables: { region: '32', year: 2024 }, ...cost },
  },
  'RegencyDashboard of a province, by the ministry': {
    operation: 'RegencyDashboard',
    query: { claims: ministry, variables: { region: '32', year: 2024 }, ...cost },
  },
  'WelfareStatistics of a province': {
    operation: 'WelfareStatistics',
    query: { claims: null, variables: { region: '32', year: 2026 }, ...cost },
  },
};
