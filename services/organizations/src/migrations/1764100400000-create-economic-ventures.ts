import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  economicVenturePolicy,
  ventureReportPolicy,
} from '../economic-venture/economic-venture.rules.js';

const economicVenture = `
  create table economic_venture (
    id uuid primary key,
    status text not null check (status in ('PROPOSED', 'VERIFIED', 'ACTIVE', 'DORMANT', 'CLOSED')),
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    proposed_by text,
    kind text not null check (kind in ('UEP_KT', 'KUBE')),
    name text not null,
    sector text not null,
    local_resource text,
    member_households integer,
    capital jsonb not null,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check (case kind when 'KUBE' then member_households between 5 and 20 and member_households is not null
      else member_households is null end)
  );
  create index economic_venture_region on economic_venture (region_code, id);
  comment on column economic_venture.capital is 'Where it came from: [{"fundingSource", "amount"}], whole rupiah as text.';
  create table venture_report (
    id uuid primary key,
    venture_id uuid not null references economic_venture,
    organization_id uuid not null,
    region_code text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    turnover bigint not null check (turnover >= 0),
    costs bigint not null check (costs >= 0),
    workers integer not null check (workers >= 0),
    constraint venture_report_one_a_month unique (venture_id, month)
  );`;

export class CreateEconomicVentures1764100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(economicVenture);
    await protect(runner, economicVenturePolicy);
    await keepHistory(runner, economicVenturePolicy);
    await protect(runner, ventureReportPolicy, ['select', 'insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table venture_report, economic_venture_history, economic_venture');
    await runner.query('drop function economic_venture_keep_version');
  }
}
