import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { regulationLinkPolicy, regulationPolicy } from '../regulation/regulation.rules.js';

export class CreateRegulation1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table regulation (
        id uuid primary key,
        kind text not null,
        number text,
        year integer not null check (year between 1945 and 2200),
        title text not null,
        region_code text collate "C" not null,
        status text not null check (status in ('DRAFT', 'IN_FORCE', 'REPLACED', 'REVOKED')),
        valid_from date,
        valid_to date check (valid_to > valid_from),
        date_precision text not null check (date_precision in ('DAY', 'MONTH', 'YEAR')),
        definition jsonb,
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        check (status = 'DRAFT' or number is not null and valid_from is not null),
        check ((status in ('REPLACED', 'REVOKED')) = (valid_to is not null)),
        constraint regulation_once unique (kind, number, year, region_code)
      );
      create index regulation_region on regulation (region_code, year, id);
      create table regulation_link (
        regulation_id uuid not null references regulation,
        target_id uuid not null references regulation,
        relation text not null check (relation in ('REPLACES', 'AMENDS')),
        region_code text collate "C" not null,
        primary key (regulation_id, target_id),
        check (regulation_id <> target_id)
      );
      create index regulation_link_target on regulation_link (target_id);`);
    await protect(runner, regulationPolicy);
    await keepHistory(runner, regulationPolicy);
    await protect(runner, regulationLinkPolicy);
    await runner.query(`
      comment on column regulation.region_code is 'Where it holds; empty is the nation.';
      comment on column regulation.definition is 'What it calls a Karang Taruna, in our words.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table regulation_link, regulation, regulation_history;
      drop function regulation_keep_version();`);
  }
}
