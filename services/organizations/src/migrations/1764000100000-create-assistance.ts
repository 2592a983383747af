import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  allocationPeriodPolicy,
  allocationPolicy,
  handoverPolicy,
} from '../assistance/allocation.rules.js';
import { assetConditionPolicy, assetPolicy } from '../assistance/asset.rules.js';
import { programmePolicy } from '../assistance/programme.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const programme = `
  create table assistance_programme (
    id uuid primary key,
    office_id uuid not null references office,
    region_code text collate "C" not null references region,
    title text not null,
    fiscal_year integer not null,
    item_kind text not null,
    item_spec text,
    unit_value bigint check (unit_value >= 0),
    target_level text not null check (target_level in ('VILLAGE', 'DISTRICT', 'REGENCY', 'PROVINCE')),
    target_stated integer check (target_stated > 0),
    target_reason text,
    opened_on date not null,
    ${versioned},
    check ((target_stated is null) = (target_reason is not null))
  );
  create index assistance_programme_region on assistance_programme (region_code, fiscal_year);
  create index assistance_programme_year on assistance_programme (fiscal_year, region_code);
  comment on column assistance_programme.unit_value is 'Whole rupiah.';
  comment on column assistance_programme.target_reason is 'From what the target is concluded, when no source states it.';`;

const allocation = `
  create table allocation (
    id uuid primary key,
    programme_id uuid not null references assistance_programme,
    programme_region_code text collate "C" not null,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    quantity integer not null check (quantity > 0),
    planned_fiscal_year integer not null,
    status text not null check (status in ('PLANNED', 'DEFERRED', 'PROCURED', 'HANDED_OVER', 'WITHDRAWN')),
    since date not null,
    ${versioned}
  );
  create unique index allocation_one_per_recipient on allocation (programme_id, organization_id)
    where status <> 'WITHDRAWN';
  create index allocation_list on allocation (programme_id, region_code, id);
  create table allocation_period (
    id uuid primary key,
    allocation_id uuid not null references allocation,
    programme_id uuid not null,
    programme_region_code text collate "C" not null,
    status text not null,
    planned_fiscal_year integer not null,
    valid_from date not null,
    valid_to date,
    unique (allocation_id, valid_from),
    constraint allocation_one_status exclude using gist (allocation_id with =, daterange(valid_from, valid_to) with &&)
      deferrable initially deferred
  );
  create index allocation_period_programme on allocation_period (programme_id);
  comment on column allocation.since is 'First day of the status and the planned year that are recorded now.';`;

const handover = `
  create table handover (
    id uuid primary key,
    allocation_id uuid not null references allocation,
    programme_id uuid not null,
    programme_region_code text collate "C" not null,
    organization_id uuid not null,
    region_code text collate "C" not null,
    quantity integer not null check (quantity > 0),
    handed_over_on date not null,
    minutes_number text not null,
    occasion_title text,
    training_event_id uuid,
    given_by text,
    received_by_officer_id uuid,
    ${versioned}
  );
  create index handover_programme on handover (programme_id, handed_over_on);
  create index handover_training on handover (training_event_id, id) where training_event_id is not null;
  create index handover_allocation on handover (allocation_id, id);
  comment on column handover.given_by is 'A position, never the name of a person.';`;

const asset = `
  create table asset (
    id uuid primary key,
    handover_id uuid not null references handover,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    item_kind text not null,
    serial_number text not null,
    condition text not null check (condition in ('IN_USE', 'DAMAGED', 'LOST', 'RETURNED', 'WRITTEN_OFF')),
    since date not null,
    ${versioned},
    constraint asset_serial_number unique (serial_number)
  );
  create index asset_organization on asset (organization_id, id);
  create index asset_handover on asset (handover_id, id);
  create table asset_condition (
    id uuid primary key,
    asset_id uuid not null references asset,
    organization_id uuid not null,
    region_code text collate "C" not null,
    condition text not null,
    valid_from date not null,
    valid_to date,
    unique (asset_id, valid_from),
    constraint asset_one_condition exclude using gist (asset_id with =, daterange(valid_from, valid_to) with &&)
      deferrable initially deferred
  );`;

const versionedPolicies = [programmePolicy, allocationPolicy, handoverPolicy, assetPolicy];

export class CreateAssistance1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [programme, allocation, handover, asset]) await runner.query(sql);
    for (const policy of versionedPolicies) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    for (const policy of [allocationPeriodPolicy, assetConditionPolicy]) {
      await protect(runner, policy);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of versionedPolicies) await runner.query(`drop table ${table}_history`);
    await runner.query('drop table asset_condition, asset, handover, allocation_period');
    await runner.query('drop table allocation, assistance_programme');
    for (const { table } of versionedPolicies)
      await runner.query(`drop function ${table}_keep_version()`);
  }
}
