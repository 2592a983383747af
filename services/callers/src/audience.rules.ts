import { covers } from '@jejaring/chassis/work/scope.rules';

/** Who may be told of an event at all, before anything is fetched. */
export type Audience =
  /** Who keeps a screen for the public, as well. */
  | 'EVERYBODY'
  /** Whose region holds the place of the event, or who acts for an organization that it names. */
  | 'CONCERNED'
  /** The same, of those who work on cases; what it speaks of is looked for as the subscriber. */
  | 'RESTRICTED'
  | 'NOBODY';

/** What of an event decides. */
export interface Told {
  type: string;
  region: string | null;
  data: Readonly<Record<string, unknown>>;
}

/** What of a caller decides. */
export interface Listener {
  role: string;
  region: string | null;
  /** `org_…`, as events name it. */
  organizationId: string | null;
}

/** By service and subject, more closely by verb where one differs; what is not here is for nobody. */
const audiences: Readonly<Record<string, Audience>> = {
  'organizations.organization': 'EVERYBODY',
  'organizations.organization.submitted': 'CONCERNED',
  'organizations.organization.returned': 'CONCERNED',
  'organizations.organization.rejected': 'CONCERNED',
  'organizations.board': 'EVERYBODY',
  'organizations.board.elected': 'CONCERNED',
  'organizations.board.ratified': 'CONCERNED',
  'organizations.classification': 'CONCERNED',
  'organizations.classification.determined': 'EVERYBODY',
  'organizations.activity': 'EVERYBODY',
  'organizations.work-programme': 'EVERYBODY',
  'organizations.organization-event': 'EVERYBODY',
  'organizations.venture': 'EVERYBODY',
  'organizations.partnership': 'EVERYBODY',
  'organizations.village-fund': 'EVERYBODY',
  'organizations.assistance-programme': 'EVERYBODY',
  'organizations.allocation': 'EVERYBODY',
  'organizations.asset': 'EVERYBODY',
  'organizations.officer': 'CONCERNED',
  'organizations.officer.erased': 'NOBODY',
  'organizations.appointment': 'NOBODY',
  'organizations.privacy-request': 'NOBODY',
  'organizations.data-incident': 'NOBODY',
  'organizations.audit': 'NOBODY',
  'training.training-event': 'EVERYBODY',
  'training.participant': 'CONCERNED',
  'training.participant.erased': 'NOBODY',
  'training.certificate': 'CONCERNED',
  'training.delegation': 'CONCERNED',
  'training.privacy-request': 'NOBODY',
  'training.data-incident': 'NOBODY',
  'training.audit': 'NOBODY',
  'awards.competition': 'EVERYBODY',
  'awards.competition.stage-sealed': 'CONCERNED',
  'awards.competition.ranking-computed': 'CONCERNED',
  'awards.competition.winners-decided': 'CONCERNED',
  'awards.competition.winners-promoted': 'CONCERNED',
  'awards.nomination': 'CONCERNED',
  'awards.score-sheet': 'NOBODY',
  'awards.award': 'EVERYBODY',
  'awards.audit': 'NOBODY',
  'welfare-cases.statistics': 'EVERYBODY',
  'welfare-cases.case': 'RESTRICTED',
  'welfare-cases.service-plan': 'RESTRICTED',
  'welfare-cases.intervention': 'RESTRICTED',
  'welfare-cases.termination': 'RESTRICTED',
  'welfare-cases.restriction': 'RESTRICTED',
  'welfare-cases.aftercare': 'RESTRICTED',
  'welfare-cases.referral': 'RESTRICTED',
  'welfare-cases.consent': 'NOBODY',
  'welfare-cases.handled-case': 'NOBODY',
  'welfare-cases.referral-link': 'NOBODY',
  'welfare-cases.beneficiary': 'NOBODY',
  'welfare-cases.break-glass': 'NOBODY',
  'welfare-cases.privacy-request': 'NOBODY',
  'welfare-cases.data-incident': 'NOBODY',
  'welfare-cases.audit': 'NOBODY',
  'event-hub.subscription': 'CONCERNED',
  'event-hub.subscription.tested': 'NOBODY',
  'event-hub.audit': 'NOBODY',
  'event-hub.redrive': 'NOBODY',
};

/** The roles that see cases at all, in their region or for their organization. */
const caseRoles: readonly string[] = [
  'KT_OFFICER',
  'PSKS_WORKER',
  'SOCIAL_WORKER',
  'PUSKESOS_OPERATOR',
  'SLRT_OPERATOR',
  'DINSOS_REGENCY_STAFF',
  'DINSOS_REGENCY_HEAD',
  'DINSOS_PROVINCE_STAFF',
  'DINSOS_PROVINCE_HEAD',
];

export const hasAudience = (type: string): boolean => declared(type) !== undefined;

export const audienceOf = (type: string): Audience => declared(type) ?? 'NOBODY';

function declared(type: string): Audience | undefined {
  const [service, subject, verb] = type.split('.');
  return audiences[`${service}.${subject}.${verb}`] ?? audiences[`${service}.${subject}`];
}

/** Whether somebody in this role is told of events of this type at all: of some, if not of each. */
export function mayHearType(type: string, role: string): boolean {
  switch (audienceOf(type)) {
    case 'EVERYBODY':
      return true;
    case 'CONCERNED':
      return role !== 'PUBLIC';
    case 'RESTRICTED':
      return caseRoles.includes(role);
    case 'NOBODY':
      return false;
  }
}

/** The row filter: the claims of the caller against the place and the organizations of the event. */
export const mayHear = (event: Told, listener: Listener): boolean =>
  mayHearType(event.type, listener.role) &&
  (audienceOf(event.type) === 'EVERYBODY' || isConcerned(event, listener));

function isConcerned({ region, data }: Told, listener: Listener): boolean {
  // An event without a place concerns whoever works for the whole nation.
  if (covers(listener.region, region ?? '')) return true;
  const { organizationId } = listener;
  if (organizationId === null) return false;
  return organizationId === data['organizationId'] || organizationId === data['toOrganizationId'];
}
