import { demoCaller } from '@jejaring/chassis/testing/demo';
import { proceed } from '@jejaring/chassis/work/refusal';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { CaseState, CaseStatus } from './case.rules.js';
import { report } from './case-report.rules.js';
import { close, intervene, step } from './case.rules.js';

const day = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** A case as it is told in bulk. */
export interface ToldCase {
  number: number;
  regionCode: string;
  reportedAt: Date;
  /** The Karang Taruna of the village, when it may be given work. */
  organizationId: string | null;
}

/** How far a case has come: what is kept of it, and how many events it would have said. */
export interface Course {
  status: CaseStatus;
  events: number;
  assignedOrganizationId: string | null;
  closedAt: Date | null;
  terminationProposedBy: string | null;
  goals: { service: string; dueOn: string; result: string | null }[] | null;
}

const hands = ({ regionCode, organizationId }: ToldCase) => {
  const regency = regencyOf(regionCode);
  return {
    worker: demoCaller('KT_OFFICER', regionCode, organizationId),
    staff: demoCaller('DINSOS_REGENCY_STAFF', regency),
    head: demoCaller('DINSOS_REGENCY_HEAD', regency),
  };
};

const reported: Course = {
  status: 'REPORTED',
  events: 1,
  assignedOrganizationId: null,
  closedAt: null,
  terminationProposedBy: null,
  goals: null,
};

/** From assessment to closing, as the rules lead it; the closing hand is another than the proposing. */
function finish(told: ToldCase, accepted: CaseState): Course {
  const { worker, head } = hands(told);
  const closedAt = new Date(told.reportedAt.getTime() + (30 + (told.number % 61)) * day);
  const givenOn = dayOf(closedAt);
  let state = { ...accepted, ...proceed(step('ASSESS', accepted, worker)) };
  state = { ...state, ...proceed(step('ADOPT_PLAN', state, worker)) };
  state = { ...state, ...proceed(intervene(state, givenOn, worker, closedAt)) };
  state = { ...state, ...proceed(step('PROPOSE_TERMINATION', state, worker)) };
  const terminationProposedBy = worker.id;
  const { status } = proceed(close({ ...state, terminationProposedBy }, head));
  const goals = [{ service: 'CARE', dueOn: givenOn, result: 'ACHIEVED' }];
  const { assignedOrganizationId } = accepted;
  return { status, events: 7, assignedOrganizationId, closedAt, terminationProposedBy, goals };
}

/** Of ten cases three wait to be taken on, five are worked on and two are closed; of sealed ones the head decides. */
export function courseOf(told: ToldCase, sealed: boolean): Course {
  const { number, regionCode, organizationId } = told;
  const { worker, staff, head } = hands(told);
  proceed(report(regionCode, worker));
  if (number % 10 < 3 || organizationId === null) return reported;
  const state: CaseState = {
    status: 'REPORTED',
    urgency: 'NORMAL',
    pausedFrom: null,
    regionCode,
    assignedOrganizationId: null,
    reportedByOrganizationId: organizationId,
    reportedBy: null,
    sealed,
    terminationProposedBy: null,
  };
  const { status } = proceed(step('ACCEPT', state, sealed ? head : staff));
  const accepted = { ...state, status, assignedOrganizationId: organizationId };
  if (number % 10 >= 8) return finish(told, accepted);
  return { ...reported, status, events: 2, assignedOrganizationId: organizationId };
}
