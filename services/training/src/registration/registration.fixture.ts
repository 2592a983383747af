import { randomUUID } from 'node:crypto';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { close } from '@jejaring/trust/keys/cipher';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { anOrganization } from '../organization/organization.fixture.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { aTrainingEvent } from '../training-event/training-event.fixture.js';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import { placeOfName } from './participant.service.js';
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
    const key = await keyToWrite(work, encodeId('reg', id));
    const status = fields.status ?? 'APPROVED';
    const regionCode = fields.regionCode ?? '32.79.04.2006';
    const row = await work.insert(Registration, {
      version: 1,
      participantRef: randomUUID(),
      officerId: null,
      answerBy: null,
      delegationId: null,
      nameCipher: close(key, placeOfName(id), name),
      initials: initialsOf(name),
      organizerRegionCode: event.organizerRegionCode,
      organizerOrganizationId: event.organizerOrganizationId,
      via: 'SELF',
      sentByRegionCode: null,
      sentByOfficeId: null,
      sentByOrganizationId: null,
      registeredAt: work.now,
      ...fields,
      id,
      status,
      regionCode,
      trainingEventId,
      organizationId,
      ...(await countIn(work, trainingEventId, regionCode, status)),
    });
    return row;
  });
}

type Sql = { sql<Row>(text: string, parameters: unknown[]): Promise<Row[]> };

const seated = [
  'APPROVED',
  'OFFERED',
  'ATTENDED',
  'COMPLETED',
  'NOT_COMPLETED',
  'CERTIFIED',
  'NO_SHOW',
];

/** Counts a newcomer into the event's seats, in the narrowest quota, and gives the place of arrival. */
async function countIn(work: Sql, trainingEventId: string, regionCode: string, status: string) {
  const waits = status === 'WAITLISTED';
  const [bucket] = await work.sql<{ position: number; seatBucketId: string }>(
    `update seat_bucket set taken = taken + $2, waiting = waiting + $3, last_position = 1 +
       (select max(b.last_position) from seat_bucket b where b.training_event_id = $1)
     where id = (select b.id from seat_bucket b where b.training_event_id = $1
       and ($4 || '.') like (coalesce(b.region_code || '.', '') || '%')
       order by length(b.region_code) desc nulls last limit 1)
     returning last_position as position, id as "seatBucketId"`,
    [trainingEventId, Number(seated.includes(status)), Number(waits), regionCode],
  );
  return bucket!;
}
