import { createChassisTables } from '@jejaring/chassis/work/chassis-tables';
import { dropEverything } from '@jejaring/chassis/work/migration';
import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import { createOrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beneficiaryPolicy } from '../beneficiary/beneficiary.rules.js';
import { capabilityPolicy } from '../capability/capability.rules.js';
import { openCaseCountPolicy } from '../case/case-count.rules.js';
import { casePolicy } from '../case/case.rules.js';
import {
  caseCounterPolicy,
  followUpPolicy,
  interventionPolicy,
} from '../case/case-tables.rules.js';
import { consentPolicy } from '../consent/consent.rules.js';
import { referralPolicy } from '../referral/referral.rules.js';

const versioned = `
  version integer not null default 1,
  recorded_at timestamptz not null default transaction_timestamp()`;

const beneficiary = `
  create table beneficiary (
    id uuid primary key,
    subject_kind text not null check (subject_kind in ('PERSON', 'FAMILY', 'GROUP', 'COMMUNITY')),
    region_code text collate "C" not null,
    name_cipher text not null,
    nik_cipher text,
    nik_absent_reason text,
    birth_year smallint check (birth_year between 1900 and 2100),
    sex text check (sex in ('MALE', 'FEMALE')),
    registered_by_organization_id uuid,
    ${versioned},
    check (nik_cipher is not null or nik_absent_reason is not null)
  );
  create index beneficiary_region on beneficiary (region_code);`;

const welfareCase = `
  create table welfare_case (
    id uuid primary key,
    case_number text not null unique,
    beneficiary_id uuid not null references beneficiary,
    category text not null,
    region_code text collate "C" not null,
    urgency text not null check (urgency in ('EMERGENCY', 'HIGH', 'NORMAL')),
    status text not null check (status in ('REPORTED', 'ACCEPTED', 'ASSESSED', 'PLANNED', 'IN_SERVICE', 'TERMINATING', 'CLOSED', 'REJECTED', 'ON_HOLD', 'AFTERCARE', 'RESTRICTED')),
    reported_at timestamptz not null,
    reported_by_organization_id uuid,
    reported_by text,
    sealed boolean not null default false,
    seal_reason text check (seal_reason in ('SENSITIVE_CATEGORY', 'CHILD_VICTIM', 'PERSON_AT_RISK', 'PERSON_KNOWN_LOCALLY', 'COURT_ORDER')),
    sealed_at timestamptz,
    assigned_organization_id uuid,
    legal_basis text,
    severities jsonb,
    goals jsonb,
    termination_proposed_by text,
    outcome text,
    closed_at timestamptz,
    channel text not null check (channel in ('KT', 'PSM', 'TKSK', 'PUSKESOS_SLRT', 'COMMUNITY', 'LKS', 'SELF', 'OTHER_OFFICE')),
    follows_case_id uuid references welfare_case,
    paused_from text,
    hold_reason text,
    review_on date,
    restriction_ground text,
    rejection_reason text check (rejection_reason in ('OUT_OF_SCOPE', 'DUPLICATE', 'UNFOUNDED')),
    duplicate_of uuid references welfare_case,
    aftercare_due_on date,
    assessment_due_at timestamptz,
    overdue_at timestamptz,
    ${versioned},
    check ((coalesce(paused_from, status) in ('CLOSED', 'AFTERCARE')) = (closed_at is not null and outcome is not null)),
    check ((status in ('ON_HOLD', 'RESTRICTED')) = (paused_from is not null)),
    check ((status = 'ON_HOLD') = (hold_reason is not null and review_on is not null)),
    check ((status = 'RESTRICTED') = (restriction_ground is not null)),
    check ((rejection_reason is not distinct from 'DUPLICATE') = (duplicate_of is not null)),
    check (duplicate_of <> id and follows_case_id <> id),
    check (sealed = (seal_reason is not null) and sealed = (sealed_at is not null)),
    unique (id, sealed)
  );
  create unique index welfare_case_one_open on welfare_case (beneficiary_id, category)
    where coalesce(paused_from, status) not in ('CLOSED', 'REJECTED', 'AFTERCARE') and not sealed;
  create index welfare_case_beneficiary on welfare_case (beneficiary_id);
  comment on index welfare_case_one_open is 'Of sealed cases the head judges: a refusal would tell who has one.';
  comment on column welfare_case.sealed is 'The parts of a case carry it too, through their foreign keys.';
  create index welfare_case_unassessed on welfare_case (assessment_due_at) where status = 'ACCEPTED';
  comment on column welfare_case.paused_from is 'Where a case on hold or restricted stood before, and goes back to.';
  comment on column welfare_case.assessment_due_at is 'Set by help that came before the assessment.';
  create index welfare_case_region on welfare_case (region_code, id);
  create index welfare_case_reported on welfare_case (reported_at);
  create index welfare_case_assigned on welfare_case (assigned_organization_id);
  create index welfare_case_reporter on welfare_case (reported_by_organization_id);
  create table intervention (
    id uuid primary key,
    case_id uuid not null,
    sealed boolean not null default false,
    foreign key (case_id, sealed) references welfare_case (id, sealed) on update cascade,
    region_code text collate "C" not null,
    service text not null,
    given_on date not null,
    provider_organization_id uuid
  );
  create index intervention_case on intervention (case_id);
  create table follow_up (
    id uuid primary key,
    case_id uuid not null,
    sealed boolean not null default false,
    foreign key (case_id, sealed) references welfare_case (id, sealed) on update cascade,
    region_code text collate "C" not null,
    visited_on date not null,
    finding text not null check (finding in ('BETTER', 'UNCHANGED', 'WORSE', 'NOT_FOUND')),
    aftercare boolean not null,
    visitor_organization_id uuid
  );
  create index follow_up_case on follow_up (case_id);
  create table open_case_count (
    region_code text collate "C",
    category text,
    open_cases integer not null check (open_cases >= 0),
    primary key (region_code, category)
  );
  create table case_counter (
    regency_code text collate "C",
    year integer,
    last integer not null,
    primary key (regency_code, year)
  );`;

