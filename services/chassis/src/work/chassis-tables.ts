import type { QueryRunner } from 'typeorm';
import { grant } from './migration.js';
import { createStanding } from './standing.js';

const idempotency = `
  create table idempotency_key (
    actor text not null,
    operation text not null,
    key uuid not null,
    input_hash text not null,
    answer_id uuid,
    answer_version integer,
    recorded_at timestamptz not null default now(),
    primary key (actor, operation, key)
  );
  create index idempotency_key_age on idempotency_key (recorded_at);
  comment on table idempotency_key is 'access: internal; one answered command each, kept 72 hours; ids only';`;

const audit = `
  create table audit_entry (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('WRITE', 'READ')),
    recorded_at timestamptz not null default clock_timestamp(),
    occurred_at timestamptz not null,
    actor text not null,
    role text not null,
    region text,
    organization uuid,
    office uuid,
    purpose text,
    operation text not null,
    subjects text[] not null,
    subject_regions text[] not null,
    field_classes text[] not null default '{}',
    decision text not null check (decision in ('ALLOWED', 'REFUSED')),
    reason text,
    policy_version text not null default 'none',
    request_id text not null
  );
  comment on column audit_entry.policy_version is 'The rights under which it was decided; the migrations job sets the default when they change.';
  comment on table audit_entry is 'access: internal; who did what to whom, never a value';`;

const outbox = `
  create table producer_epoch (singleton boolean primary key default true check (singleton), epoch integer not null);
  insert into producer_epoch (epoch) values (1);
  create table outbox_sequence (
    aggregateid text primary key,
    last bigint not null
  );
  create table outbox (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    aggregatetype text not null,
    aggregateid text not null,
    ce_sequence text not null,
    epoch text not null,
    type text not null,
    payload text check (payload is json),
    specversion text not null default '1.0',
    source text not null,
    subject text not null,
    occurred_at text not null,
    recorded_time text not null,
    dataschema text not null,
    content_type text not null default 'application/json',
    region text,
    unique (aggregateid, ce_sequence)
  );
  comment on table producer_epoch is 'access: internal; raised when the service was restored from a backup';
  comment on table outbox_sequence is 'access: internal; the last sequence of each key';
  comment on table outbox is 'access: internal; shaped for the EventRouter of Debezium';`;

const inbox = `
  create table inbox (
    consumer text not null,
    event_id uuid not null,
    recorded_at timestamptz not null default now(),
    primary key (consumer, event_id)
  );
  create index inbox_age on inbox (recorded_at);
  create table inbox_position (
    topic text not null,
    key text not null,
    epoch integer not null,
    sequence bigint not null,
    primary key (topic, key)
  );
  create table parked_event (
    id bigint generated always as identity primary key,
    event_id text,
    topic text not null,
    key text not null,
    partition integer not null,
    "offset" text not null,
    headers jsonb not null,
    value text,
    reason text not null check (reason in ('MALFORMED', 'INVALID', 'GAP', 'FAILED', 'BEHIND')),
    fault text,
    parked_at timestamptz not null default now(),
    unique (topic, partition, "offset")
  );
  create index parked_event_key on parked_event (topic, key, id);
  comment on table inbox_position is 'access: internal; how far each key was followed';
  comment on table inbox is 'access: internal; one row per reaction that happened';
  comment on table parked_event is 'access: internal; waits for an operator, its key with it';`;

/** The tables that every service has because of the unit of work and its events. */
export async function createChassisTables(runner: QueryRunner): Promise<void> {
  for (const sql of [idempotency, audit, outbox, inbox]) await runner.query(sql);
  await createStanding(runner);
  await grant(runner, 'idempotency_key', ['select', 'insert', 'update', 'delete']);
  // The trail can be added to and read, never altered, by the service itself.
  await grant(runner, 'audit_entry', ['select', 'insert']);
  await grant(runner, 'producer_epoch', ['select']);
  await grant(runner, 'outbox_sequence', ['select', 'insert', 'update']);
  await grant(runner, 'outbox', ['select', 'insert', 'delete']);
  await grant(runner, 'inbox', ['select', 'insert', 'delete']);
  await grant(runner, 'inbox_position', ['select', 'insert', 'update']);
  await grant(runner, 'parked_event', ['select', 'insert', 'delete']);
}
