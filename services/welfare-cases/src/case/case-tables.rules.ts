import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import {
  caseReaders,
  handlingOf,
  headInRegion,
  openedInEmergency,
  sectionOpen,
  supervisorsInRegion,
} from './case.rules.js';

const handling = handlingOf('case_id');
const working = [handling, supervisorsInRegion, headInRegion];

/** Services given are seen by those who handle or supervise the case, or were given this section. */
export const interventionPolicy = definePolicy({
  table: 'intervention',
  access: 'restricted',
  read: [...working, sectionOpen('INTERVENTIONS'), openedInEmergency('case_id')],
  write: working,
  commands: {},
});

/** Visits are seen by those who handle or supervise the case, or were given this section. */
export const followUpPolicy = definePolicy({
  table: 'follow_up',
  access: 'restricted',
  read: [...working, sectionOpen('FOLLOW_UPS'), openedInEmergency('case_id')],
  write: working,
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
