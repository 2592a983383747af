import { encodeId } from '@jejaring/chassis/graph/ids';
import { StatedCount } from '@jejaring/register/facts/stated-count.types';
import { officeRef } from '../office/office.types.js';
import { organizationRef } from '../organization/organization.types.js';
import { regionRef } from '../region/region.types.js';
import type { TrainingEvent } from './training-event.entity.js';
import {
  TrainingAudience,
  TrainingCompletionRule,
  TrainingEventType,
  TrainingVenue,
} from './training-event.types.js';

const venueOf = (row: TrainingEvent) =>
  row.venueName === null
    ? null
    : Object.assign(new TrainingVenue(), {
        name: row.venueName,
        region: row.venueRegionCode === null ? null : regionRef(row.venueRegionCode),
        regionDerived: row.venueRegionDerived,
        derivedBecause: row.venueDerivedBecause,
        capacity: row.venueCapacity,
      });

const statedOf = (row: TrainingEvent) =>
  row.statedValue === null
    ? null
    : Object.assign(new StatedCount(), {
        value: row.statedValue,
        upTo: row.statedUpTo,
        qualifier: row.statedQualifier,
      });

function organizerOf({ organizerOfficeId, organizerOrganizationId }: TrainingEvent) {
  if (organizerOrganizationId !== null) return organizationRef(organizerOrganizationId);
  return organizerOfficeId === null ? null : officeRef(organizerOfficeId);
}

export function toTrainingEventType(row: TrainingEvent): TrainingEventType {
  const { version, status, kind, topic, title, theme, timeZone, certificateHours } = row;
  const what = { version, status, kind, topic, title, theme, timeZone, certificateHours };
  const when = { startsOn: row.startsOn, endsOn: row.endsOn };
  const region = regionRef(row.regionCode);
  return Object.assign(new TrainingEventType(), what, when, {
    row,
    id: encodeId('trn', row.id),
    organizer: organizerOf(row),
    organizerRegion: regionRef(row.organizerRegionCode),
    region,
    audience: Object.assign(new TrainingAudience(), {
      region,
      kinds: row.audienceKinds,
      levels: row.audienceLevels,
    }),
    venue: venueOf(row),
    completionRule: Object.assign(new TrainingCompletionRule(), {
      minAttendanceBasisPoints: row.minAttendanceBasisPoints,
      minPostTest: row.minPostTest,
    }),
    legalBasis: row.legalBasis,
    statedParticipants: statedOf(row),
  });
}
