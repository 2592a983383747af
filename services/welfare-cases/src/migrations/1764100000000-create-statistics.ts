import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { statisticsCellPolicy, statisticsMonthPolicy } from '../statistics/statistics.rules.js';

const tables = `
  create table statistics_month (
    month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    published_at timestamptz not null,
    has_open boolean not null
  );
  create table statistics_cell (
    month text references statistics_month,
    region_code text collate "C",
    measure text check (measure in ('REPORTED', 'OPEN')),
    dimension text,
    value text,
    cases integer not null check (cases > 0),
    audience text not null check (audience in ('PUBLIC', 'OFFICIAL', 'CHARGE')),
    primary key (region_code, month, measure, dimension, value)
  );
  comment on column statistics_cell.audience is 'Who may be told; judged once, over the whole table of the month.';`;

export class CreateStatistics1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const policy of [statisticsMonthPolicy, statisticsCellPolicy])
      await protect(runner, policy, ['select', 'insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistics_cell; drop table statistics_month');
  }
}
