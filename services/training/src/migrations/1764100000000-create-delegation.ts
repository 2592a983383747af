import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import { createFactSources } from '@jejaring/register/facts/fact-source';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { delegationPolicy } from '../delegation/delegation.rules.js';

const delegation = `
  create table delegation (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    training_event_id uuid not null references training_event,
    region_code text collate "C" not null,
    sender_office_id uuid,
    sender_organization_id uuid,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    letter_number text not null,
    letter_on date not null,
    submitted_by text,
    submitted_at timestamptz,
    decided_at timestamptz,
    rejection_reason text check (rejection_reason in ('NOT_ELIGIBLE', 'NO_SEATS', 'TOO_LATE', 'OTHER')),
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check (sender_office_id is null or sender_organization_id is null),
    check (status in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
    check (status not in ('PARTIALLY_ACCEPTED', 'REJECTED') or rejection_reason is not null)
  );
  create unique index delegation_one_letter on delegation
    (training_event_id, region_code, sender_organization_id, letter_number) nulls not distinct
    where status <> 'WITHDRAWN';
  create index delegation_region on delegation (region_code);
  comment on column delegation.region_code is 'The region of the sender.';
  alter table registration add constraint registration_delegation_known
    foreign key (delegation_id) references delegation;`;

export class CreateDelegation1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(delegation);
    await protect(runner, delegationPolicy);
    await keepHistory(runner, delegationPolicy);
    await createFactSources(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table fact_source;
      alter table registration drop constraint registration_delegation_known;
      drop table delegation_history;
      drop table delegation;
      drop function delegation_keep_version();`);
  }
}
