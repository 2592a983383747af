import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { breakGlassPolicy } from '../break-glass/break-glass.rules.js';

export class CreateBreakGlass1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table break_glass (
        id uuid primary key,
        case_id uuid not null references welfare_case,
        beneficiary_id uuid not null references beneficiary,
        region_code text collate "C" not null,
        owner_organization_id uuid,
        actor text not null,
        actor_role text not null,
        actor_organization_id uuid,
        emergency text not null check (emergency in ('THREAT_TO_LIFE', 'CHILD_IN_DANGER', 'DISASTER', 'COURT_ORDER')),
        reason_cipher text not null,
        granted_at timestamptz not null,
        expires_at timestamptz not null check (expires_at <= granted_at + interval '1 hour'),
        review_by timestamptz not null,
        verdict text check (verdict in ('JUSTIFIED', 'UNJUSTIFIED')),
        reviewed_by text check (reviewed_by <> actor),
        reviewed_at timestamptz,
        overdue_at timestamptz,
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        check ((verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null))
      );
      create index break_glass_actor on break_glass (actor, expires_at);
      create index break_glass_case on break_glass (case_id);
      create index break_glass_unreviewed on break_glass (review_by) where verdict is null;
      create index audit_entry_break_glass on audit_entry (actor, occurred_at) where operation = 'breakGlass';
      comment on column break_glass.reason_cipher is 'What happened, in words that may tell of people.';`);
    await protect(runner, breakGlassPolicy);
    await keepHistory(runner, breakGlassPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_entry_break_glass;
      -- Row policies of other tables speak of it; the migrations job makes them anew.
      drop table break_glass, break_glass_history cascade;
      drop function break_glass_keep_version`);
  }
}
