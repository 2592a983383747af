import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { postHolderPolicy, postPolicy, unitPolicy } from '../post/post.rules.js';

const term = `
  region_code text collate "C" not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)`;
const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

export class CreatePosts1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table office_unit (
        id uuid primary key,
        office_id uuid not null references office,
        parent_id uuid references office_unit,
        kind text not null,
        name text not null,
        ${term},
        ${versioned}
      );
      create index office_unit_office on office_unit (office_id, id);
      create index office_unit_parent on office_unit (parent_id);
      create table post (
        id uuid primary key,
        office_id uuid not null references office,
        unit_id uuid references office_unit,
        kind text not null check (kind in ('HEAD', 'SECRETARY', 'DIVISION_HEAD', 'SECTION_HEAD', 'OFFICER')),
        title text not null,
        ${term},
        ${versioned}
      );
      create index post_office on post (office_id, id);
      create index post_unit on post (unit_id);
      create table post_holder (
        id uuid primary key,
        post_id uuid not null references post,
        name_cipher text not null,
        initials text not null,
        capacity text not null check (capacity in ('DEFINITIVE', 'PLT', 'PLH', 'PJ')),
        decree jsonb not null,
        ${term},
        constraint post_one_holder exclude using gist (
          post_id with =, (case capacity when 'PLH' then 1 else 0 end) with =,
          daterange(valid_from, valid_to) with &&
        )
      );
      comment on column post_holder.name_cipher is 'Encrypted; initials alone are shown.';`);
    for (const policy of [unitPolicy, postPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    await protect(runner, postHolderPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table post_holder, post, post_history, office_unit, office_unit_history;
      drop function post_keep_version();
      drop function office_unit_keep_version();`);
  }
}
