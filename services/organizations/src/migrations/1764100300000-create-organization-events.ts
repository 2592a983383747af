import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { organizationEventPolicy } from '../organization-event/organization-event.rules.js';

const organizationEvent = `
  create table organization_event (
    id uuid primary key,
    status text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    kind text not null check (kind in ('RAPAT_KERJA', 'RAKERDA', 'TEMU_KARYA', 'BULAN_BHAKTI')),
    title text not null,
    venue_name text,
    venue_region_code text collate "C" references region,
    venue_derived_because text,
    starts_on date not null,
    ends_on date not null,
    opened_by_office_id uuid references office,
    activity_ids uuid[] not null,
    award_ids uuid[] not null,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check (ends_on >= starts_on),
    check (venue_region_code is null or venue_name is not null),
    check (venue_derived_because is null or venue_region_code is not null)
  );
  create index organization_event_region on organization_event (region_code, starts_on, id);
  comment on column organization_event.award_ids is 'Awards of the service awards, by id.';`;

export class CreateOrganizationEvents1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(organizationEvent);
    await protect(runner, organizationEventPolicy);
    await keepHistory(runner, organizationEventPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table organization_event_history, organization_event');
    await runner.query('drop function organization_event_keep_version');
  }
}
