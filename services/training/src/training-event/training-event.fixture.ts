import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { Role } from '@jejaring/schema/roles';
import type { Quota } from '../seat/seat.rules.js';
import { makeSeats } from '../seat/seat.service.js';
import { TrainingEvent } from './training-event.entity.js';

/** Staff or head of an office that holds trainings; of West Java unless told. */
export const anOrganizer = (region = '32', role: Role = 'DINSOS_PROVINCE_STAFF') =>
  aCaller({ role, region });

/** A training of West Java that takes registrations just now; `seats: null` takes none. */
export async function aTrainingEvent(
  service: TestService,
  {
    seats = 10,
    quotas = [],
    ...fields
  }: Partial<TrainingEvent> & { seats?: number | null; quotas?: Quota[] } = {},
): Promise<TrainingEvent> {
  return service.asSystem(async (work) => {
    const row = await work.insert(TrainingEvent, {
      id: randomUUID(),
      version: 1,
      status: 'REGISTRATION_OPEN',
      kind: 'BIMTEK',
      topic: 'NETWORKING',
      title: 'Bimtek Jejaring Kerja',
      theme: null,
      organizerRegionCode: '32',
      organizerOfficeId: null,
      organizerOrganizationId: null,
      regionCode: '32',
      audienceKinds: ['KARANG_TARUNA'],
      audienceLevels: null,
      venueName: 'Balai Latihan',
      venueRegionCode: '32.73',
      venueRegionDerived: false,
      venueDerivedBecause: null,
      venueCapacity: null,
      perUnitMax: null,
      startsOn: '2026-11-20',
      endsOn: '2026-11-20',
      timeZone: 'WIB',
      certificateHours: 8,
      minAttendanceBasisPoints: 8_000,
      minPostTest: null,
      legalBasis: [],
      statedValue: null,
      statedUpTo: null,
      statedQualifier: null,
      ...fields,
    });
    if (seats !== null) await makeSeats(work, row.id, seats, quotas);
    return row;
  });
}
