import { createOrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { createSeatCopy } from '@jejaring/register/copies/seat-copy';
import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything } from '@jejaring/chassis/work/migration';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { awardPolicy } from '../award/award.rules.js';
import { competitionPolicy } from '../competition/competition.rules.js';
import {
  certificateCopyPolicy,
  handledCaseCountPolicy,
} from '../eligibility/eligibility-tables.rules.js';
import { nominationCountPolicy, nominationPolicy } from '../nomination/nomination.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const competition = `
  create table competition (
    id uuid primary key,
    year integer not null check (year between 1960 and 2100),
    title text not null,
    tier text not null check (tier in ('DISTRICT', 'REGENCY', 'PROVINCE', 'NATIONAL')),
    category text not null check (category in ('KARANG_TARUNA', 'LKS', 'TKSK', 'PSM', 'TAGANA')),
    region_code text collate "C" not null,
    organizer_region_code text collate "C" not null,
    organizer_office_id uuid,
    organizer_organization_id uuid,
    days integer not null check (days > 0),
    quota_per_sub_region integer check (quota_per_sub_region > 0),
    winners_planned integer not null check (winners_planned > 0),
    stated_entrants jsonb,
    eligibility jsonb not null,
    edition_id uuid,
    parent_competition_id uuid references competition,
    promote_count integer not null check (promote_count between 0 and winners_planned),
    objection_days integer not null check (objection_days >= 0),
    judging jsonb,
    calendar jsonb,
    prizes jsonb not null,
    seals jsonb not null,
    minutes jsonb,
    objections_until date,
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'NOMINATION_OPEN', 'NOMINATION_CLOSED', 'JUDGING', 'RANKED', 'DECIDED', 'ANNOUNCED', 'FINAL', 'PROMOTED', 'CANCELLED')),
    ${versioned},
    check (organizer_office_id is null or organizer_organization_id is null)
  );
  create index competition_newest on competition (year desc, id desc);
  create index competition_region on competition (region_code, year);
  create index competition_edition on competition (edition_id);
  create index competition_parent on competition (parent_competition_id);
  comment on column competition.region_code is 'Empty for the nation.';
  comment on column competition.judging is 'Criteria and stages; null where the organizer decides without score sheets.';
  comment on column competition.seals is 'Per sealed stage: number of sheets and the hash that ends their chain.';
  comment on column competition.organizer_region_code is 'Empty for the ministry.';`;

const nomination = `
  create table nomination (
    id uuid primary key,
    competition_id uuid not null references competition,
    organization_id uuid not null,
    region_code text collate "C" not null,
    sub_region_code text collate "C" not null,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    nominated_by text not null,
    representatives jsonb not null,
    submitted_on date not null,
    eligibility jsonb not null,
    status text not null check (status in ('SUBMITTED', 'ELIGIBLE', 'INELIGIBLE', 'NEEDS_REVIEW', 'WITHDRAWN', 'WINNER', 'UNPLACED')),
    reviewed_by text,
    rank integer check (rank > 0),
    ${versioned},
    check ((status = 'WINNER') <= (rank is not null))
  );
  create unique index nomination_one_live on nomination (competition_id, organization_id) where status <> 'WITHDRAWN';
  create index nomination_sub_region on nomination (competition_id, sub_region_code) where status <> 'WITHDRAWN';
  create index nomination_listed on nomination (competition_id, id);
  create index nomination_organization on nomination (organization_id);
  comment on column nomination.submitted_on is 'The day its eligibility is judged for.';
  create table nomination_count (
    competition_id uuid references competition,
    region_code text collate "C",
    year integer not null,
    nominations integer not null check (nominations >= 0),
    primary key (competition_id, region_code)
  );
  create index nomination_count_region on nomination_count (region_code, year);`;

const award = `
  create table award (
    id uuid primary key,
    competition_id uuid not null references competition,
    organization_id uuid not null,
    region_code text collate "C" not null,
    year integer not null,
    rank integer not null check (rank > 0),
    title text,
    prize jsonb,
    decree jsonb,
    granted_on date not null,
    presented_on date,
    occasion_id uuid,
    organizer_region_code text collate "C" not null,
    organizer_organization_id uuid,
    status text not null check (status in ('GRANTED', 'PRESENTED', 'REVOKED')),
    revoked_because text,
    ${versioned},
    check ((status = 'REVOKED') = (revoked_because is not null)),
    check (status <> 'PRESENTED' or presented_on is not null),
    unique (competition_id, organization_id)
  );
  create index award_competition on award (competition_id, rank, id);
  create index award_organization on award (organization_id);
  create index award_region on award (region_code, year) where status <> 'REVOKED';
  comment on column award.region_code is 'Where the winner is seated.';
  comment on column award.occasion_id is 'The event of an organization at which it was handed over.';`;

const facts = `
  create table certificate_copy (
    id uuid primary key,
    organization_id uuid not null,
    topic text,
    issued_on date,
    revoked boolean not null,
    check (revoked or (topic is not null and issued_on is not null))
  );
  create index certificate_copy_organization on certificate_copy (organization_id);
  create table handled_case_count (
    organization_id uuid,
    month text,
    cases integer not null check (cases > 0),
    epoch integer not null,
    sequence bigint not null,
    primary key (organization_id, month)
  );
  comment on column handled_case_count.sequence is 'Place of the last event counted, within its epoch.';`;

export class CreateAwards1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await createOrganizationCopy(runner);
    await createSeatCopy(runner);
    for (const sql of [competition, nomination, award, facts]) await runner.query(sql);
    for (const policy of [competitionPolicy, nominationPolicy, awardPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    const others = [nominationCountPolicy, certificateCopyPolicy, handledCaseCountPolicy];
    for (const policy of others) await protect(runner, policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEverything(runner);
  }
}
