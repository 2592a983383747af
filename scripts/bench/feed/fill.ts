import type pg from 'pg';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { toJsonEvent } from '@jejaring/event-hub/intake/json-event';

/** Regencies and cities of each province, as many as there are; 32.79 is the last of its own. */
const provinces = 38;
const regenciesOf = (province: number): number => (province === 32 ? 27 : province < 21 ? 14 : 13);

const codes: readonly string[] = Array.from({ length: provinces }, (_, at) => at + 11).flatMap(
  (province) =>
    Array.from(
      { length: regenciesOf(province) },
      (_each, at) => `${province}.${String(at + 1).padStart(2, '0')}`,
    ),
);
export const regencies: readonly string[] = codes.map((code) =>
  code === '32.27' ? '32.79' : code,
);

const told = [
  'organizations.organization.registered.v1',
  'organizations.asset.condition-reported.v1',
  'awards.award.granted.v1',
  'training.training-event.scheduled.v1',
].filter((type) => contractsByType.has(type));

const fillSql = `
  insert into feed_event (position, event_id, type, topic, key, epoch, sequence, region_code, occurred_at, recorded_at, event)
  select n, id, type, 'filling', 'key-' || n, 1, 1, region, now(), now(),
    replace(replace(template, '<id>', id::text), '<region>', region)
  from generate_series(1, $1::integer) n
  cross join lateral (select md5($2::text || n)::uuid as id) made
  cross join lateral (select ($3::text[])[1 + n % cardinality($3::text[])] as region) there
  cross join lateral (
    select ($4::text[])[1 + n % cardinality($4::text[])] as type, ($5::text[])[1 + n % cardinality($4::text[])] as template
  ) what`;

/** Fills an empty feed with events of the whole nation, evenly; what they hold is each type's example. */
export async function fill(rows: pg.Client, events: number, seed: number): Promise<void> {
  const time = new Date('2026-11-20T02:00:00Z');
  const templates = told.map((type) =>
    toJsonEvent(
      {
        id: '<id>',
        type,
        key: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
        time,
        recordedTime: time,
        sequence: 1,
        epoch: 1,
        region: '<region>',
      },
      JSON.stringify(contractsByType.get(type)!.sample),
    ),
  );
  await rows.query(fillSql, [events, `${seed}-`, regencies, told, templates]);
  await rows.query('update feed_head set next_position = $1', [events + 1]);
  await rows.query('vacuum analyze feed_event');
}
