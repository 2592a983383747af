import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { encrypt } from '@jejaring/chassis/work/identifiers';
import { anOrganization } from '../organization/organization.fixture.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { aTrainingEvent } from '../training-event/training-event.fixture.js';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import { Registration } from './registration.entity.js';

/** A participant of Kota Banjar who has a seat at a training of West Java. */
export async function aRegistration(
  service: TestService,
  { name = 'Rina Lestari', ...fields }: Partial<Registration> & { name?: string } = {},
): Promise<Registration> {
  const trainingEventId = fields.trainingEventId ?? (await aTrainingEvent(service)).id;
  const organizationId = fields.organizationId ?? (await anOrganization(service));
  return service.asSystem(async (work) => {
    const event = await work.get(TrainingEvent, trainingEventId);
    const id = fields.id ?? randomUUID();
    const place = { table: 'registration', column: 'name_cipher', rowId: id };
    const status = fields.status ?? 'APPROVED';
    const row = await work.insert(Registration, {
      version: 1,
      participantRef: randomUUID(),
      nameCipher: encrypt(work.keys, place, name),
      initials: initialsOf(name),
      regionCode: '32.79.04.2006',
      organizerRegionCode: event.organizerRegionCode,
      organizerOrganizationId: event.organizerOrganizationId,
      via: 'SELF',
      sentByRegionCode: null,
      sentByOfficeId: null,
      registeredAt: work.now,
      ...fields,
      id,
      status,
      trainingEventId,
      organizationId,
      position: await countIn(work, trainingEventId, status),
    });
    return row;
  });
}

type Sql = { sql<Row>(text: string, parameters: unknown[]): Promise<Row[]> };

/** Counts a newcomer into the event's seats, and gives the place of arrival. */
async function countIn(work: Sql, trainingEventId: string, status: string): Promise<number> {
  const seated = ['APPROVED', 'ATTENDED', 'COMPLETED', 'CERTIFIED', 'NO_SHOW'].includes(status);
  const waits = status === 'WAITLISTED';
  const [bucket] = await work.sql<{ position: number }>(
    `update seat_bucket set last_position = last_position + 1, taken = taken + $2,
       waiting = waiting + $3 where training_event_id = $1 returning last_position as position`,
    [trainingEventId, Number(seated), Number(waits)],
  );
  return bucket!.position;
}
