import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { attendancePolicy, sessionPolicy, testResultPolicy } from '../session/session.rules.js';

const ofParticipant = `
  registration_id uuid not null references registration,
  training_event_id uuid not null references training_event,
  organization_id uuid not null,
  region_code text collate "C" not null,
  organizer_region_code text collate "C" not null,
  organizer_organization_id uuid,
  recorded_at timestamptz not null default transaction_timestamp()`;

const sessions = `
  create table training_session (
    id uuid primary key,
    training_event_id uuid not null references training_event,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    module text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    version integer not null default 1,
    recorded_at timestamptz not null default transaction_timestamp(),
    check (ends_at > starts_at)
  );
  create index training_session_event on training_session (training_event_id, starts_at, id);
  create table session_attendance (
    session_id uuid not null references training_session,
    status text not null check (status in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT')),
    ${ofParticipant},
    primary key (session_id, registration_id)
  );
  create index session_attendance_participant on session_attendance (registration_id);
  create table test_result (
    kind text not null check (kind in ('PRE', 'POST')),
    score integer not null check (score between 0 and 100),
    ${ofParticipant},
    primary key (registration_id, kind)
  );`;

export class CreateSessions1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sessions);
    await protect(runner, sessionPolicy);
    await keepHistory(runner, sessionPolicy);
    await protect(runner, attendancePolicy);
    await protect(runner, testResultPolicy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table test_result;
      drop table session_attendance;
      drop table training_session_history;
      drop table training_session;
      drop function training_session_keep_version();`);
  }
}
