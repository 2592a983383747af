import { createFactSources } from '@jejaring/register/facts/fact-source';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { editionPolicy } from '../edition/edition.rules.js';
import { boardCopyPolicy, classCopyPolicy } from '../eligibility/eligibility-tables.rules.js';
import { jurorPolicy, recusalPolicy } from '../jury/jury.rules.js';
import { rankingEntryPolicy } from '../ranking/ranking-tables.rules.js';
import { scoreSheetPolicy } from '../scoring/scoring.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const ofOrganizer = `
  organizer_region_code text collate "C" not null,
  organizer_organization_id uuid`;

const edition = `
  create table edition (
    id uuid primary key,
    year integer not null check (year between 1960 and 2100),
    name text not null,
    owner_region_code text collate "C" not null,
    owner_office_id uuid,
    ${versioned}
  );
  create index edition_newest on edition (year desc, id desc);
  comment on column edition.owner_region_code is 'Empty for the ministry.';
  alter table competition add constraint competition_edition_fk
    foreign key (edition_id) references edition;`;

const jury = `
  create table juror (
    id uuid primary key,
    competition_id uuid not null references competition,
    actor text not null,
    officer_id uuid,
    region_code text collate "C",
    institution text not null,
    role text not null check (role in ('CHAIR', 'MEMBER')),
    ${ofOrganizer},
    status text not null check (status in ('ACTIVE', 'RECUSED')),
    ${versioned},
    constraint juror_once unique (competition_id, actor)
  );
  create unique index juror_one_chair on juror (competition_id) where role = 'CHAIR' and status = 'ACTIVE';
  create index juror_actor on juror (actor);
  comment on column juror.actor is 'Subject of the token that the juror signs in with.';
  create table recusal (
    id uuid primary key,
    competition_id uuid not null references competition,
    juror_id uuid not null references juror,
    nomination_id uuid not null references nomination,
    actor text not null,
    ${ofOrganizer},
    kind text not null check (kind in ('BOARD_SEAT', 'OWN_ORGANIZATION', 'OWN_REGION', 'KINSHIP', 'OTHER_INTEREST')),
    source text not null check (source in ('DETECTED', 'DECLARED', 'ORGANIZER')),
    constraint recusal_once unique (juror_id, nomination_id)
  );
  create index recusal_competition on recusal (competition_id);
  create index recusal_nomination on recusal (nomination_id);`;

const sheet = `
  create table score_sheet (
    id uuid primary key,
    competition_id uuid not null references competition,
    nomination_id uuid not null references nomination,
    organization_id uuid not null,
    stage integer not null check (stage > 0),
    juror_id uuid not null references juror,
    actor text not null,
    ${ofOrganizer},
    scores jsonb,
    status text not null check (status in ('OPEN', 'SUBMITTED', 'SEALED', 'EXCUSED')),
    submitted_at timestamptz,
    reopened_because text,
    seal_position integer,
    seal_hash text,
    ${versioned},
    check (status not in ('SUBMITTED', 'SEALED') or scores is not null and submitted_at is not null),
    check ((status = 'SEALED') = (seal_hash is not null and seal_position is not null)),
    constraint score_sheet_once unique (juror_id, nomination_id, stage)
  );
  create index score_sheet_stage on score_sheet (competition_id, stage, seal_position);
  create index score_sheet_actor on score_sheet (actor, id);
  create index score_sheet_nomination on score_sheet (nomination_id);
  comment on column score_sheet.scores is 'Hundredths of a point per criterion.';
  comment on column score_sheet.seal_hash is 'SHA-256 over the hash before it in the chain of its stage and the sheet itself.';`;

const ranking = `
  create table ranking_entry (
    id uuid primary key,
    competition_id uuid not null references competition,
    nomination_id uuid not null unique references nomination,
    organization_id uuid not null,
    region_code text collate "C" not null,
    ${ofOrganizer},
    rank integer not null check (rank > 0),
    total integer not null check (total between 0 and 1000000),
    criteria jsonb not null,
    stages jsonb not null,
    tie_break jsonb,
    shared boolean not null,
    status text not null check (status in ('COMPUTED', 'ANNOUNCED'))
  );
  create index ranking_entry_competition on ranking_entry (competition_id, rank, id);
  comment on column ranking_entry.total is 'Ten-thousandths of a point.';`;

const facts = `
  create table board_copy (
    id uuid primary key,
    organization_id uuid not null,
    term_start date not null,
    term_end date not null
  );
  create index board_copy_organization on board_copy (organization_id);
  comment on column board_copy.term_end is 'First day without the board.';
  create table class_copy (
    organization_id uuid,
    year integer,
    class text not null,
    primary key (organization_id, year)
  );`;

// What was computed stays: of a row of the ranking, the login role may change nothing but who sees it.
const announceable = `do $$ begin
  execute format('grant update (status) on ranking_entry to %I', current_setting('jejaring.app_role'));
end $$`;

export class CreateJudging1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [edition, jury, sheet, ranking, facts]) await runner.query(sql);
    for (const policy of [editionPolicy, jurorPolicy, scoreSheetPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    for (const policy of [recusalPolicy, boardCopyPolicy, classCopyPolicy])
      await protect(runner, policy);
    await protect(runner, rankingEntryPolicy, ['select', 'insert']);
    await runner.query(announceable);
    await createFactSources(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table competition drop constraint competition_edition_fk');
    for (const table of ['score_sheet', 'juror', 'edition']) {
      await runner.query(`drop table ${table}_history`);
      await runner.query(`drop function ${table}_keep_version() cascade`);
    }
    await runner.query(
      'drop table fact_source, class_copy, board_copy, ranking_entry, score_sheet, recusal, juror, edition',
    );
  }
}
