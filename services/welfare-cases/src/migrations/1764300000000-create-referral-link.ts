import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkPolicy } from '../network/link.rules.js';

export class CreateReferralLink1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table referral_link (
        id uuid primary key,
        from_organization_id uuid not null,
        to_organization_id uuid not null,
        region_code text collate "C" not null,
        kind text not null check (kind in ('REFERRAL', 'JOINT_SERVICE', 'INFORMATION')),
        valid_from timestamptz not null,
        valid_to timestamptz check (valid_to >= valid_from),
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        check (from_organization_id <> to_organization_id)
      );
      create unique index referral_link_once on referral_link (from_organization_id, to_organization_id, kind)
        where valid_to is null;
      create index referral_link_to on referral_link (to_organization_id);`);
    await protect(runner, linkPolicy);
    await keepHistory(runner, linkPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table referral_link, referral_link_history;
      drop function referral_link_keep_version`);
  }
}
