import { encodeId } from '@jejaring/chassis/graph/ids';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import type { Quota } from '../seat/seat.rules.js';
import { makeSeats } from '../seat/seat.service.js';
import { TrainingEvent } from './training-event.entity.js';
import type { TrainingKind, TrainingTopic } from './training-event.rules.js';
import { draft } from './training-event.rules.js';
import type { TimeZone } from '@jejaring/register/facts/zone.rules';
import { zoneOf } from '@jejaring/register/facts/zone.rules';

export interface DraftTrainingEvent {
  kind: TrainingKind;
  topic: TrainingTopic;
  title: string;
  theme: string | null;
  /** An office, by the region it is in charge of, or an organization. */
  organizer: { regionCode: string; officeId: string | null } | { organizationId: string };
  regionCode: string;
  audienceKinds: string[];
  audienceLevels: string[] | null;
  venue: {
    name: string;
    /** Null where the source does not tell and nobody chose. */
    regionCode: string | null;
    regionDerived: boolean;
    derivedBecause: string | null;
    capacity: number | null;
  } | null;
  startsOn: string;
  endsOn: string;
  timeZone: TimeZone | null;
  seats: number | null;
  quotas: readonly Quota[];
  perUnitMax: number | null;
  certificateHours: number | null;
  minAttendanceBasisPoints: number;
  minPostTest: number | null;
  legalBasis: string[];
  /** Where the facts come from, when they were read somewhere. */
  sources: readonly StatedFact[];
}

async function organizerOf(work: Work, organizer: DraftTrainingEvent['organizer']) {
  if ('regionCode' in organizer) {
    return {
      organizerRegionCode: organizer.regionCode,
      organizerOfficeId: organizer.officeId,
      organizerOrganizationId: null,
      organizerStatus: null,
    };
  }
  const { organizationId: id } = organizer;
  const organization = await work.find(OrganizationCopy, { id });
  if (organization === null) return refuse(notFound(encodeId('org', id)));
  return {
    organizerRegionCode: organization.regionCode,
    organizerOfficeId: null,
    organizerOrganizationId: id,
    organizerStatus: organization.status,
  };
}

export async function draftTrainingEvent(
  work: Work,
  input: DraftTrainingEvent,
): Promise<TrainingEvent> {
  const { organizer, venue, seats, quotas, timeZone, sources, ...facts } = input;
  const { organizerStatus, ...organizing } = await organizerOf(work, organizer);
  const plan = { venue, seats, quotas };
  proceed(draft({ ...facts, ...organizing, organizerStatus, ...plan }, work.caller));
  const row = await work.insert(TrainingEvent, {
    ...facts,
    ...organizing,
    id: work.newId(),
    version: 1,
    status: 'DRAFT',
    venueName: venue?.name ?? null,
    venueRegionCode: venue?.regionCode ?? null,
    venueRegionDerived: venue?.regionDerived ?? false,
    venueDerivedBecause: venue?.derivedBecause ?? null,
    venueCapacity: venue?.capacity ?? null,
    timeZone: timeZone ?? zoneOf(venue?.regionCode ?? input.regionCode),
    statedValue: null,
    statedUpTo: null,
    statedQualifier: null,
  });
  if (seats !== null) await makeSeats(work, row.id, seats, quotas);
  await stateSources(work, { id: row.id, regionCode: row.organizerRegionCode }, sources);
  return row;
}
