import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything, grant } from '@jejaring/chassis/work/migration';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { honourPolicy } from '../honour/honour.rules.js';
import { officeNamePolicy, officePolicy } from '../office/office.rules.js';
import { organizationPolicy } from '../organization/organization.rules.js';
import {
  organizationPeriodPolicy,
  registrationCounterPolicy,
} from '../organization/organization-tables.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const region = `
  create table region (
    code text collate "C" primary key,
    name text not null,
    search_name text not null,
    bare_name text not null,
    level text not null check (level in ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE')),
    kind text not null check (kind in ('PROVINCE', 'KABUPATEN', 'KOTA', 'KECAMATAN', 'DESA', 'KELURAHAN', 'DESA_ADAT')),
    parent_code text collate "C" references region deferrable initially deferred,
    path text not null,
    dataset_version text not null
  );
  create index region_parent on region (parent_code, code);
  create index region_search on region using gin (search_name gin_trgm_ops);
  create table region_dataset (
    version text primary key,
    regions integer not null,
    imported_at timestamptz not null default now()
  );
  comment on table region is 'access: reference; read by all, written by the import alone';
  comment on table region_dataset is 'access: reference; the versions of the official list that were imported';`;

const office = `
  create table office (
    id uuid primary key,
    kind text not null check ((kind = 'KEMENSOS') = (region_code = '')),
    region_code text collate "C" not null,
    mandates text[] not null,
    ${versioned}
  );
  create index office_region on office (region_code, id);
  create table office_name (
    id uuid primary key,
    office_id uuid not null references office,
    region_code text collate "C" not null,
    name text not null,
    mandates text[] not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    constraint office_one_name exclude using gist (office_id with =, daterange(valid_from, valid_to) with &&)
      deferrable initially deferred
  );
  comment on column office.region_code is 'Empty for the office of the nation, which has no code.';`;

const organization = `
  create table organization (
    id uuid primary key,
    kind text not null,
    level text not null check (level in ('VILLAGE', 'DISTRICT', 'REGENCY', 'PROVINCE', 'NATION')),
    name text not null,
    region_code text collate "C" not null references region,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACTIVE', 'DORMANT', 'SUSPENDED', 'REJECTED', 'DISSOLVED')),
    applicant_id text not null,
    registered_number text unique,
    established_on date,
    chair_name_cipher text,
    documents text[] not null default '{}',
    return_reason text,
    rejection_ground text,
    decree_number text,
    duty_region_code text collate "C" references region,
    membership_number text,
    owner text check (owner in ('MINISTRY', 'PROVINCE', 'REGENCY', 'COMMUNITY')),
    legal_form text check (legal_form in ('YAYASAN', 'PERKUMPULAN', 'PERSEROAN', 'NONE')),
    deed_number text,
    deed_on date,
    approval_number text,
    phone text,
    email text,
    ${versioned},
    check (legal_form <> 'NONE' or coalesce(deed_number, approval_number) is null),
    check (legal_form is not null or coalesce(deed_number, approval_number) is null),
    check ((status in ('ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED')) = (registered_number is not null))
  );
  create unique index organization_one_per_place on organization (region_code, level)
    where kind = 'KARANG_TARUNA' and status in ('ACTIVE', 'DORMANT', 'SUSPENDED');
  create unique index organization_one_tksk on organization (duty_region_code)
    where kind = 'TKSK' and status in ('ACTIVE', 'DORMANT', 'SUSPENDED');
  create index organization_region on organization (region_code, id);
  create table organization_period (
    id uuid primary key,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    status text not null,
    valid_from date not null,
    valid_to date,
    unique (organization_id, valid_from),
    constraint organization_one_status exclude using gist (organization_id with =, daterange(valid_from, valid_to) with &&)
      deferrable initially deferred
  );
  create table registration_counter (region_code text collate "C" primary key, last integer not null);
  create table honour (
    award_id uuid primary key,
    organization_id uuid not null,
    rank integer not null,
    year integer not null
  );
  create index honour_organization on honour (organization_id);`;

export class CreateOrganizations1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    for (const sql of [region, office, organization]) await runner.query(sql);
    await grant(runner, 'region', ['select']);
    await grant(runner, 'region_dataset', ['select']);
    for (const policy of [officePolicy, organizationPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    const others = [
      officeNamePolicy,
      organizationPeriodPolicy,
      registrationCounterPolicy,
      honourPolicy,
    ];
    for (const policy of others) await protect(runner, policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEverything(runner);
  }
}
