import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { activityPolicy } from '../work-programme/activity.rules.js';
import { workProgrammePolicy } from '../work-programme/work-programme.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const stated = (name: string) => `
  ${name}_value integer check (${name}_value >= 0),
  ${name}_up_to integer,
  ${name}_qualifier text check (${name}_qualifier in ('EXACT', 'APPROXIMATE', 'AT_LEAST')),
  check ((${name}_value is null) = (${name}_qualifier is null)),
  check (${name}_up_to is null or ${name}_qualifier = 'APPROXIMATE' and ${name}_up_to >= ${name}_value)`;

const workProgramme = `
  create table work_programme (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'ADOPTED', 'RUNNING', 'REPORTED', 'EVALUATED')),
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    year integer not null,
    budgets jsonb not null,
    forum text check (forum in ('RAPAT_KERJA', 'RAKERDA', 'MUSYAWARAH')),
    adopted_on date,
    outcome text check (outcome in ('EFFECTIVE', 'PARTLY_EFFECTIVE', 'NOT_EFFECTIVE')),
    reported_by text,
    evaluated_on date,
    ${versioned},
    constraint work_programme_one_a_year unique (organization_id, year),
    check ((status = 'DRAFT') = (adopted_on is null)),
    check ((adopted_on is null) = (forum is null)),
    check ((status = 'EVALUATED') = (outcome is not null)),
    check ((outcome is null) = (evaluated_on is null))
  );
  create index work_programme_region on work_programme (region_code, id);
  comment on column work_programme.budgets is 'How much it may spend by source: [{"fundingSource", "amount"}], whole rupiah as text.';`;

const activity = `
  create table activity (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'PLANNED', 'REALISED', 'CANCELLED')),
    work_programme_id uuid not null references work_programme,
    organization_id uuid not null references organization,
    region_code text collate "C" not null,
    year integer not null,
    title text not null,
    kind text not null,
    functions text[] not null,
    pillar text not null check (pillar in ('REHABILITATION', 'SECURITY', 'EMPOWERMENT', 'PROTECTION')),
    planned_on date not null,
    budget bigint check (budget >= 0),
    funding_source text,
    predecessor_id uuid references activity,
    realised_on date,
    spent bigint check (spent >= 0),
    sustained boolean not null,
    ${stated('target')},
    ${stated('beneficiaries')},
    ${versioned},
    check ((budget is null) = (funding_source is null)),
    check ((status = 'REALISED') = (realised_on is not null))
  );
  create index activity_programme on activity (work_programme_id, id);
  create index activity_region on activity (region_code, id);
  comment on column activity.beneficiaries_value is 'A number. Whom it served, and how they are, is never collected.';`;

export class CreateWorkProgrammes1764100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [workProgramme, activity]) await runner.query(sql);
    for (const policy of [workProgrammePolicy, activityPolicy]) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['activity', 'work_programme']) {
      await runner.query(`drop table ${table}_history, ${table}`);
      await runner.query(`drop function ${table}_keep_version`);
    }
  }
}
