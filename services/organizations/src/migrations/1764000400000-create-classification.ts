import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { classificationPolicy, instrumentPolicy } from '../classification/classification.rules.js';

const classes = "('TUMBUH', 'BERKEMBANG', 'MAJU', 'PERCONTOHAN')";

export class CreateClassification1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table classification_instrument (
        id uuid primary key,
        version integer not null default 1,
        valid_from date not null,
        weights jsonb not null,
        cut_offs jsonb not null,
        recorded_at timestamptz not null default transaction_timestamp(),
        constraint instrument_one_per_day unique (valid_from)
      );
      create table classification (
        id uuid primary key,
        organization_id uuid not null references organization,
        region_code text collate "C" not null,
        year integer not null check (year between 1960 and 2200),
        instrument_id uuid not null references classification_instrument,
        status text not null check (status in ('DRAFT', 'SCORED', 'VERIFIED', 'DETERMINED', 'UNDER_OBJECTION', 'SUPERSEDED')),
        scores jsonb,
        total integer check (total between 0 and 10000),
        assessors jsonb not null,
        scored_by text,
        proposed_class text check (proposed_class in ${classes}),
        determined_class text check (determined_class in ${classes}),
        decree jsonb,
        objection_ground text,
        version integer not null default 1,
        recorded_at timestamptz not null default transaction_timestamp(),
        check (status = 'DRAFT' or scores is not null and proposed_class is not null),
        check ((status in ('DETERMINED', 'UNDER_OBJECTION', 'SUPERSEDED')) = (determined_class is not null and decree is not null))
      );
      create unique index classification_one_determined on classification (organization_id, year)
        where status in ('DETERMINED', 'UNDER_OBJECTION');
      create unique index classification_one_in_progress on classification (organization_id, year)
        where status in ('DRAFT', 'SCORED', 'VERIFIED');
      create index classification_organization on classification (organization_id, year);
      create index classification_region on classification (region_code, organization_id, year)
        where status in ('DETERMINED', 'UNDER_OBJECTION');`);
    await protect(runner, instrumentPolicy, ['select', 'insert']);
    await keepHistory(runner, instrumentPolicy);
    await protect(runner, classificationPolicy);
    await keepHistory(runner, classificationPolicy);
    await runner.query(`
      comment on column classification.total is 'Weighted mean of the six scores, in hundredths of a point.';
      comment on column classification.scored_by is 'Subject of the token; who scored does not determine.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table classification, classification_history;
      drop table classification_instrument, classification_instrument_history;
      drop function classification_keep_version();
      drop function classification_instrument_keep_version();`);
  }
}
