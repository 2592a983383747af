import { grant } from '@jejaring/chassis/work/migration';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventSubscriptionPolicy } from '../subscription/subscription.rules.js';

const subscription = `
  create table event_subscription (
    id uuid primary key,
    name text not null,
    endpoint text not null,
    types text[] not null check (cardinality(types) between 1 and 50),
    region_code text collate "C" not null,
    mode text not null check (mode in ('ORDERED', 'BEST_EFFORT')),
    signatures text[] not null check (signatures <@ array['V1', 'V1A'] and cardinality(signatures) between 1 and 2),
    status text not null check (status in ('VERIFYING', 'UNVERIFIED', 'ACTIVE', 'PAUSED', 'DISABLED', 'ENDED')),
    ground text,
    per_minute integer check (per_minute > 0),
    maker text not null,
    maker_role text not null,
    maker_region text collate "C" not null,
    maker_organization_id uuid,
    maker_office_id uuid,
    created_at timestamptz not null,
    verified_at timestamptz,
    ended_at timestamptz,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check ((status in ('UNVERIFIED', 'DISABLED')) = (ground is not null)),
    check ((status = 'ENDED') = (ended_at is not null)),
    check (status <> 'ACTIVE' or verified_at is not null)
  );
  create index event_subscription_region on event_subscription (region_code, id);
  create index event_subscription_maker on event_subscription (maker);
  create index event_subscription_status on event_subscription (status) where status in ('VERIFYING', 'ACTIVE');
  comment on column event_subscription.region_code is 'Whose events are sent; empty for the nation.';
  comment on column event_subscription.maker is 'Subject of the token of who answers for it; with the claims behind it, what may be sent is judged anew each time.';`;

const key = `
  create table subscription_key (
    id uuid primary key,
    subscription_id uuid not null references event_subscription,
    signature text not null check (signature in ('V1', 'V1A')),
    kek text not null,
    closed bytea not null,
    public_key text,
    made_at timestamptz not null,
    expires_at timestamptz,
    check ((signature = 'V1A') = (public_key is not null))
  );
  create index subscription_key_of on subscription_key (subscription_id, made_at);
  comment on table subscription_key is 'access: internal; what signs deliveries, closed by the ring and bound to its row';`;

const progress = `
  create table subscription_progress (
    subscription_id uuid primary key references event_subscription,
    cursor bigint not null,
    failures integer not null default 0,
    open_until timestamptz,
    probed_until timestamptz,
    failing_since timestamptz,
    paced_until timestamptz
  ) with (fillfactor = 50);
  comment on table subscription_progress is 'access: internal; up to which position deliveries were made, and how the endpoint does';
  comment on column subscription_progress.probed_until is 'While it lasts, one delivery is on its way through a half-open circuit.';
  comment on column subscription_progress.paced_until is 'Up to when the rate that the endpoint allows is used.';`;

export class CreateSubscriptions1765410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(subscription);
    await protect(runner, eventSubscriptionPolicy);
    await keepHistory(runner, eventSubscriptionPolicy);
    await runner.query(key);
    await grant(runner, 'subscription_key', ['select', 'insert', 'update', 'delete']);
    await runner.query(progress);
    await grant(runner, 'subscription_progress', ['select', 'insert', 'update']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table subscription_progress, subscription_key');
    await runner.query('drop table event_subscription, event_subscription_history');
    await runner.query('drop function event_subscription_keep_version()');
  }
}