const network = `
  create table service_capability (
    id uuid primary key,
    categories text[] not null,
    regions text[] not null,
    monthly_capacity integer not null check (monthly_capacity >= 0),
    ${versioned}
  );
  create table consent (
    id uuid primary key,
    case_id uuid not null,
    sealed boolean not null default false,
    foreign key (case_id, sealed) references welfare_case (id, sealed) on update cascade,
    region_code text collate "C" not null,
    recorded_by_organization_id uuid,
    given_by text not null check (given_by in ('SELF', 'PARENT', 'GUARDIAN')),
    method text not null check (method in ('SIGNED_FORM', 'THUMBPRINT', 'VERBAL_WITNESSED', 'ASSISTED')),
    purposes text[] not null check (cardinality(purposes) > 0),
    shared_with uuid[],
    given_at timestamptz not null,
    expires_at timestamptz,
    withdrawn_at timestamptz,
    text_version integer not null,
    ${versioned}
  );
  create index consent_case on consent (case_id);
  comment on column consent.text_version is 'The words that were agreed to, see consent_text.';
  comment on column consent.shared_with is 'The organizations it names; null when it names none in particular.';
  create table referral (
    id uuid primary key,
    case_id uuid not null,
    sealed boolean not null default false,
    foreign key (case_id, sealed) references welfare_case (id, sealed) on update cascade,
    region_code text collate "C" not null,
    kind text not null check (kind in ('TRANSFER', 'SERVICE', 'CONSULTATION')),
    from_organization_id uuid,
    to_organization_id uuid not null,
    consent_id uuid references consent,
    beneficiary_id uuid not null references beneficiary,
    sections text[] not null default '{}' check (sections <@ array['IDENTITY', 'ASSESSMENT', 'PLAN', 'INTERVENTIONS', 'FOLLOW_UPS', 'CONSENTS', 'DOCUMENTS']),
    status text not null check (status in ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED')),
    created_at timestamptz not null,
    sent_at timestamptz,
    acknowledge_by timestamptz,
    answer_by timestamptz,
    accepted_at timestamptz,
    decline_reason text,
    feedback text,
    ${versioned},
    check (from_organization_id is distinct from to_organization_id),
    check ((status = 'COMPLETED') <= (feedback is not null))
  );
  create unique index referral_one_transfer on referral (case_id)
    where kind = 'TRANSFER' and status in ('SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'IN_PROGRESS');
  create index referral_case on referral (case_id);
  create index referral_inbox on referral (to_organization_id, id);
  create index referral_sent on referral (from_organization_id, id);
  create index referral_region on referral (region_code, id);
  create index referral_waiting on referral (answer_by) where status in ('SENT', 'ACKNOWLEDGED');
  comment on column referral.answer_by is 'After this moment an answer is refused.';`;

export class CreateWelfareCases1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createChassisTables(runner);
    await createOrganizationCopy(runner);
    for (const sql of [beneficiary, welfareCase, network]) await runner.query(sql);
    const versionedTables = [
      beneficiaryPolicy,
      casePolicy,
      consentPolicy,
      referralPolicy,
      capabilityPolicy,
    ];
    for (const policy of versionedTables) {
      await protect(runner, policy);
      await keepHistory(runner, policy);
    }
    for (const policy of [
      interventionPolicy,
      followUpPolicy,
      openCaseCountPolicy,
      caseCounterPolicy,
    ])
      await protect(runner, policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEverything(runner);
  }
}
