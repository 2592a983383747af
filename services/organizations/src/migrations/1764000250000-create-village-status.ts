import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  villageStatusPolicy,
  villageStatusSummaryPolicy,
} from '../village-status/village-status.rules.js';

const common = `
  id uuid primary key,
  region_code text collate "C" not null references region,
  scheme text not null check (scheme in ('IPD', 'IDM', 'INDEKS_DESA')),
  year integer not null,
  source text not null,
  published_on date,
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

// IPD has three levels, the others five; a desa's last part begins with 2 or, of custom, 3.
const tables = `
  create table village_status (
    ${common},
    level text not null check (level in ('MANDIRI', 'MAJU', 'BERKEMBANG', 'TERTINGGAL', 'SANGAT_TERTINGGAL')),
    score integer check (score >= 0),
    check (scheme <> 'IPD' or level not in ('MAJU', 'SANGAT_TERTINGGAL')),
    check (region_code ~ '^\\d{2}\\.\\d{2}\\.\\d{2}\\.[23]\\d{3}$'),
    constraint village_status_once unique (region_code, scheme, year)
  );
  create index village_status_count on village_status (scheme, year, region_code, level);
  create table village_status_summary (
    ${common},
    levels jsonb not null,
    constraint village_status_summary_once unique (region_code, scheme, year)
  );
  comment on column village_status.score is 'In ten-thousandths of the unit of the scheme.';`;

const policies = [villageStatusPolicy, villageStatusSummaryPolicy];

export class CreateVillageStatus1764000250000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const policy of policies) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of policies) {
      await runner.query(`drop table ${table}, ${table}_history`);
      await runner.query(`drop function ${table}_keep_version()`);
    }
  }
}
