import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { TrainingEvent } from '../training-event/training-event.entity.js';

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Counts the organizations whose people completed an event; once, when it ends. */
export async function countCompleted(
  work: Work,
  { id, startsOn, topic }: Pick<TrainingEvent, 'id' | 'startsOn' | 'topic'>,
): Promise<void> {
  await work.beyondScope(() =>
    work.sql(
      `insert into training_record as t (organization_id, year, topic, region_code, training_events, certificates)
       select organization_id, $2::integer, $3, max(region_code), 1, 0 from registration
       where training_event_id = $1 and status = 'COMPLETED'
       group by organization_id order by organization_id
       on conflict (organization_id, year, topic) do update set training_events = t.training_events + 1`,
      [id, yearOf(startsOn), topic],
    ),
  );
}

/** Counts a certificate in the year of its issue, or takes it out again. */
export async function countCertificate(
  work: Work,
  certificate: { organizationId: string; regionCode: string; issuedOn: string },
  topic: TrainingEvent['topic'],
  change: 1 | -1,
): Promise<void> {
  const { organizationId, regionCode, issuedOn } = certificate;
  await work.beyondScope(() =>
    work.sql(
      `insert into training_record as t (organization_id, year, topic, region_code, training_events, certificates)
       values ($1, $2, $5, $3, 0, greatest($4::integer, 0))
       on conflict (organization_id, year, topic) do update set certificates = t.certificates + $4::integer`,
      [organizationId, yearOf(issuedOn), regionCode, change, topic],
    ),
  );
}
