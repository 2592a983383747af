import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import { caseReaders, caseStatuses, caseSupervisors, caseWorkers } from './case.rules.js';

const throughCase = {
  roles: caseWorkers,
  through: {
    column: 'case_id',
    relation: 'welfare_case',
    key: 'id',
    organization: 'assigned_organization_id',
    statuses: caseStatuses.filter((status) => status !== 'RESTRICTED'),
  },
} as const;

const inRegion = { roles: caseSupervisors, within: 'region_code' } as const;

/** Services given are seen by those who handle or supervise the case. */
export const interventionPolicy = definePolicy({
  table: 'intervention',
  access: 'restricted',
  read: [throughCase, inRegion],
  write: [throughCase, inRegion],
  commands: {},
});

/** Visits are seen by those who handle or supervise the case. */
export const followUpPolicy = definePolicy({
  table: 'follow_up',
  access: 'restricted',
  read: [throughCase, inRegion],
  write: [throughCase, inRegion],
  commands: {},
});

/** The last number given per regency and year; tells nothing about anybody. */
export const caseCounterPolicy = definePolicy({
  table: 'case_counter',
  access: 'public',
  read: everyone,
  write: [{ roles: caseReaders, everywhere: true }],
  commands: {},
});
