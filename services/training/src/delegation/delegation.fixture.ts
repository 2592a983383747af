import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { aTrainingEvent } from '../training-event/training-event.fixture.js';
import { Delegation } from './delegation.entity.js';

/** A letter that the office of Kota Banjar sent to a training of West Java; whom it names comes apart. */
export async function aDelegation(
  service: TestService,
  fields: Partial<Delegation> = {},
): Promise<Delegation> {
  const trainingEventId = fields.trainingEventId ?? (await aTrainingEvent(service)).id;
  return service.asSystem(async (work) => {
    const event = await work.get(TrainingEvent, trainingEventId);
    return work.insert(Delegation, {
      id: randomUUID(),
      version: 1,
      status: 'SUBMITTED',
      trainingEventId,
      regionCode: '32.79',
      senderOfficeId: null,
      senderOrganizationId: null,
      organizerRegionCode: event.organizerRegionCode,
      organizerOrganizationId: event.organizerOrganizationId,
      letterNumber: `094/${randomUUID()}`,
      letterOn: '2026-11-18',
      submittedAt: work.now,
      decidedAt: null,
      rejectionReason: null,
      ...fields,
    });
  });
}
