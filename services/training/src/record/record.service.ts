import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { TrainingEvent } from '../training-event/training-event.entity.js';

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Counts the organizations whose people completed an event; once, when it ends. */
export async function countCompleted(
  work: Work,
  { id, startsOn }: Pick<TrainingEvent, 'id' | 'startsOn'>,
): Promise<void> {
  await work.beyondScope(() =>
    work.sql(
      `insert into training_record as t (organization_id, year, region_code, training_events, certificates)
       select organization_id, $2::integer, max(region_code), 1, 0 from registration
       where training_event_id = $1 and status = 'COMPLETED'
       group by organization_id order by organization_id
       on conflict (organization_id, year) do update set training_events = t.training_events + 1`,
      [id, yearOf(startsOn)],
    ),
  );
}

/** Counts a certificate in the year of its issue, or takes it out again. */
export async function countCertificate(
  work: Work,
  certificate: { organizationId: string; regionCode: string; issuedOn: string },
  change: 1 | -1,
): Promise<void> {
  const { organizationId, regionCode, issuedOn } = certificate;
  await work.beyondScope(() =>
    work.sql(
      `insert into training_record as t (organization_id, year, region_code, training_events, certificates)
       values ($1, $2, $3, 0, greatest($4::integer, 0))
       on conflict (organization_id, year) do update set certificates = t.certificates + $4::integer`,
      [organizationId, yearOf(issuedOn), regionCode, change],
    ),
  );
}
