import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { boardPolicy } from '../board/board.rules.js';
import { seatPolicy } from '../board/seat.rules.js';
import { officerPolicy } from '../officer/officer.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const officer = `
  create table officer (
    id uuid primary key,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    residence_region_code text collate "C" not null references region,
    name_cipher text not null,
    initials text not null,
    nik_cipher text,
    nik_warnings text[] not null default '{}',
    birth_date_cipher text not null,
    birth_year smallint not null,
    sex text not null check (sex in ('MALE', 'FEMALE')),
    account text check (account ~ '^[0-9a-f]{64}$'),
    official_positions jsonb not null default '[]',
    restricted_at timestamptz,
    ${versioned}
  );
  create index officer_organization on officer (organization_id, id);
  comment on column officer.region_code is 'Where the organization is seated that registered the person.';
  comment on column officer.restricted_at is 'Since when the data may not be processed (UU 27/2022, article 11).';
  comment on column officer.account is 'SHA-256 of the subject of the tokens of the person, in hexadecimal.';`;

const board = `
  create table board (
    id uuid primary key,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    level text not null check (level in ('VILLAGE', 'DISTRICT', 'REGENCY', 'PROVINCE', 'NATION')),
    status text not null check (status in
      ('DRAFT', 'ELECTED', 'RATIFIED', 'CONFIRMED', 'EXPIRED', 'REVOKED', 'REPLACED', 'WITHDRAWN')),
    forum text check (forum in ('MWKT', 'TEMU_KARYA')),
    elected_by text,
    held_on date,
    minutes_reference text,
    ratifier_organization_id uuid references organization,
    ratified_on date,
    ratification_skipped_because text,
    decree jsonb,
    regulations text[] not null default '{}',
    warnings text[] not null default '{}',
    term_start date,
    term_end date,
    ended_on date,
    end_decree jsonb,
    warned_within_days smallint check (warned_within_days in (30, 90)),
    ${versioned},
    check ((status in ('CONFIRMED', 'EXPIRED', 'REVOKED', 'REPLACED')) = (decree is not null)),
    check ((decree is null) = (term_start is null) and (decree is null) = (term_end is null)),
    check (term_start < term_end and ended_on between term_start and term_end),
    constraint board_one_in_office exclude using gist
      (organization_id with =, daterange(term_start, coalesce(ended_on, term_end)) with &&)
      where (term_start is not null)
  );
  create index board_organization on board (organization_id, term_start);
  create index board_running on board (term_end, id) where status = 'CONFIRMED';
  create index board_running_region on board (region_code, term_end) where status = 'CONFIRMED';
  comment on column board.ratifier_organization_id is 'The Karang Taruna of the next higher level that ratifies it.';
  comment on column board.warned_within_days is 'The nearest end of term that was said ahead.';`;

const seat = `
  create table seat (
    id uuid primary key,
    board_id uuid not null references board,
    organization_id uuid not null,
    region_code text collate "C" not null,
    officer_id uuid not null references officer,
    position text not null,
    section_name text,
    initials text,
    status text not null check (status in ('PROPOSED', 'HELD', 'WITHDRAWN')),
    valid_from date,
    valid_to date,
    decree jsonb,
    end_reason text,
    end_decree jsonb,
    appointment_id uuid references appointment,
    ${versioned},
    check ((status = 'HELD') = (valid_from is not null) and (status = 'HELD') = (valid_to is not null)),
    check (valid_from <= valid_to),
    constraint seat_one_core_position exclude using gist
      (board_id with =, position with =, daterange(valid_from, valid_to) with &&)
      where (status <> 'WITHDRAWN' and position in ('CHAIR', 'SECRETARY', 'TREASURER')),
    constraint seat_one_core_per_person exclude using gist
      (board_id with =, officer_id with =, daterange(valid_from, valid_to) with &&)
      where (status <> 'WITHDRAWN' and position in ('CHAIR', 'SECRETARY', 'TREASURER'))
  );
  create index seat_board on seat (board_id, id);
  create index seat_officer on seat (officer_id, id);
  create index seat_organization on seat (organization_id) where status = 'HELD';
  comment on column seat.appointment_id is 'What lets the officer act, where the seat and not another appointment gives it.';
  comment on column seat.initials is 'Of chair, secretary and treasurer alone: who answers for a board is public.';`;

/** Persons, the boards they sit on and their seats. */
export class CreateBoards1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [officer, board, seat]) await runner.query(sql);
    for (const policy of [boardPolicy, seatPolicy, officerPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['seat', 'board', 'officer']) {
      await runner.query(`drop table ${table}_history; drop table ${table} cascade;
        drop function ${table}_keep_version();`);
    }
  }
}
