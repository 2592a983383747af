import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partnershipPolicy } from '../partnership/partnership.rules.js';

const table = `
  create table partnership (
    id uuid primary key,
    kind text not null check (kind in ('CSR_TJSL', 'DANA_DESA', 'HIBAH', 'MOU', 'GOVERNMENT_PROGRAMME')),
    region_code text collate "C" not null references region,
    title text not null,
    organization_id uuid references organization,
    office_id uuid references office,
    company_name text,
    company_kind text check (company_kind in ('BUMN', 'BUMD', 'PRIVATE')),
    regulation_id uuid,
    amount bigint check (amount >= 0),
    fields text[] not null,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    fiscal_year integer,
    budget_line text,
    village_regulation text,
    status text not null check (status in ('PROPOSED', 'SIGNED', 'TERMINATED')),
    proposed_on date not null,
    signed_on date,
    document_number text,
    ended_on date,
    end_ground text,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check ((company_name is null) = (company_kind is null)),
    check ((kind = 'DANA_DESA') = (fiscal_year is not null)),
    check (kind <> 'DANA_DESA' or amount is not null and region_code ~ '^\\d{2}\\.\\d{2}\\.\\d{2}\\.[23]\\d{3}$'),
    check ((status = 'PROPOSED') = (signed_on is null)),
    check ((status = 'TERMINATED') = (ended_on is not null))
  );
  create index partnership_region on partnership (region_code, kind, id);
  create index partnership_organization on partnership (organization_id, id);
  create index partnership_village_fund on partnership (fiscal_year, region_code) where kind = 'DANA_DESA';
  comment on column partnership.amount is 'Whole rupiah.';
  comment on column partnership.ends_on is 'The day on which it no longer holds.';`;

export class CreatePartnership1764000270000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await protect(runner, partnershipPolicy);
    await keepHistory(runner, partnershipPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table partnership, partnership_history');
    await runner.query('drop function partnership_keep_version()');
  }
}
