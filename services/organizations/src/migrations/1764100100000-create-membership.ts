import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { membershipPolicy } from '../membership/membership.rules.js';

/** How many members organizations had, day by day. */
export class CreateMembership1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table membership_snapshot (
        id uuid primary key,
        organization_id uuid not null references organization,
        region_code text collate "C" not null,
        as_of date not null,
        active_male integer not null check (active_male >= 0),
        active_female integer not null check (active_female >= 0),
        passive_estimate integer check (passive_estimate >= 0),
        source text not null,
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        constraint membership_snapshot_one_a_day unique (organization_id, as_of)
      );`);
    await protect(runner, membershipPolicy);
    await keepHistory(runner, membershipPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table membership_snapshot_history; drop table membership_snapshot cascade;
      drop function membership_snapshot_keep_version();`);
  }
}
