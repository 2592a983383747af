import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything, grant } from '@jejaring/chassis/work/migration';
import { createAuditSeal } from '@jejaring/trust/audit/audit-tables';
import { protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { feedEventPolicy } from '../feed/feed.rules.js';

const feed = `
  create table feed_head (
    singleton boolean primary key default true check (singleton),
    next_position bigint not null,
    forgotten_position bigint not null default 0
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
    kept_at timestamptz not null default clock_timestamp(),
    province text collate "C" not null generated always as (left(region_code, 2)) stored,
    event text not null check (event is json),
    unique (topic, key, epoch, sequence)
  );
  create index feed_event_province on feed_event (province, position);
  create index feed_event_kept on feed_event (kept_at, position);
  comment on table feed_head is 'access: internal; its row lock lasts to the commit, so that positions are dense and never appear out of order';
  comment on column feed_head.forgotten_position is 'Up to here events were dropped because of their age: what follows an earlier place is not whole.';
  comment on column feed_event.kept_at is 'When the hub kept it, under the lock of the head: it never falls while positions rise.';
  comment on column feed_event.province is 'For readers within one: row security lets an index be used only by what cannot tell a value.';
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
