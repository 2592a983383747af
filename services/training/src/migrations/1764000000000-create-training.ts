import { createOrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { createSeatCopy } from '@jejaring/register/copies/seat-copy';
import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything } from '@jejaring/chassis/work/migration';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  certificateCheckPolicy,
  certificateCounterPolicy,
  certificatePolicy,
} from '../certificate/certificate.rules.js';
import { trainingRecordPolicy } from '../record/record.rules.js';
import { registrationPolicy } from '../registration/registration.rules.js';
import { seatBucketPolicy } from '../seat/seat.rules.js';
import { trainingEventPolicy } from '../training-event/training-event.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const trainingEvent = `
  create table training_event (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'ANNOUNCED', 'REGISTRATION_OPEN', 'REGISTRATION_CLOSED', 'RUNNING', 'COMPLETED', 'REPORTED', 'POSTPONED', 'CANCELLED')),
    kind text not null check (kind in ('BIMTEK', 'PELATIHAN', 'PEMBINAAN', 'STUDI_BANDING', 'SOSIALISASI')),
    topic text not null,
    title text not null,
    theme text,
    organizer_region_code text collate "C" not null,
    organizer_office_id uuid,
    organizer_organization_id uuid,
    region_code text collate "C" not null,
    audience_kinds text[] not null check (cardinality(audience_kinds) > 0),
    audience_levels text[],
    venue_name text,
    venue_region_code text collate "C",
    venue_region_derived boolean not null,
    venue_derived_because text,
    venue_capacity integer check (venue_capacity > 0),
    per_unit_max integer check (per_unit_max > 0),
    starts_on date not null,
    ends_on date not null,
    time_zone text not null check (time_zone in ('WIB', 'WITA', 'WIT')),
    certificate_hours integer check (certificate_hours > 0),
    min_attendance_basis_points integer not null check (min_attendance_basis_points between 0 and 10000),
    min_post_test integer check (min_post_test between 0 and 100),
    legal_basis text[] not null,
    stated_value integer check (stated_value >= 0),
    stated_up_to integer,
    stated_qualifier text check (stated_qualifier in ('EXACT', 'APPROXIMATE', 'AT_LEAST')),
    ${versioned},
    check (ends_on >= starts_on),
    check (organizer_office_id is null or organizer_organization_id is null),
    check (venue_region_code is null or venue_name is not null),
    check (venue_region_derived = (venue_derived_because is not null)),
    check ((stated_value is null) = (stated_qualifier is null)),
    check (stated_up_to is null or stated_qualifier = 'APPROXIMATE' and stated_up_to >= stated_value)
  );
  create index training_event_time on training_event (starts_on, id);
  create index training_event_region on training_event (region_code, starts_on);
  create index training_event_organizer on training_event (organizer_region_code, starts_on);
  comment on column training_event.audience_levels is 'Null invites organizations of every level.';
  comment on column training_event.per_unit_max is 'Most live registrations of one organization; null for no limit.';
  create table seat_bucket (
    id uuid primary key,
    training_event_id uuid not null references training_event,
    region_code text collate "C",
    seats integer not null check (seats > 0),
    taken integer not null check (taken between 0 and seats),
    waiting integer not null check (waiting >= 0),
    last_position integer not null check (last_position >= 0),
    unique nulls not distinct (training_event_id, region_code)
  );
  comment on column seat_bucket.taken is 'Seats that somebody has or is offered.';
  comment on column seat_bucket.last_position is 'Place of the last arrival from its region; the greatest of all buckets is that of the event.';
  comment on column seat_bucket.region_code is 'The region with a quota; null for the general reserve.';`;

const registration = `
  create table registration (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'REJECTED', 'APPROVED', 'WAITLISTED', 'OFFERED', 'WITHDRAWN', 'REPLACED', 'ATTENDED', 'COMPLETED', 'NOT_COMPLETED', 'NO_SHOW', 'LAPSED', 'CERTIFIED')),
    training_event_id uuid not null references training_event,
    participant_ref uuid not null,
    officer_id uuid check (officer_id = participant_ref),
    name_cipher text not null,
    initials text not null,
    organization_id uuid not null,
    region_code text collate "C" not null,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    position integer,
    seat_bucket_id uuid references seat_bucket,
    answer_by timestamptz,
    delegation_id uuid,
    via text not null check (via in ('DELEGATION', 'SELF')),
    sent_by_region_code text collate "C",
    sent_by_office_id uuid,
    sent_by_organization_id uuid,
    registered_at timestamptz not null,
    restricted_at timestamptz,
    ${versioned},
    check ((position is null) = (seat_bucket_id is null)),
    check (status not in ('DRAFT', 'SUBMITTED', 'REJECTED') or delegation_id is not null),
    check (status in ('DRAFT', 'SUBMITTED', 'REJECTED', 'WITHDRAWN', 'LAPSED') or position is not null),
    check (status <> 'OFFERED' or answer_by is not null)
  );
  create unique index registration_one_live on registration (training_event_id, participant_ref)
    where status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'REPLACED', 'LAPSED', 'NO_SHOW', 'NOT_COMPLETED');
  create unique index registration_position on registration (training_event_id, position);
  create index registration_waiting on registration (training_event_id, position) where status = 'WAITLISTED';
  create index registration_offer on registration (answer_by) where status = 'OFFERED';
  create index registration_delegation on registration (delegation_id) where delegation_id is not null;
  create index registration_organization on registration (organization_id);
  create index registration_region on registration (region_code);
  comment on column registration.restricted_at is 'Since when the data may not be processed (UU 27/2022, article 11).';
  comment on column registration.participant_ref is 'The person in the register, opaque here.';
  comment on column registration.officer_id is 'The same person as an officer of the register, where they sit on a board.';
  comment on column registration.position is 'Order of arrival; null for a delegate about whom is not decided yet.';
  comment on column registration.seat_bucket_id is 'Where they have or are offered a seat, or wait for one.';
  comment on column registration.answer_by is 'After this moment an offered seat goes to the next.';
  comment on column registration.sent_by_region_code is 'Region of the office that sent them; null when the organization did.';`;

const certificate = `
  create table certificate (
    id uuid primary key,
    status text not null check (status in ('VALID', 'REVOKED')),
    registration_id uuid not null unique references registration,
    training_event_id uuid not null references training_event,
    organization_id uuid not null,
    region_code text collate "C" not null,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    number text not null unique,
    verification_code text not null unique,
    holder_initials text not null,
    issued_on date not null,
    hours integer,
    revoked_on date,
    revocation_reason text,
    ${versioned},
    check ((status = 'REVOKED') = (revoked_on is not null and revocation_reason is not null))
  );
  create index certificate_region on certificate (region_code);
  create table certificate_check (
    verification_code text primary key,
    status text not null check (status in ('VALID', 'REVOKED')),
    holder_initials text not null,
    organization_id uuid not null,
    training_event_id uuid not null references training_event,
    issued_on date not null,
    hours integer
  );
  create table certificate_counter (
    region_code text collate "C",
    year integer,
    last integer not null,
    primary key (region_code, year)
  );
  create table training_record (
    organization_id uuid,
    year integer,
    topic text,
    region_code text collate "C" not null,
    training_events integer not null check (training_events >= 0),
    certificates integer not null check (certificates >= 0),
    primary key (organization_id, year, topic)
  );
  create index training_record_region on training_record (region_code, year);
  comment on column training_record.training_events is 'Events of the year that somebody of the organization completed.';
  comment on column training_record.certificates is 'Issued in the year and not revoked.';`;

export class CreateTraining1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await createOrganizationCopy(runner);
    await createSeatCopy(runner);
    for (const sql of [trainingEvent, registration, certificate]) await runner.query(sql);
    for (const policy of [trainingEventPolicy, registrationPolicy, certificatePolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    const plain = [
      seatBucketPolicy,
      certificateCheckPolicy,
      certificateCounterPolicy,
      trainingRecordPolicy,
    ];
    for (const policy of plain) await protect(runner, policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEverything(runner);
  }
}
