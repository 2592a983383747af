import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything, grant } from '@jejaring/chassis/work/migration';
import { createAuditSeal } from '@jejaring/trust/audit/audit-tables';
import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { feedEventPolicy } from '../feed/feed.rules.js';

const feed = `
  create table feed_head (
    singleton boolean primary key default true check (singleton),
    next_position bigint not null
  ) with (fillfactor = 50);
  insert into feed_head (next_position) values (1);
  create table feed_event (
    position bigint primary key,
    event_id uuid not null unique,
    type text not null,
    topic text not null,
    key text not null,
    epoch integer not null,
    sequence bigint not null,
    region_code text collate "C" not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    event text not null check (event is json),
    unique (topic, key, epoch, sequence)
  );
  create index feed_event_province on feed_event (left(region_code, 2), position);
  create index feed_event_recorded on feed_event (recorded_at, position);
  create index feed_event_occurred on feed_event (occurred_at, position);
  comment on table feed_head is 'access: internal; its row lock lasts to the commit, so that positions are dense and never appear out of order';
  comment on column feed_event.region_code is 'Where it happened; empty for the whole nation and for what has no place.';
  comment on column feed_event.event is 'CloudEvents 1.0 in the JSON format, as it is handed out.';`;

export class CreateFeed1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await createAuditSeal(runner);
    await runner.query(feed);
    await grant(runner, 'feed_head', ['select', 'update']);
    await protect(runner, feedEventPolicy, ['select', 'insert', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEverything(runner);
  }
}
