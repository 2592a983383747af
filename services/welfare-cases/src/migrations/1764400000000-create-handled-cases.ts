import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { handledCasePolicy } from '../handled/handled.rules.js';

export class CreateHandledCases1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table handled_case_count (
        organization_id uuid,
        month text check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        outcome text,
        region_code text collate "C" not null,
        cases integer not null check (cases > 0),
        primary key (organization_id, month, outcome)
      );
      comment on column handled_case_count.region_code is 'Seat of the organization when it was last credited; who is in charge there sees the row.';`);
    await protect(runner, handledCasePolicy, ['select', 'insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handled_case_count');
  }
}
