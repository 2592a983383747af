import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventDeliveryPolicy, eventReplayPolicy } from '../delivery/delivery.rules.js';

const delivery = `
  create table event_delivery (
    id uuid primary key,
    seq bigint generated always as identity,
    subscription_id uuid not null,
    kind text not null check (kind in ('EVENT', 'REPLAY', 'TEST')),
    position bigint,
    event_id uuid not null,
    type text not null,
    key text not null,
    body text,
    state text not null check (state in ('WAITING', 'BEHIND', 'DELIVERED', 'FAILED', 'DROPPED')),
    due_at timestamptz not null,
    claimed_until timestamptz,
    attempts_made integer not null default 0,
    attempts jsonb not null default '[]',
    made_at timestamptz not null,
    ended_at timestamptz,
    check ((kind = 'TEST') = (position is null)),
    check ((kind = 'TEST') = (body is not null)),
    check ((state in ('WAITING', 'BEHIND')) = (ended_at is null))
  ) with (fillfactor = 70);
  create index event_delivery_due on event_delivery (subscription_id, due_at, seq) where state = 'WAITING';
  create index event_delivery_key on event_delivery (subscription_id, key, seq) where state in ('WAITING', 'BEHIND');
  create index event_delivery_of on event_delivery (subscription_id, id);
  create index event_delivery_failed on event_delivery (subscription_id, id) where state = 'FAILED';
  comment on column event_delivery.seq is 'The order in which deliveries of one key are sent.';
  comment on column event_delivery.subscription_id is 'Subscriptions are never removed: a foreign key would be asked for each row.';
  comment on column event_delivery.claimed_until is 'While it is on its way; then it is taken for lost and sent again. In no index: claiming moves no entry of one.';
  comment on column event_delivery.state is 'BEHIND waits for the one of its key before it.';`;

const replay = `
  create table event_replay (
    id uuid primary key,
    subscription_id uuid not null references event_subscription,
    matched integer not null check (matched >= 0),
    dry_run boolean not null,
    made_at timestamptz not null,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp()
  );`;

export class CreateDeliveries1765420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(delivery);
    await protect(runner, eventDeliveryPolicy, ['select', 'insert', 'update', 'delete']);
    await runner.query(replay);
    await protect(runner, eventReplayPolicy);
    await keepHistory(runner, eventReplayPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event_replay, event_replay_history, event_delivery');
    await runner.query('drop function event_replay_keep_version()');
  }
}
