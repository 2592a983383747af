import { keepHistory, protect } from '../rights/protect.js';
import type { QueryRunner } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { DataIncident, IncidentPerson } from './incident.entity.js';
import { incidentPersonPolicy, incidentPolicy } from './incident.rules.js';
import { PrivacyRequest } from './privacy-request.entity.js';
import { erasurePolicy, privacyRequestPolicy } from './privacy-request.rules.js';
import { RetentionPeriod } from './retention.entity.js';
import { retentionPeriodPolicy } from './retention.rules.js';

const requests = (tables: readonly string[]) => `
  create table privacy_request (
    id uuid primary key,
    subject_table text not null check (subject_table in (${tables.map((table) => `'${table}'`).join(', ')})),
    subject_id uuid not null,
    region_code text collate "C" not null,
    kind text not null check (kind in ('ACCESS', 'RECTIFICATION', 'RESTRICTION', 'ERASURE', 'OBJECTION', 'PORTABILITY', 'WITHDRAW_CONSENT')),
    channel text not null,
    status text not null check (status in ('RECEIVED', 'FULFILLED', 'REFUSED')),
    seen_version integer not null,
    consent_id uuid,
    opened_by text not null,
    received_at timestamptz not null,
    due_at timestamptz not null check (due_at > received_at),
    exported_at timestamptz,
    decided_by text,
    decided_at timestamptz,
    refusal_ground text,
    lifted_at timestamptz check (lifted_at is null or kind = 'RESTRICTION' and status = 'FULFILLED'),
    overdue_said_at timestamptz,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check ((status = 'RECEIVED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    check ((status = 'REFUSED') = (refusal_ground is not null)),
    check ((kind = 'WITHDRAW_CONSENT') = (consent_id is not null)),
    constraint privacy_request_other_hand check (kind <> 'ERASURE' or status <> 'FULFILLED' or decided_by <> opened_by)
  );
  create index privacy_request_due on privacy_request (due_at, id);
  create index privacy_request_waiting on privacy_request (due_at) where status = 'RECEIVED' and overdue_said_at is null;
  create index privacy_request_subject on privacy_request (subject_id);
  comment on column privacy_request.seen_version is 'Version of the person''s record when the request was entered.';`;

const erasures = `
  create table erasure (
    subject_table text not null,
    subject_id uuid not null,
    region_code text collate "C" not null,
    ground text not null check (ground in ('REQUEST', 'RETENTION', 'ANOTHER_SERVICE')),
    request_id uuid references privacy_request,
    files integer not null check (files >= 0),
    erased_at timestamptz not null,
    primary key (subject_table, subject_id),
    check ((ground = 'REQUEST') = (request_id is not null))
  );
  create table retention_period (
    id uuid primary key,
    rule text not null,
    region_code text collate "C" not null check (region_code = ''),
    months integer not null check (months between 12 and 1200),
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    constraint retention_period_rule unique (rule)
  );`;

const incidents = `
  create table data_incident (
    id uuid primary key,
    region_code text collate "C" not null,
    kind text not null check (kind in ('ACCOUNT_MISUSED', 'RIGHTS_TOO_WIDE', 'SENT_TO_THE_WRONG_PERSON', 'DEVICE_LOST', 'INTRUSION', 'UNAVAILABLE', 'ALTERED')),
    status text not null check (status in ('OPEN', 'ASSESSED', 'NOTIFIED', 'CLOSED')),
    happened_from timestamptz not null,
    happened_to timestamptz not null check (happened_to > happened_from),
    account text check (account ~ '^[0-9a-f]{64}$'),
    discovered_at timestamptz not null,
    due_at timestamptz not null check (due_at > discovered_at),
    affected integer not null check (affected >= 0),
    field_classes text[] not null,
    handling text[] not null,
    reported_by text not null,
    notified_at timestamptz,
    overdue_said_at timestamptz,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check ((status in ('NOTIFIED', 'CLOSED')) = (notified_at is not null))
  );
  create index data_incident_due on data_incident (due_at, id);
  comment on column data_incident.account is 'SHA-256 of the subject of the token that did it, in hexadecimal; null for anybody''s.';
  create table incident_person (
    incident_id uuid references data_incident,
    subject_table text,
    subject_id uuid,
    region_code text collate "C" not null,
    primary key (incident_id, subject_table, subject_id)
  );`;

/** Makes the tables of requests and of what was erased, for persons whose rows lie in these tables. */
export async function createPrivacy(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const sql of [requests(tables), erasures, incidents]) await runner.query(sql);
  await protect(runner, privacyRequestPolicy);
  await keepHistory(runner, privacyRequestPolicy);
  await protect(runner, erasurePolicy, ['select', 'insert']);
  await protect(runner, retentionPeriodPolicy);
  await keepHistory(runner, retentionPeriodPolicy);
  await protect(runner, incidentPolicy);
  await keepHistory(runner, incidentPolicy);
  await protect(runner, incidentPersonPolicy, ['select', 'insert']);
}

/** Undoes it. */
export async function dropPrivacy(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop table erasure, privacy_request, privacy_request_history, retention_period, retention_period_history,
      incident_person, data_incident, data_incident_history;
    drop function privacy_request_keep_version();
    drop function retention_period_keep_version();
    drop function data_incident_keep_version();`);
}

export const privacyPolicies = [
  privacyRequestPolicy,
  erasurePolicy,
  retentionPeriodPolicy,
  incidentPolicy,
  incidentPersonPolicy,
];
export const privacyEntities = [
  PrivacyRequest,
  Erasure,
  RetentionPeriod,
  DataIncident,
  IncidentPerson,
];

const partsOf = (table: string, columns: readonly string[]) =>
  `update (${columns.join(', ')}) on ${table}_history`;

/**
 * Lets the service take what names a person out of former versions of a table's rows too; nothing
 * else of them may ever change.
 */
export async function letForget(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await runner.query(`do $$ begin
    execute format('grant ${partsOf(table, columns)} to %I', current_setting('jejaring.app_role'));
  end $$`);
}

/** Undoes it. */
export async function letKeep(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await runner.query(`do $$ begin
    execute format('revoke ${partsOf(table, columns)} from %I', current_setting('jejaring.app_role'));
  end $$`);
}
