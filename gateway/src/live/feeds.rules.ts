import { covers } from '@jejaring/chassis/work/scope.rules';
import type { HeardEvent } from '../events/heard-event.js';
import type { Listener } from '@jejaring/callers/audience.rules';
import { audienceOf, mayHear } from '@jejaring/callers/audience.rules';

/** The subgraph that has no server: the gateway answers for it. */
export const eventsService = 'events';

export type Arguments = Readonly<Record<string, unknown>>;

/** What an event speaks of, as the graph knows it. */
export interface Subject {
  service: string;
  typename: string;
  id: string;
}

/** One field of `Subscription`: what it hears, whom it tells, and what it tells. */
export interface Feed {
  readonly topics: readonly string[];
  /** Whether the event is of this feed and of what was asked for. */
  concerns(event: HeardEvent, given: Arguments): boolean;
  /** The row filter, before anything is fetched. */
  mayHear(event: HeardEvent, listener: Listener): boolean;
  /** What the subscriber must be able to see to be told; null where the row filter says it all. */
  subjectOf(event: HeardEvent): Subject | null;
  /** The fields of its message beside those of every message. */
  tell(event: HeardEvent): Record<string, unknown>;
}

const welfareCases = 'jejaring.welfare-cases';

const field = (event: HeardEvent, name: string): string | null => {
  const value = event.data[name];
  return typeof value === 'string' ? value : null;
};

const isOr = (wanted: unknown, found: unknown): boolean =>
  wanted === undefined || wanted === null || wanted === found;

const isIn = (wanted: unknown, region: string | null): boolean =>
  typeof wanted !== 'string' || covers(wanted, region ?? '');

/** The subject under the name of a data field; an event without it has none. */
const subject =
  (service: string, typename: string, name: string) =>
  (event: HeardEvent): Subject | null => {
    const id = field(event, name);
    return id === null ? null : { service, typename, id };
  };

const stub = (found: Subject | null) =>
  found === null ? null : { __typename: found.typename, id: found.id };

const caseOf = subject('welfare-cases', 'WelfareCase', 'caseId');
const referralOf = subject('welfare-cases', 'Referral', 'referralId');
const organizationOf = subject('organizations', 'Organization', 'organizationId');
const trainingEventOf = subject('training', 'TrainingEvent', 'trainingEventId');
const competitionOf = subject('awards', 'Competition', 'competitionId');

const caseChanged: Feed = {
  topics: [welfareCases],
  concerns: (event, { id, region }) =>
    caseOf(event) !== null && isOr(id, event.data['caseId']) && isIn(region, event.region),
  mayHear,
  subjectOf: caseOf,
  tell: (event) => ({ type: event.type, case: stub(caseOf(event)) }),
};

const referralInboxChanged: Feed = {
  topics: [welfareCases],
  concerns: (event) => referralOf(event) !== null,
  mayHear: (event, listener) =>
    mayHear(event, listener) &&
    listener.organizationId !== null &&
    listener.organizationId === event.data['toOrganizationId'],
  subjectOf: referralOf,
  tell: (event) => ({ type: event.type, referral: stub(referralOf(event)) }),
};

const seatEvents =
  /^training\.(participant\.(approved|waitlisted|offered|promoted|replaced|rejected|withdrawn|lapsed)|training-event\.(registration-opened|registration-closed|cancelled|postponed))\./;

const trainingSeatsChanged: Feed = {
  topics: ['jejaring.training'],
  concerns: (event, { trainingEventId }) =>
    seatEvents.test(event.type) && event.data['trainingEventId'] === trainingEventId,
  // Whose seat it is and what became of it stays untold: everybody may know that the seats changed.
  mayHear: () => true,
  subjectOf: trainingEventOf,
  tell: (event) => ({ trainingEvent: stub(trainingEventOf(event)) }),
};

const rankingPublished: Feed = {
  topics: ['jejaring.awards'],
  concerns: (event, { competitionId }) =>
    event.type.startsWith('awards.competition.winners-announced.') &&
    isOr(competitionId, event.data['competitionId']),
  mayHear,
  subjectOf: competitionOf,
  tell: (event) => ({ competition: stub(competitionOf(event)) }),
};

const organizationChanged: Feed = {
  topics: ['jejaring.organizations'],
  concerns: (event, { id, region }) =>
    organizationOf(event) !== null &&
    isOr(id, event.data['organizationId']) &&
    isIn(region, event.region),
  mayHear,
  subjectOf: organizationOf,
  tell: (event) => ({ type: event.type, organization: stub(organizationOf(event)) }),
};

const isOpen = (event: HeardEvent): boolean => audienceOf(event.type) !== 'RESTRICTED';

const domainEvents: Feed = {
  topics: [
    'jejaring.awards',
    'jejaring.organizations',
    'jejaring.training',
    welfareCases,
    `${welfareCases}.statistics`,
  ],
  concerns: (event, { types, region }) =>
    (!Array.isArray(types) || types.includes(event.type)) && isIn(region, event.region),
  mayHear: (event, listener) =>
    mayHear(event, listener) && (isOpen(event) || caseOf(event) !== null),
  subjectOf: (event) => (isOpen(event) ? null : (referralOf(event) ?? caseOf(event))),
  tell: ({ id, type, key, region, sequence, data }) => ({
    eventId: id,
    type,
    key,
    region,
    sequence,
    data,
  }),
};

const feeds: Readonly<Record<string, Feed>> = {
  caseChanged,
  domainEvents,
  organizationChanged,
  rankingPublished,
  referralInboxChanged,
  trainingSeatsChanged,
};

export const feedNames: readonly string[] = Object.keys(feeds);

/** The feed behind a field of `Subscription`. */
export function feedOf(fieldName: string): Feed {
  const feed = feeds[fieldName];
  if (feed === undefined) throw new Error(`Nothing is known of Subscription.${fieldName}.`);
  return feed;
}
